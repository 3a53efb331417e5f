#include "output/records/describe.h"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>
#include <regex>
#include <set>

#include "extractor/facts/registry.h"
#include "output/records/datapackage.h"
#include "output/records/jsonl.h"
#include "output/records/sqlite_schema.h"
#include "tests/support/database.h"
#include "tests/support/mini_patterns.h"
#include "tests/support/sample_records.h"
#include "tests/support/temp_folder.h"

namespace recount {
namespace {

using nlohmann::json;
using testing::read_file;
using testing::TempFolder;

const std::set<std::string> kTypes{"string", "integer", "number", "boolean", "date", "any"};

/// What the standard asks of a field.
void check_field(const json& field) {
  CAPTURE(field.dump());
  CHECK(kTypes.count(field.at("type").get<std::string>()) == 1);
  CHECK_FALSE(field.at("description").get<std::string>().empty());
  const json constraints = field.value("constraints", json::object());
  for (const auto& [key, value] : constraints.items()) {
    if (key == "required" || key == "unique") CHECK(value.is_boolean());
    if (key == "enum") CHECK(value.size() > 1);
    if (key == "pattern") CHECK_NOTHROW(std::regex(value.get<std::string>()));
  }
}

void check_resource(const json& resource, const json& package) {
  CAPTURE(resource.at("name").get<std::string>());
  CHECK(resource.at("type") == "table");
  CHECK(resource.at("path").get<std::string>().find('/') == std::string::npos);
  const json& schema = resource.at("schema");
  std::set<std::string> names;
  for (const json& field : schema.at("fields")) {
    check_field(field);
    CHECK(names.insert(field.at("name")).second);
  }
  for (const json& key : schema.at("primaryKey")) CHECK(names.count(key) == 1);
  const json keys = schema.value("foreignKeys", json::array());
  for (const json& key : keys) {
    CHECK(names.count(key.at("fields").at(0)) == 1);
    const json& reference = key.at("reference");
    bool found = false;
    for (const json& other : package.at("resources")) {
      if (other.at("name") != reference.at("resource")) continue;
      for (const json& field : other.at("schema").at("fields")) {
        found = found || field.at("name") == reference.at("fields").at(0);
      }
    }
    CHECK(found);
  }
}

json package_of(RecordKind kind, const std::string& file) {
  const json package = json::parse(datapackage_json(file, kind, true));
  CHECK(package.at("$schema") == "https://datapackage.org/profiles/2.0/datapackage.json");
  CHECK(std::regex_match(package.at("name").get<std::string>(), std::regex("[-a-z0-9._]+")));
  REQUIRE_FALSE(package.at("resources").empty());
  std::set<std::string> names;
  for (const json& resource : package.at("resources")) {
    CHECK(names.insert(resource.at("name")).second);
    check_resource(resource, package);
  }
  return package;
}

std::vector<std::string> field_names(const json& resource) {
  std::vector<std::string> out;
  for (const json& field : resource.at("schema").at("fields")) out.push_back(field.at("name"));
  return out;
}

TEST_CASE("data package: has the shape of the standard, whatever is described") {
  for (const RecordKind kind : {RecordKind::kJsonl, RecordKind::kCsv, RecordKind::kSqlite}) {
    const json package = package_of(kind, "May 2023 (b).x");
    CHECK(package.at("name") == "may-2023--b-");
    CHECK(package.at("resources").at(0).at("path") == "May 2023 (b).x");
  }
}

TEST_CASE("data package: the fields are those that were written") {
  const json lines = package_of(RecordKind::kJsonl, "facts.jsonl").at("resources").at(0);
  const json record = json::parse(to_json_line(testing::sample_fact()));
  CHECK(field_names(lines).size() == record.size());
  for (const std::string& name : field_names(lines)) CHECK(record.contains(name));
  CHECK(lines.at("format") == "jsonl");

  const TempFolder folder;
  const std::string path = folder.path("facts.sqlite");
  REQUIRE_FALSE(open_records(path, RecordKind::kSqlite, {}).value()->commit());
  const json package = package_of(RecordKind::kSqlite, "facts.sqlite");
  for (const json& resource : package.at("resources")) {
    const std::string table = resource.at("name");
    CAPTURE(table);
    CHECK(resource.at("dialect").at("table") == table);
    std::vector<std::string> columns;
    for (const auto& row : testing::query(path, "PRAGMA table_info(" + table + ")")) {
      if (row[1] != "rowid") columns.push_back(row[1]);
    }
    CHECK(field_names(resource) == columns);
  }
}

TEST_CASE("data package: measures and bounds are all that there are") {
  const json facts = package_of(RecordKind::kCsv, "facts.csv").at("resources").at(0);
  for (const json& field : facts.at("schema").at("fields")) {
    if (field.at("name") != "measure") continue;
    const json& measures = field.at("constraints").at("enum");
    CHECK(measures.size() == kMeasureCount);
    for (std::size_t i = 0; i < kMeasureCount; ++i) {
      CHECK(measures.at(i) == measure_name(static_cast<Measure>(i)));
    }
  }
}

TEST_CASE("describe: beside CSV stand a package and the tables of councils and parties") {
  const TempFolder folder;
  const std::string path = folder.path("may.csv");
  Faults faults;
  const Registry registry = load_registry(PatternFiles(test::mini_files()), faults);
  REQUIRE_FALSE(describe_records(path, RecordKind::kCsv, &registry));
  const json package = json::parse(read_file(folder.path("datapackage.json")));
  CHECK(package.at("resources").size() == 5);
  for (const json& resource : package.at("resources")) {
    if (resource.at("path") == "may.csv") continue;
    const std::string text = read_file(folder.path(resource.at("path").get<std::string>()));
    std::string header;
    for (const std::string& name : field_names(resource)) header += "," + name;
    CHECK(text.substr(0, text.find("\r\n")) == header.substr(1));
  }
  CHECK(read_file(folder.path("may-councils.csv")).find("\r\nmedway,Medway,") != std::string::npos);
}

TEST_CASE("describe: beside a database stands Datasette's metadata, which knows all tables") {
  const TempFolder folder;
  const std::string path = folder.path("may.sqlite");
  REQUIRE_FALSE(open_records(path, RecordKind::kSqlite, {}).value()->commit());
  REQUIRE_FALSE(describe_records(path, RecordKind::kSqlite, nullptr));
  const json metadata = json::parse(read_file(folder.path("may.metadata.json")));
  const json& tables = metadata.at("databases").at("may").at("tables");
  const testing::Rows rows =
      testing::query(path,
                     "SELECT name FROM sqlite_master WHERE type IN ('table', 'view') AND "
                     "name NOT LIKE 'facts_fts%'");
  CHECK(tables.size() == rows.size());
  for (const auto& row : rows) {
    CAPTURE(row[0]);
    REQUIRE(tables.contains(row[0]));
    const json& table = tables.at(row[0]);
    CHECK_FALSE(table.at("title").get<std::string>().empty());
    std::set<std::string> columns;
    for (const auto& column : testing::query(path, "PRAGMA table_info(" + row[0] + ")")) {
      columns.insert(column[1]);
    }
    const json facets = table.value("facets", json::array());
    for (const json& facet : facets) CHECK_MESSAGE(columns.count(facet) == 1, facet.dump());
    for (const char* key : {"label_column", "sort", "sort_desc"}) {
      if (table.contains(key)) CHECK_MESSAGE(columns.count(table.at(key)) == 1, key);
    }
  }
}

TEST_CASE("describe: what cannot be written is an error") {
  const auto error = describe_records("/nowhere/facts.csv", RecordKind::kCsv, nullptr);
  REQUIRE(error);
  CHECK(error->code == ErrorCode::kCannotWrite);
}

}  // namespace
}  // namespace recount
