// The elections of facts whose article does not say when it was.
#pragma once

#include <cstdint>
#include <vector>

#include "extractor/facts/fact.h"

namespace recount {

/// Gives facts that tell no polling day (none at all, or only a year) the one of the others'
/// elections that fits: one that others tell of such a council or area, of that year, and whose
/// facts the article's cannot be said to contradict, in any of its places. If several fit, or none,
/// the facts stay as they are. Where no year is told and the others tell of several days, at least
/// two of the article's figures, or of the councils that it says changed hands, must be told alike
/// of that day by others, or a copy or version of the article must tell that day alone; so also,
/// always, before totals of all contests are given it. All facts of one witness without a day are
/// of one election.
void find_missing_elections(std::vector<Fact>& facts, const std::vector<std::uint32_t>& witnesses);

}  // namespace recount
