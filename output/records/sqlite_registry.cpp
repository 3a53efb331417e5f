#include <string>

#include "output/records/registry_rows.h"
#include "output/records/sqlite_rows.h"

namespace recount {
namespace {

void bind_cell(const Field& field, std::string_view cell, int at, SqliteStatement& insert) {
  if (cell.empty()) {
    insert.bind_null(at);
  } else if (field.type == FieldType::kBoolean) {
    insert.bind_integer(at, cell == "true");
  } else {
    insert.bind(at, cell);
  }
}

void write_table(SqliteDatabase& database, const Registry& registry, const Table& table) {
  const std::string name(table.name);
  database.run(("DELETE FROM " + name).c_str());
  std::string parameters = "?";
  for (std::size_t i = 1; i < table.fields.size(); ++i) parameters += ", ?";
  SqliteStatement insert = database.prepare("INSERT INTO " + name + " VALUES (" + parameters + ")");
  each_registry_row(registry, table, [&](std::span<const std::string_view> cells) {
    for (std::size_t i = 0; i < cells.size(); ++i) {
      bind_cell(table.fields[i], cells[i], static_cast<int>(i) + 1, insert);
    }
    insert.step();
  });
}

}  // namespace

void write_registry(SqliteDatabase& database, const Registry& registry) {
  for (const Table* table : registry_tables()) write_table(database, registry, *table);
}

}  // namespace recount
