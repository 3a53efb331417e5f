#include "output/records/sqlite_schema.h"

#include <vector>

namespace recount {
namespace {

std::string_view sql_type(FieldType type) {
  switch (type) {
    case FieldType::kInteger:
    case FieldType::kBoolean:
      return "INTEGER";
    case FieldType::kNumber:
    case FieldType::kAny:  // numbers stay numbers, and words stay words
      return "NUMERIC";
    case FieldType::kText:
    case FieldType::kDay:
      break;
  }
  return "TEXT";
}

/// Quoted where the name is a word of SQL.
std::string column_name(std::string_view name) {
  return name == "end" ? "\"end\"" : std::string(name);
}

std::string column_comment(const Field& field) {
  std::string out(field.description);
  if (!field.unit.empty()) out.append(" (").append(field.unit).append(")");
  return out;
}

std::string column(const Table& table, const Field& field) {
  std::string out = column_name(field.name) + ' ' + std::string(sql_type(field.type));
  if (field.required) out += " NOT NULL";
  // Full-text search goes by the number of the row, so facts have another key for themselves.
  if (field.name == table.primary_key) out += &table == &fact_table() ? " UNIQUE" : " PRIMARY KEY";
  for (const ForeignKey& key : table.foreign_keys) {
    if (key.field != field.name) continue;
    out.append(" REFERENCES ").append(key.table).append("(").append(key.key).append(")");
  }
  return out;
}

constexpr std::string_view kIndexes = R"sql(
CREATE UNIQUE INDEX documents_of_input ON documents (path, run_doc);
CREATE INDEX documents_by_source ON documents (source, published);
CREATE INDEX facts_of_document ON facts (doc);
CREATE INDEX facts_by_measure ON facts (measure, place, election, party);
CREATE INDEX facts_by_place ON facts (place, election);
CREATE INDEX facts_by_party ON facts (party, measure);
CREATE INDEX facts_by_election ON facts (election);
CREATE INDEX copies_of ON copies (copy_of);
CREATE INDEX councils_by_gss ON councils (gss);
CREATE INDEX registrations_of ON registrations (party);
)sql";

// The index of words is kept beside the facts, whose quotes it does not hold again.
constexpr std::string_view kSearch = R"sql(
CREATE VIRTUAL TABLE facts_fts USING fts5 (
  quote, content="facts", content_rowid="rowid", tokenize="unicode61 remove_diacritics 2"
);
CREATE TRIGGER facts_search_insert AFTER INSERT ON facts BEGIN
  INSERT INTO facts_fts (rowid, quote) VALUES (new.rowid, new.quote);
END;
CREATE TRIGGER facts_search_delete AFTER DELETE ON facts BEGIN
  INSERT INTO facts_fts (facts_fts, rowid, quote) VALUES ('delete', old.rowid, old.quote);
END;
CREATE TRIGGER facts_search_update AFTER UPDATE OF rowid, quote ON facts BEGIN
  INSERT INTO facts_fts (facts_fts, rowid, quote) VALUES ('delete', old.rowid, old.quote);
  INSERT INTO facts_fts (rowid, quote) VALUES (new.rowid, new.quote);
END;
)sql";

}  // namespace

std::string sqlite_create_table(const Table& table) {
  std::string out = "CREATE TABLE " + std::string(table.name) + " (\n";
  if (&table == &fact_table()) {
    out += "  rowid INTEGER PRIMARY KEY,  -- Number of the row, which full-text search goes by\n";
  }
  for (std::size_t i = 0; i < table.fields.size(); ++i) {
    const bool last = i + 1 == table.fields.size();
    out += "  " + column(table, table.fields[i]) + (last ? "" : ",") + "  -- " +
           column_comment(table.fields[i]) + '\n';
  }
  return out + ");\n";
}

std::string sqlite_insert(const Table& table) {
  std::string columns;
  std::string parameters;
  for (const Field& field : table.fields) {
    const char* separator = columns.empty() ? "" : ", ";
    columns.append(separator).append("\"").append(field.name).append("\"");
    parameters.append(separator).append("?");
  }
  return "INSERT INTO " + std::string(table.name) + " (" + columns + ") VALUES (" + parameters +
         ")";
}

std::span<const Table* const> sqlite_tables() {
  static const std::vector<const Table*> tables = [] {
    std::vector<const Table*> out{&document_table(), &fact_table(), &copy_table(), &run_table()};
    out.insert(out.end(), registry_tables().begin(), registry_tables().end());
    return out;
  }();
  return tables;
}

std::string sqlite_schema() {
  std::string out;
  for (const Table* table : sqlite_tables()) out += sqlite_create_table(*table);
  out.append(kIndexes).append(kSearch);
  for (const View& view : sqlite_views()) {
    out.append("CREATE VIEW ").append(view.name).append(" AS  -- ").append(view.description);
    out.append(view.query).append(";\n");
  }
  out += "PRAGMA application_id = " + std::to_string(kSqliteApplication) + ";\n";
  out += "PRAGMA user_version = " + std::to_string(kSqliteSchema) + ";\n";
  return out;
}

}  // namespace recount
