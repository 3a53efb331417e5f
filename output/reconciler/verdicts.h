// The verdicts on one contest.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "output/reconciler/grouping.h"
#include "output/reconciler/reconciler.h"

namespace recount {

/// Adds to `out` the rows of consensus and the conflicts of one group. Of one witness with several
/// articles (versions of a page, copies), what a later one says of a figure replaces what an
/// earlier one said; so do facts those that `replaced` (running_counts.h) names them for. What is
/// replaced is in no conflict.
void add_verdicts(const Group& group, const std::vector<std::uint32_t>& witnesses,
                  const std::vector<std::optional<std::uint32_t>>& replaced,
                  const Directory& directory, Reconciliation& out);

}  // namespace recount
