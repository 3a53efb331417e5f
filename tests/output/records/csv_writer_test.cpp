#include "output/records/csv_writer.h"

#include <doctest/doctest.h>

#include "output/records/record_schema.h"
#include "tests/support/sample_records.h"
#include "tests/support/temp_folder.h"

namespace recount {
namespace {

using testing::read_file;
using testing::sample_fact;
using testing::sample_record;
using testing::TempFolder;

/// The rows of a CSV file, read as RFC 4180 has it and nothing else.
std::vector<std::vector<std::string>> parse_csv(const std::string& text) {
  std::vector<std::vector<std::string>> rows(1);
  std::string cell;
  bool quoted = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (quoted) {
      if (text[i] != '"') {
        cell += text[i];
      } else if (i + 1 < text.size() && text[i + 1] == '"') {
        cell += text[i++];
      } else {
        quoted = false;
      }
    } else if (text[i] == '"') {
      quoted = true;
    } else if (text[i] == ',' || text[i] == '\r') {
      rows.back().push_back(std::move(cell));
      cell.clear();
      if (text[i] == '\r') {
        REQUIRE(text[++i] == '\n');
        rows.emplace_back();
      }
    } else {
      cell += text[i];
    }
  }
  REQUIRE(rows.back().empty());  // the last line ends
  rows.pop_back();
  return rows;
}

std::string cell_of(std::string_view text) {
  std::string line;
  std::string buffer;
  append_csv_cell(text, line, buffer);
  return line;
}

TEST_CASE("csv: every field in its order") {
  CHECK(to_csv_line(sample_fact()) ==
        "0123456789abcdef,medway,BBC News,https://example.org/medway,2023-05-05,fedcba9876543210,"
        "2023-05-04,local.medway.2023-05-04,council,medway,Medway,labour,seats_change,4,,over,true,"
        "unstated,Labour gained more than four seats,10,44,change.gained,0.9\r\n");
  CHECK(to_csv_line(Fact()) ==
        "0000000000000000,,,,,,,,unknown,,,,seats,0,,exact,false,,,0,0,,0\r\n");
}

TEST_CASE("csv: a value is a number or an outcome") {
  Fact fact = sample_fact();
  fact.measure = Measure::kControl;
  fact.outcome = "gain";
  CHECK(to_csv_line(fact).find(",control,,gain,") != std::string::npos);
  fact.measure = Measure::kSeatsChange;
  fact.outcome = "";
  fact.number = -3;
  CHECK(to_csv_line(fact).find(",seats_change,-3,,") != std::string::npos);
  fact.number = 39.5;
  CHECK(to_csv_line(fact).find(",39.5,,") != std::string::npos);
  fact.confidence = 0.87654321;
  CHECK(to_csv_line(fact).find(",0.877\r\n") != std::string::npos);
}

TEST_CASE("csv: cells are quoted when they must be") {
  CHECK(cell_of("plain text") == "plain text");
  CHECK(cell_of("a,b") == "\"a,b\"");
  CHECK(cell_of("a \"b\" c") == "\"a \"\"b\"\" c\"");
  CHECK(cell_of("a\nb") == "\"a\nb\"");
  CHECK(cell_of("a\rb") == "\"a\rb\"");
  CHECK(cell_of(" a") == "\" a\"");
  CHECK(cell_of("a ") == "\"a \"");
}

TEST_CASE("csv: what a spreadsheet could take for a formula stays as it is") {
  for (const char* text : {"=1+1", "+4", "-3", "@here", "=HYPERLINK(A1)"})
    CHECK(cell_of(text) == text);
}

TEST_CASE("csv: hostile text comes back whole") {
  const TempFolder folder;
  const std::string path = folder.path("facts.csv");
  testing::SampleRecord record = sample_record("a,\"b\"\r\nc", 3);
  record.facts[0].quote = "\"\"\r\n,;'=cmd|' /C calc'!A0";
  record.facts[1].quote = std::string("nul \0 and \xff", 11);
  record.facts[2].quote = std::string(10'000'000, '"');
  const auto writer = open_records(path, RecordKind::kCsv, {});
  REQUIRE(writer.ok());
  REQUIRE(write(*writer.value(), record));
  REQUIRE_FALSE(writer.value()->commit());
  const auto rows = parse_csv(read_file(path));
  REQUIRE(rows.size() == 4);
  for (const auto& row : rows) CHECK(row.size() == flat_fact_table().fields.size());
  CHECK(rows[1][1] == "a,\"b\"\r\nc");
  CHECK(rows[1][18] == record.facts[0].quote);
  CHECK(rows[2][18] == "nul \xef\xbf\xbd and \xef\xbf\xbd");
  CHECK(rows[3][18] == record.facts[2].quote);
}

TEST_CASE("csv: the header names the columns, also when there are no facts") {
  const TempFolder folder;
  const std::string path = folder.path("facts.csv");
  const auto writer = open_records(path, RecordKind::kCsv, {});
  REQUIRE(writer.ok());
  REQUIRE(write(*writer.value(), sample_record("empty", 0)));
  REQUIRE_FALSE(writer.value()->commit());
  CHECK(read_file(path) ==
        "id,doc,source,url,published,fingerprint,election,election_id,place_kind,place,place_name,"
        "party,measure,number,outcome,bound,partial,baseline,quote,start,end,rule,confidence\r\n");
}

}  // namespace
}  // namespace recount
