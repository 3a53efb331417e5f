// Totals of a count that went on.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "extractor/facts/fact.h"
#include "output/reconciler/directory.h"

namespace recount {

/// For each fact the one, by number, whose later total has replaced it; nothing for most. Replaced
/// is a figure of seats or councils of an area, or of all contests of an article, of one election,
/// when an article of a later day tells more of it in the same direction, but less than four times
/// as much. A running count ("so far", or "more than 450" of what others put much higher) is also
/// replaced by an article of the same day, or where a day is not known; and one of a nation that
/// the text calls a running one, by the total of all contests. "About 450" is never replaced by
/// what it can be rounded from. Totals of all contests must be so large that no part of the country
/// has them, since nobody knows whether small ones are of the same contests. Costs about n log n in
/// facts.
std::vector<std::optional<std::uint32_t>> replaced_totals(const std::vector<Fact>& facts,
                                                          const Directory& directory);

}  // namespace recount
