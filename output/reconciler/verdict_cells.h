// Verdicts as rows of cells, whatever they are written to.
#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "output/reconciler/reconciler.h"

namespace recount {

/// Nothing, a number, or text.
using VerdictCell = std::variant<std::monostate, double, std::string>;

/// The cells of consensus_table(), in the order of its fields.
std::vector<VerdictCell> consensus_cells(const ConsensusRow& row);
/// The cells of conflict_table(). `facts`: those of the reconciliation.
std::vector<VerdictCell> conflict_cells(const ConflictRow& row, const std::vector<Fact>& facts);

}  // namespace recount
