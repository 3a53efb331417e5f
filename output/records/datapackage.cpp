#include "output/records/datapackage.h"

#include <array>
#include <nlohmann/json.hpp>

#include "output/records/record_schema.h"
#include "output/records/sqlite_schema.h"

namespace recount {
namespace {

using nlohmann::ordered_json;

constexpr std::string_view kProfiles = "https://datapackage.org/profiles/2.0/";

std::string profile(std::string_view name) { return std::string(kProfiles) + std::string(name); }

std::string_view type_name(FieldType type) {
  switch (type) {
    case FieldType::kInteger:
      return "integer";
    case FieldType::kNumber:
      return "number";
    case FieldType::kBoolean:
      return "boolean";
    case FieldType::kDay:
      return "date";
    case FieldType::kAny:
      return "any";
    case FieldType::kText:
      break;
  }
  return "string";
}

ordered_json field_json(const Field& field, bool key, bool database) {
  ordered_json out;
  out["name"] = field.name;
  out["type"] = type_name(field.type);
  // A database has numbers for truth values.
  if (field.type == FieldType::kBoolean) {
    out["trueValues"] = {database ? "1" : "true"};
    out["falseValues"] = {database ? "0" : "false"};
  }
  out["description"] = field.description;
  if (!field.unit.empty()) out["unit"] = field.unit;
  ordered_json constraints = ordered_json::object();
  if (field.required) constraints["required"] = true;
  if (key) constraints["unique"] = true;
  if (!field.pattern.empty()) constraints["pattern"] = field.pattern;
  if (!field.values.empty()) constraints["enum"] = field.values;
  if (!constraints.empty()) out["constraints"] = std::move(constraints);
  return out;
}

ordered_json schema_json(const Table& table, bool database) {
  ordered_json out;
  out["$schema"] = profile("tableschema.json");
  for (const Field& field : table.fields) {
    out["fields"].push_back(field_json(field, field.name == table.primary_key, database));
  }
  out["missingValues"] = {""};
  if (!table.primary_key.empty()) out["primaryKey"] = {table.primary_key};
  for (const ForeignKey& key : table.foreign_keys) {
    out["foreignKeys"].push_back(
        {{"fields", {key.field}}, {"reference", {{"resource", key.table}, {"fields", {key.key}}}}});
  }
  return out;
}

ordered_json resource_json(const Table& table, const std::string& path, RecordKind kind) {
  ordered_json out;
  out["name"] = table.name;
  out["type"] = "table";
  out["path"] = path;
  out["title"] = table.title;
  out["description"] = table.description;
  out["encoding"] = "utf-8";
  switch (kind) {
    case RecordKind::kJsonl:
      out["format"] = "jsonl";
      out["mediatype"] = "application/jsonl";
      break;
    case RecordKind::kCsv:
      out["format"] = "csv";
      out["mediatype"] = "text/csv";
      out["dialect"] = {{"$schema", profile("tabledialect.json")},
                        {"delimiter", ","},
                        {"lineTerminator", "\r\n"},
                        {"quoteChar", "\""},
                        {"doubleQuote", true},
                        {"header", true}};
      break;
    case RecordKind::kSqlite:
      out["format"] = "sqlite";
      out["mediatype"] = "application/vnd.sqlite3";
      out["dialect"] = {{"$schema", profile("tabledialect.json")}, {"table", table.name}};
      break;
  }
  out["schema"] = schema_json(table, kind == RecordKind::kSqlite);
  return out;
}

/// As names of packages may be written: lower case, figures, "-", "_" and ".".
std::string package_name(const std::string& file) {
  std::string out;
  for (const char c : file_stem(file)) {
    const bool upper = c >= 'A' && c <= 'Z';
    const bool fine = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '.';
    out += upper ? static_cast<char>(c - 'A' + 'a') : fine ? c : '-';
  }
  return out;
}

}  // namespace

std::string file_stem(const std::string& file) {
  const std::size_t slash = file.rfind('/');
  std::string name = slash == std::string::npos ? file : file.substr(slash + 1);
  const std::size_t dot = name.rfind('.');
  if (dot != std::string::npos && dot != 0) name.resize(dot);
  return name;
}

std::string registry_file(const std::string& file, std::string_view table) {
  return file_stem(file) + "-" + std::string(table) + ".csv";
}

std::string datapackage_json(const std::string& file, RecordKind kind, bool with_registry) {
  ordered_json out;
  out["$schema"] = profile("datapackage.json");
  out["name"] = package_name(file);
  out["title"] = flat_fact_table().title;
  out["description"] = flat_fact_table().description;
  ordered_json& resources = out["resources"] = ordered_json::array();
  if (kind == RecordKind::kSqlite) {
    for (const Table* table : sqlite_tables()) {
      resources.push_back(resource_json(*table, file, kind));
    }
  } else {
    const Table& facts = kind == RecordKind::kCsv ? flat_fact_table() : json_fact_table();
    resources.push_back(resource_json(facts, file, kind));
    for (const Table* table : registry_tables()) {
      if (!with_registry) break;
      const std::string path = registry_file(file, table->name);
      resources.push_back(resource_json(*table, path, RecordKind::kCsv));
    }
  }
  if (with_registry) {
    out["sources"] = {{{"title", "UK local authority names and codes, mySociety (CC BY 4.0)"},
                       {"path", "https://github.com/mysociety/uk_local_authority_names_and_codes"}},
                      {{"title", "Register of political parties, Electoral Commission (OGL 3.0)"},
                       {"path", "https://search.electoralcommission.org.uk/"}}};
  }
  return out.dump(2, ' ', false, ordered_json::error_handler_t::replace) + '\n';
}

}  // namespace recount
