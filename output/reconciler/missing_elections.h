// The elections of facts whose article does not say when it was.
#pragma once

#include <cstdint>
#include <vector>

#include "extractor/facts/fact.h"

namespace recount {

/// Gives facts that tell no polling day (none at all, or only a year) the
/// one of the others' elections that fits: one that others tell of such a place, of that year, and
/// whose facts the article's cannot be said to contradict, in any of its places. If several fit, or
/// none, the facts stay as they are. All facts of one witness without a day are of one election:
/// totals of all contests of the article are given its day, too, when at least two of its figures,
/// or of the councils that it says changed hands, are told alike of that day by others.
void find_missing_elections(std::vector<Fact>& facts, const std::vector<std::uint32_t>& witnesses);

}  // namespace recount
