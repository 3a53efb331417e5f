// An SQLite file, as a reader sees it.
#pragma once

#include <string>
#include <vector>

namespace recount::testing {

using Rows = std::vector<std::vector<std::string>>;

/// The rows that a query gives, null as "NULL". Throws SQLite's message when it fails.
Rows query(const std::string& path, const std::string& sql);

/// The only cell that a query gives.
std::string query_one(const std::string& path, const std::string& sql);

/// All rows of all tables but `runs` and those that full-text search keeps for itself, each table
/// in the order of its rows.
std::string dump(const std::string& path);

}  // namespace recount::testing
