// Councils, areas and parties as rows of cells, whatever they are written to.
#pragma once

#include <functional>
#include <span>
#include <string_view>

#include "output/records/record_schema.h"

namespace recount {

struct Registry;

/// Calls `row` with the cells of each row of `table`, one of registry_tables(), in the order of its
/// fields. A cell that is empty is unknown; truth values are "true" and "false".
void each_registry_row(const Registry& registry, const Table& table,
                       const std::function<void(std::span<const std::string_view>)>& row);

}  // namespace recount
