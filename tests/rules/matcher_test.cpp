// RE2 over sketches against the slow reference matcher, on random patterns and on all real rules.
#include "extractor/rules/matcher.h"

#include <doctest/doctest.h>

#include "tests/support/mini_patterns.h"
#include "tests/support/random_patterns.h"
#include "tests/support/reference_matcher.h"

using namespace recount;

namespace {

using test::Random;

Sketch sketch_of(const std::string& symbols) {
  Sketch out;
  out.symbols = symbols;
  for (const char c : symbols) out.present.set(static_cast<unsigned char>(c));
  return out;
}

struct Tally {
  long compared = 0, matched = 0, undecided = 0;
};

/// Walks through all matches of the sketch with both matchers.
void compare(const Rule& rule, const std::string& symbols, Tally& tally) {
  const Sketch sketch = sketch_of(symbols);
  Match match;
  std::int32_t from = 0;
  for (int round = 0; round < 50; ++round) {
    const test::ReferenceMatch reference = test::reference_match(*rule.pattern, symbols, from, 200'000);
    if (!reference.decided) {
      ++tally.undecided;
      return;
    }
    ++tally.compared;
    const bool found = next_match(rule, sketch, from, match);
    CAPTURE(rule.source);
    CAPTURE(from);
    std::string shown;
    for (const char c : symbols) shown += std::to_string(static_cast<unsigned char>(c)) + ' ';
    CAPTURE(shown);
    REQUIRE(found == reference.found);
    if (!found) return;
    ++tally.matched;
    REQUIRE(can_match(rule, sketch));
    REQUIRE(match.span.begin == reference.span.begin);
    REQUIRE(match.span.end == reference.span.end);
    for (std::size_t i = 0; i < match.slots.size(); ++i) {
      REQUIRE(match.slots[i].begin == reference.slots[i].begin);
      REQUIRE(match.slots[i].end == reference.slots[i].end);
    }
    const std::int32_t next = resume_after(match);
    REQUIRE(next > match.span.begin);
    from = next;
  }
}

Rule compiled(const std::string& source, const SymbolTable& symbols) {
  Rule rule;
  rule.source = source;
  PatternError error;
  rule.pattern = parse_pattern(source, symbols, {}, error);
  CAPTURE(source);
  CAPTURE(error.message);
  REQUIRE(rule.pattern != nullptr);
  rule.regex = std::make_unique<re2::RE2>(rule.pattern->regex(), re2::RE2::Latin1);
  REQUIRE(rule.regex->ok());
  rule.required = rule.pattern->required();
  return rule;
}

SymbolTable numbered(int classes) {
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
  Tally tally;
  for (const int classes : {3, 255}) {
    const SymbolTable symbols = numbered(classes);
    Random random(static_cast<unsigned>(classes));
    for (int i = 0; i < 1500; ++i) {
      const Rule rule = compiled(test::random_pattern(random, classes), symbols);
      if (test::loops_on_nothing(rule.pattern->root)) continue;
      for (int n = 0; n < 20; ++n) compare(rule, test::random_sketch(*rule.pattern, random, classes), tally);
    }
  }
  CHECK(tally.compared > 50000);
  CHECK(tally.matched > 20000);
  CHECK(tally.undecided * 100 < tally.compared);
}

TEST_CASE("real rules match random sketches as the reference does") {
  const Extractor& extractor = test::real();
  const int classes = static_cast<int>(extractor.lexicon().symbols.size()) - 1;
  Random random(5);
  Tally tally;
  const RuleSet& rules = extractor.rules();
  for (const auto* list : {&rules.rewrites, &rules.guards, &rules.facts}) {
    for (const Rule& rule : *list) {
      CHECK_MESSAGE(!test::loops_on_nothing(rule.pattern->root), rule.id);
      for (int n = 0; n < 100; ++n) compare(rule, test::random_sketch(*rule.pattern, random, classes), tally);
    }
  }
  CHECK(tally.matched > 5000);
  CHECK(tally.undecided * 20 < tally.compared);
}

TEST_CASE("no rule misses a sketch because of what it demands") {
  // can_match() is a filter: compare() above checks it on matches, this on sketches without the classes.
  const SymbolTable symbols = numbered(4);
  const Rule rule = compiled("<c1> s:<c2>? ( <c3> | <c4> )", symbols);
  CHECK(can_match(rule, sketch_of("\1\3")));
  CHECK(can_match(rule, sketch_of("\4\1")));
  CHECK_FALSE(can_match(rule, sketch_of("\1\2")));
  CHECK_FALSE(can_match(rule, sketch_of("")));
}

TEST_CASE("a slot that took no part is unmatched") {
  const Rule rule = compiled("<c1> s:<c2>? t:( <c3>? )", numbered(4));
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
  const Rule rule = compiled("s:<c1> <c2>", numbered(2));
  Match match;
  REQUIRE(next_match(rule, sketch_of("\1\2"), 0, match));
  CHECK(resume_after(match) == 1);  // what bounds it on the right can open the next
  match.slots.clear();
  CHECK(resume_after(match) == 1);
  match.slots = {{0, 5}};
  CHECK(resume_after(match) == 5);
}
