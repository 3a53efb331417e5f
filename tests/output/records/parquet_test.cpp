// Parquet is not written here: DuckDB makes it from CSV, with the line that README.md shows.
#include <doctest/doctest.h>

#include <cstdlib>

#include "tests/support/sample_records.h"
#include "tests/support/temp_folder.h"

namespace recount {
namespace {

bool succeeds(const std::string& command) { return std::system(command.c_str()) == 0; }

TEST_CASE("parquet: DuckDB makes it from CSV, if it is there") {
  if (!succeeds("command -v duckdb >/dev/null 2>&1")) {
    MESSAGE("no duckdb on this machine");
    return;
  }
  const testing::TempFolder folder;
  const auto writer = open_records(folder.path("facts.csv"), RecordKind::kCsv, {});
  REQUIRE(writer.ok());
  REQUIRE(write(*writer.value(), testing::sample_record("a", 3)));
  REQUIRE_FALSE(writer.value()->commit());
  const std::string enter = "cd '" + folder.path() + "' && ";
  CHECK(succeeds(enter + "duckdb -c \"COPY (FROM read_csv('facts.csv', types = {'id': 'VARCHAR', "
                         "'fingerprint': 'VARCHAR', 'election': 'VARCHAR', 'number': 'DOUBLE'})) "
                         "TO 'facts.parquet'\""));
  CHECK(succeeds(enter +
                 "duckdb -noheader -csv -c \"SELECT count(*), sum(number), typeof(any_value(id)) "
                 "FROM 'facts.parquet'\" >counted"));
  CHECK(testing::read_file(folder.path("counted")).rfind("3,3", 0) == 0);
}

}  // namespace
}  // namespace recount
