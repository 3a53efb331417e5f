// When a fact and a gold fact say the same.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "extractor/facts/fact.h"

namespace recount {

inline constexpr std::string_view kNoParty = "-";

/// A number in its shortest form: "7", "-3", "39.5".
std::string number_reading(double number);

/// Place, party, measure and value in one line, "medway labour seats 33": two facts of the same
/// reading are one. Being in control is one reading however it came about ("in-control"), losing it
/// another.
std::string reading(std::string_view place, std::string_view party, Measure measure,
                    std::string_view value);

/// The reading of a fact; its place is an id, "all" or "unknown".
std::string reading(const Fact& fact);

/// Adds to the places that count as right for a gold fact of place kind `kind` those that cannot be
/// told apart from it: `all` for an area, the largest areas for `all`.
void add_whole_areas(std::string_view kind, std::vector<std::string>& places);

}  // namespace recount
