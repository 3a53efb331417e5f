#include "tests/support/database.h"

#include <sqlite3.h>

#include <memory>
#include <stdexcept>

namespace recount::testing {

Rows query(const std::string& path, const std::string& sql) {
  sqlite3* opened = nullptr;
  const int code = sqlite3_open_v2(path.c_str(), &opened, SQLITE_OPEN_READWRITE, nullptr);
  const std::unique_ptr<sqlite3, decltype(&sqlite3_close)> handle(opened, sqlite3_close);
  if (code != SQLITE_OK) throw std::runtime_error(sqlite3_errmsg(handle.get()));
  sqlite3_busy_timeout(handle.get(), 10'000);
  Rows rows;
  const auto add = [](void* out, int count, char** cells, char**) {
    auto& row = static_cast<Rows*>(out)->emplace_back();
    for (int i = 0; i < count; ++i) row.emplace_back(cells[i] == nullptr ? "NULL" : cells[i]);
    return 0;
  };
  if (sqlite3_exec(handle.get(), sql.c_str(), add, &rows, nullptr) != SQLITE_OK) {
    throw std::runtime_error(sql + ": " + sqlite3_errmsg(handle.get()));
  }
  return rows;
}

std::string query_one(const std::string& path, const std::string& sql) {
  const Rows rows = query(path, sql);
  if (rows.size() != 1 || rows[0].size() != 1) throw std::runtime_error(sql + ": no single cell");
  return rows[0][0];
}

std::string dump(const std::string& path) {
  std::string out;
  const Rows tables = query(path,
                            "SELECT name, sql FROM sqlite_master WHERE name <> 'runs' AND "
                            "name NOT LIKE 'facts_fts%' ORDER BY name");
  for (const auto& table : tables) {
    out += table[1] + '\n';
    if (table[1].rfind("CREATE TABLE", 0) != 0) continue;
    for (const auto& row : query(path, "SELECT rowid, * FROM " + table[0] + " ORDER BY rowid")) {
      for (const std::string& cell : row) out += cell + '|';
      out += '\n';
    }
  }
  return out;
}

}  // namespace recount::testing
