// Runs the examples that every rule carries. The command and the tests use it alike.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "extractor/extractor.h"
#include "extractor/facts/fact.h"
#include "extractor/rules/rule.h"

namespace recount {

/// A fact as examples write it: "PLACE PARTY MEASURE VALUE [BOUND] [partial]". PLACE is an id, `*`
/// for all and `?` for unknown, PARTY an id or `-`; BOUND stands only when it is not exact.
std::string example_text(const Fact& fact);

/// An example that came out otherwise than it says.
struct ExampleFailure {
  std::string rule;      // id
  std::string file;      // relative to patterns/
  std::size_t line = 0;  // of the rule, from 1
  Example example;
  std::string why;                    // a sentence fragment: "the facts differ"
  std::vector<std::string> expected;  // sorted, each once
  std::vector<std::string> got;       // likewise
};

struct ExampleReport {
  std::size_t rules = 0;
  std::size_t passed = 0;
  std::vector<ExampleFailure> failures;  // in the order of the rules: rewrites, guards, facts
};

/// Extracts from every example of every rule of `extractor` and compares. An ordinary example must
/// give exactly the facts it lists, and its rule must have taken part: by a fact of its own, or by
/// an event in the trace where it is a guard or yields none. In a counter-example the rule must
/// take no part; if facts are listed, there must be exactly these. The trace does not show where
/// rewrites apply: of them only the facts are compared. Examples that give no day are from
/// 2023-05-05.
ExampleReport check_examples(const Extractor& extractor);

}  // namespace recount
