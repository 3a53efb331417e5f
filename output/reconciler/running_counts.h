// Totals of a count that went on.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "extractor/facts/fact.h"

namespace recount {

/// For each fact the one, by number, whose later total has replaced it; nothing for most. Replaced
/// is a figure of seats or councils of an area, or of all contests of an article, of one election,
/// when an article of a later day tells more of it in the same direction, but less than four times
/// as much; one that is told as a running count ("so far"), also when an article of the same day
/// does. Totals of all contests must be so large that no part of the country has them, since
/// nobody knows whether small ones are of the same contests. Costs about n log n in facts.
std::vector<std::optional<std::uint32_t>> replaced_totals(const std::vector<Fact>& facts);

}  // namespace recount
