// Facts as a table for a person.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

#include "extractor/facts/fact.h"

namespace recount {

/// Place, party, measure, value and quote of the facts of one article, a line each, below a line
/// with `heading`; "no facts" when there are none. Bound and running counts stand with the value:
/// "over 450", "12 so far". Long cells are cut; no line is wider than `width` columns, if that is
/// not below 60. Ends with a newline.
std::string facts_table(std::string_view heading, std::span<const Fact> facts, std::size_t width);

/// The value as the table shows it, with its bound and mark: "+4", "39.5%", "about 20 so far".
std::string value_text(const Fact& fact);

}  // namespace recount
