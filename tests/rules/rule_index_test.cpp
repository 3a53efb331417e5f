// The index of a stage against a plain look at every requirement of every rule.
#include "extractor/rules/rule_index.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "tests/support/mini_patterns.h"
#include "tests/support/random_patterns.h"

using namespace recount;

namespace {

SymbolSet present(const std::string& sketch) {
  SymbolSet out;
  for (const char c : sketch) out.set(static_cast<unsigned char>(c));
  return out;
}

std::vector<std::size_t> candidates(const RuleIndex& index, const std::string& sketch) {
  RuleBits bits;
  index.candidates(sketch, bits);
  std::vector<std::size_t> out;
  visit_rules(bits, [&out](std::size_t rule) { out.push_back(rule); });
  return out;
}

}  // namespace

TEST_CASE("the index gives the rules whose first four requirements are met") {
  test::Random random(3);
  for (const std::size_t rules : {0U, 1U, 63U, 64U, 65U, 200U}) {
    std::vector<std::vector<SymbolSet>> required(rules);
    for (auto& sets : required) {
      sets.resize(random() % 7);
      for (SymbolSet& set : sets) {
        for (auto n = 1 + random() % 3; n > 0; --n) set.set(1 + random() % 40);
      }
    }
    RuleIndex index;
    index.build(required);
    for (int round = 0; round < 200; ++round) {
      std::string sketch(random() % 12, '\0');
      for (char& c : sketch) c = static_cast<char>(1 + random() % 40);
      std::vector<std::size_t> expected;
      for (std::size_t rule = 0; rule < rules; ++rule) {
        bool met = true;
        for (std::size_t i = 0; i < required[rule].size() && i < 4; ++i) {
          met = met && (required[rule][i] & present(sketch)).any();
        }
        if (met) expected.push_back(rule);
      }
      REQUIRE(candidates(index, sketch) == expected);
    }
  }
}

TEST_CASE("the index of the real rules misses no rule that matches") {
  const RuleSet& rules = test::real().rules();
  const int classes = static_cast<int>(test::real().lexicon().symbols.size()) - 1;
  test::Random random(4);
  MatchScratch scratch;
  Span span;
  std::vector<Span> slots;
  const auto check = [&](const std::vector<Rule>& list, const RuleIndex& index) {
    for (std::size_t r = 0; r < list.size(); ++r) {
      for (int n = 0; n < 20; ++n) {
        const std::string sketch = test::random_sketch(*list[r].pattern, random, classes);
        if (!list[r].program->search(sketch, 0, scratch, span, slots)) continue;
        const auto found = candidates(index, sketch);
        REQUIRE_MESSAGE(std::find(found.begin(), found.end(), r) != found.end(), list[r].id);
      }
    }
  };
  check(rules.rewrites, rules.rewrite_index);
  check(rules.guards, rules.guard_index);
  check(rules.facts, rules.fact_index);
}
