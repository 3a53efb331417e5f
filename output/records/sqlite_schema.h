// What a database of records holds besides its rows: tables, indexes, search, views.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "output/records/record_schema.h"

namespace recount {

/// Marks a database as one of ours ("Rcnt"), and which of our schemas it has.
inline constexpr int kSqliteApplication = 0x52636e74;
inline constexpr int kSqliteSchema = 1;

/// A question that the database answers.
struct View {
  std::string_view name;
  std::string_view title;
  std::string_view description;
  std::string_view query;
};

/// The tables in the order in which they can be made: each after those that its keys name.
std::span<const Table* const> sqlite_tables();
std::span<const View> sqlite_views();

/// The statement that makes a table. Each column has its description as a comment.
std::string sqlite_create_table(const Table& table);
/// INSERT with a parameter for each field of a table, in their order.
std::string sqlite_insert(const Table& table);

/// The statements that make an empty database ours. Each column has its description as a comment.
std::string sqlite_schema();

}  // namespace recount
