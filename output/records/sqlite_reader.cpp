#include <string>
#include <vector>

#include "output/records/fact_sink.h"
#include "output/records/record_schema.h"
#include "output/records/sqlite_database.h"
#include "output/records/sqlite_schema.h"

namespace recount {
namespace {

constexpr int kReadPatience = 10'000;  // milliseconds to wait for a writer

/// All fields of a fact with what is known about its document, article by article.
std::string select_facts() {
  std::string columns;
  for (const Field& field : flat_fact_table().fields) {
    bool of_fact = false;
    for (const Field& own : fact_table().fields) of_fact = of_fact || own.name == field.name;
    columns += columns.empty() ? "" : ", ";
    columns += std::string(of_fact ? "f" : "d") + ".\"" + std::string(field.name) + '"';
  }
  return "SELECT " + columns +
         " FROM facts AS f JOIN documents AS d ON d.doc = f.doc ORDER BY f.doc, f.rowid";
}

}  // namespace

void read_sqlite_facts(const std::string& path, FactSink& sink) {
  SqliteDatabase database(path, kReadPatience, SqliteDatabase::Access::kRead);
  if (database.query_integer("PRAGMA application_id") != kSqliteApplication) {
    database.fail("it is a database that recount did not make");
  } else if (database.query_integer("PRAGMA user_version") != kSqliteSchema) {
    database.fail("it is a database of another version of recount");
  }
  SqliteStatement rows = database.prepare(select_facts());
  const auto fields = flat_fact_table().fields;
  for (std::size_t number = 1; rows.step(); ++number) {
    const auto cell = [&](std::string_view name) {
      int column = 0;
      while (fields[static_cast<std::size_t>(column)].name != name) ++column;
      return rows.text(column);
    };
    sink.take(fact_of_row(cell, sink.article()), number);
  }
  if (database.error()) sink.unreadable(database.error()->message);
}

}  // namespace recount
