#include "output/records/registry_csv.h"

#include <vector>

#include "output/records/csv_writer.h"
#include "output/records/registry_rows.h"

namespace recount {

std::string registry_csv(const Registry& registry, const Table& table) {
  std::string out;
  std::string buffer;
  const auto add = [&](std::span<const std::string_view> cells) {
    for (std::size_t i = 0; i < cells.size(); ++i) {
      if (i > 0) out += ',';
      append_csv_cell(cells[i], out, buffer);
    }
    out += "\r\n";
  };
  std::vector<std::string_view> names;
  for (const Field& field : table.fields) names.push_back(field.name);
  add(names);
  each_registry_row(registry, table, add);
  return out;
}

}  // namespace recount
