// The matcher against two others, on random patterns and on all real rules: a plain backtracking
// one, and RE2 over the sketch as a string.
#include "extractor/rules/matcher.h"

#include <doctest/doctest.h>
#include <re2/re2.h>

#include <algorithm>
#include <memory>
#include <utility>

#include "tests/support/mini_patterns.h"
#include "tests/support/pattern_regex.h"
#include "tests/support/random_patterns.h"
#include "tests/support/reference_matcher.h"
#include "tests/support/rounds.h"

using namespace recount;

namespace {

using test::Random;

Sketch sketch_of(const std::string& symbols) {
  Sketch out;
  out.symbols = symbols;
  return out;
}

/// The first match of rule `index` of a stage that begins at `from` or later, as the reader of
/// sentences finds it.
bool next_match(const Rule& rule, std::uint32_t index, const StartFinder& finder,
                const Sketch& sketch, std::int32_t from, Match& match) {
  std::vector<RuleStart> starts;
  finder.find(sketch.symbols, starts);
  REQUIRE(std::is_sorted(starts.begin(), starts.end()));
  MatchScratch scratch;
  for (const RuleStart& start : starts) {
    if (start.rule != index || start.at < from) continue;
    if (match_at(rule, sketch, start.at, scratch, match)) return true;
  }
  return false;
}

/// A rule alone in its stage.
bool next_match(const Rule& rule, const Sketch& sketch, std::int32_t from, Match& match) {
  return next_match(rule, 0, StartFinder({rule.sought()}), sketch, from, match);
}

struct MatchTally {
  long compared = 0, matched = 0, undecided = 0;
};

std::unique_ptr<re2::RE2> re2_of(const Pattern& pattern) {
  re2::RE2::Options options;
  options.set_encoding(re2::RE2::Options::EncodingLatin1);
  options.set_dot_nl(true);
  auto out = std::make_unique<re2::RE2>(test::regex_of(pattern), options);
  REQUIRE(out->ok());
  return out;
}

/// What RE2 says, in the form of the reference.
test::ReferenceMatch re2_match(const re2::RE2& regex, const std::string& symbols,
                               std::int32_t from) {
  test::ReferenceMatch out;
  const re2::StringPiece text(symbols);
  std::vector<re2::StringPiece> groups(static_cast<std::size_t>(regex.NumberOfCapturingGroups()) +
                                       1);
  // Place by place: where all branches begin with one byte, RE2's own search for it overlooks
  // matches.
  for (auto at = static_cast<std::size_t>(from); at <= symbols.size() && !out.found; ++at) {
    out.found = regex.Match(text, at, text.size(), re2::RE2::ANCHOR_START, groups.data(),
                            static_cast<int>(groups.size()));
  }
  if (!out.found) return out;
  for (const re2::StringPiece& group : groups) {
    const auto begin = static_cast<std::int32_t>(group.data() - text.data());
    out.slots.push_back(group.data() == nullptr
                            ? Span{}
                            : Span{begin, begin + static_cast<std::int32_t>(group.size())});
  }
  out.span = out.slots.front();
  out.slots.erase(out.slots.begin());
  return out;
}

/// Walks through all matches of the sketch with all three matchers.
void compare(const Rule& rule, std::uint32_t index, const StartFinder& finder,
             const re2::RE2& regex, const std::string& symbols, MatchTally& tally) {
  const Sketch sketch = sketch_of(symbols);
  Match match;
  std::int32_t from = 0;
  for (int round = 0; round < 50; ++round) {
    const test::ReferenceMatch reference =
        test::reference_match(*rule.pattern, symbols, from, 200'000);
    if (!reference.decided) {
      ++tally.undecided;
      return;
    }
    ++tally.compared;
    const test::ReferenceMatch by_re2 = re2_match(regex, symbols, from);
    const bool found = next_match(rule, index, finder, sketch, from, match);
    CAPTURE(rule.source);
    CAPTURE(from);
    std::string shown;
    for (const char c : symbols) shown += std::to_string(static_cast<unsigned char>(c)) + ' ';
    CAPTURE(shown);
    REQUIRE(by_re2.found == reference.found);
    REQUIRE(found == reference.found);
    if (!found) return;
    ++tally.matched;
    REQUIRE(match.span.begin == reference.span.begin);
    REQUIRE(match.span.end == reference.span.end);
    REQUIRE((by_re2.span == reference.span));
    REQUIRE((match.slots == reference.slots));
    REQUIRE((by_re2.slots == reference.slots));
    from = resume_after(match);
    REQUIRE(from > match.span.begin);
  }
}

Rule compiled(const std::string& source, const SymbolTable& symbols, Programs& programs) {
  Rule rule;
  rule.source = source;
  PatternError error;
  rule.pattern = parse_pattern(source, symbols, {}, error);
  CAPTURE(source);
  CAPTURE(error.message);
  REQUIRE(rule.pattern != nullptr);
  rule.program = programs.compile(*rule.pattern, rule.openings);
  return rule;
}

SymbolTable numbered_classes(int classes) {
  SymbolTable symbols;
  for (int i = 1; i <= classes; ++i) {
    SymbolClass symbol_class;
    symbol_class.name = "c" + std::to_string(i);
    symbols.add(symbol_class);
  }
  return symbols;
}

}  // namespace

TEST_CASE("random patterns match random sketches as the reference does") {
  MatchTally tally;
  for (const int classes : {3, 255}) {
    const SymbolTable symbols = numbered_classes(classes);
    Random random(static_cast<unsigned>(classes));
    for (int i = 0; i < test::rounds(1500); ++i) {
      Programs programs;
      const Rule rule = compiled(test::random_pattern(random, classes), symbols, programs);
      if (test::loops_on_nothing(rule.pattern->root)) continue;
      const auto regex = re2_of(*rule.pattern);
      const StartFinder finder({rule.sought()});
      for (int n = 0; n < 20; ++n)
        compare(rule, 0, finder, *regex, test::random_sketch(*rule.pattern, random, classes),
                tally);
    }
  }
  CHECK(tally.compared > test::rounds(50000));
  CHECK(tally.matched > test::rounds(20000));
  CHECK(tally.undecided * 100 < tally.compared);
}

TEST_CASE("real rules match random sketches as the reference does") {
  const Extractor& extractor = test::real();
  const int classes = static_cast<int>(extractor.lexicon().symbols.size()) - 1;
  Random random(5);
  MatchTally tally;
  const RuleSet& rules = extractor.rules();
  const std::pair<const std::vector<Rule>*, const StartFinder*> stages[] = {
      {&rules.rewrites, &rules.rewrite_starts},
      {&rules.guards, &rules.guard_starts},
      {&rules.facts, &rules.fact_starts}};
  for (const auto& [list, finder] : stages) {
    // The starts of the facts are asked together with those of the wide guards, which come first.
    const bool facts = list == &rules.facts;
    const auto first = static_cast<std::uint32_t>(facts ? rules.wide_guards.size() : 0);
    for (std::uint32_t r = 0; r < list->size(); ++r) {
      const Rule& rule = (*list)[r];
      CHECK_MESSAGE(!test::loops_on_nothing(rule.pattern->root), rule.id);
      const auto regex = re2_of(*rule.pattern);
      for (int n = 0; n < test::rounds(100); ++n)
        compare(rule, first + r, *finder, *regex,
                test::random_sketch(*rule.pattern, random, classes), tally);
    }
  }
  CHECK(tally.matched > test::rounds(5000));
  CHECK(tally.undecided * 20 < tally.compared);
}

TEST_CASE("a slot that took no part is unmatched") {
  Programs programs;
  const Rule rule = compiled("<c1> s:<c2>? t:( <c3>? )", numbered_classes(4), programs);
  Match match;
  REQUIRE(next_match(rule, sketch_of("\4\1"), 0, match));
  CHECK(match.span.begin == 1);
  CHECK(match.span.end == 2);
  CHECK_FALSE(match.slots[0].matched());
  CHECK(match.slots[1].matched());  // it matched nothing
  CHECK(match.slots[1].begin == match.slots[1].end);
  CHECK_FALSE(next_match(rule, sketch_of("\4\1"), 2, match));
  CHECK_FALSE(next_match(rule, sketch_of("\4\1"), 3, match));
}

TEST_CASE("looking on resumes behind the last slot") {
  Programs programs;
  const Rule rule = compiled("s:<c1> <c2>", numbered_classes(2), programs);
  Match match;
  REQUIRE(next_match(rule, sketch_of("\1\2"), 0, match));
  CHECK(resume_after(match) == 1);  // what bounds it on the right can open the next
  match.slots.clear();
  CHECK(resume_after(match) == 1);
  match.slots = {{0, 5}};
  CHECK(resume_after(match) == 5);
}

TEST_CASE("time grows with the sketch and not faster") {
  // A backtracking matcher without a memory of what failed would take 2^60 steps here.
  Programs programs;
  const Rule rule = compiled("( <c1>? ){60} ( <c1> ){60} <c2>", numbered_classes(2), programs);
  Match match;
  CHECK_FALSE(next_match(rule, sketch_of(std::string(500, '\1')), 0, match));
}

TEST_CASE("behind much that was tried in vain stands the match that is preferred") {
  Programs programs;
  const Rule rule = compiled("s:( ( <c1>? ){60} ) ( <c1>? ){60} t:( <c1>{40} ) <c2>",
                             numbered_classes(2), programs);
  Match match;
  REQUIRE(next_match(rule, sketch_of(std::string(90, '\1') + '\2'), 0, match));
  CHECK(match.span == Span{0, 91});
  CHECK(match.slots == std::vector<Span>{{0, 50}, {50, 90}});
}
