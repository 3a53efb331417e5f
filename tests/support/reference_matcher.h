// A slow matcher that is right by being plain: backtracking over the tree of a pattern.
#pragma once

#include <optional>

#include "extractor/rules/matcher.h"

namespace recount::test {

/// The leftmost match at `from` or later, with Perl's preferences (first branch, longest repetition
/// first), as match_at() must give it. Nothing when the search took more than `budget` steps;
/// `found` then says nothing.
struct ReferenceMatch {
  bool decided = true;
  bool found = false;
  Span span;
  std::vector<Span> slots;
};
ReferenceMatch reference_match(const Pattern& pattern, const std::string& symbols,
                               std::int32_t from, long budget = 2'000'000);

/// Whether some repetition without limit has a body that can match nothing: "( <a>? | <b> )*".
/// There RE2 and Perl differ in what they prefer, and there is no reference.
bool loops_on_nothing(const PatternNode& node);

}  // namespace recount::test
