// Councils, areas and parties as comma-separated values.
#pragma once

#include <string>

#include "output/records/record_schema.h"

namespace recount {

struct Registry;

/// The rows of `table`, one of registry_tables(), below a header; as CsvWriter writes them.
std::string registry_csv(const Registry& registry, const Table& table);

}  // namespace recount
