// What the columns of records mean: one description, from which the header of CSV, the tables of a
// database and the descriptions beside the files are made.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace recount {

enum class FieldType : std::uint8_t { kText, kInteger, kNumber, kBoolean, kDay, kAny };

/// A column. All views are of constants.
struct Field {
  std::string_view name;
  FieldType type = FieldType::kText;
  std::string_view description;
  bool required = false;                          // never null
  std::string_view unit = {};                     // of numbers: "percent"
  std::string_view pattern = {};                  // of text: a regular expression for all of it
  std::span<const std::string_view> values = {};  // the only ones there are, if there are any
};

struct ForeignKey {
  std::string_view field;
  std::string_view table;
  std::string_view key;  // the field there
};

struct Table {
  std::string_view name;
  std::string_view title;
  std::string_view description;
  std::span<const Field> fields;
  std::string_view primary_key;
  std::span<const ForeignKey> foreign_keys = {};
};

/// A fact with what is known about its document, a row each: what CSV holds. The value is in
/// `number` or in `outcome`.
const Table& flat_fact_table();
/// The same as lines of JSON hold it: with one `value` instead of the two.
const Table& json_fact_table();
/// A fact as a row beside the row of its document.
const Table& fact_table();
const Table& document_table();
const Table& copy_table();
const Table& run_table();
const Table& council_table();
const Table& area_table();
const Table& party_table();
const Table& registration_table();
/// The four above: what stands beside the facts and is the same for all of them.
std::span<const Table* const> registry_tables();
/// What many articles come to, as CSV and a database hold it: lists and their like are JSON.
const Table& consensus_table();
const Table& conflict_table();
const Table& conflict_fact_table();

}  // namespace recount
