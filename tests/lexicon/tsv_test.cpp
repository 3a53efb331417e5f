#include "extractor/lexicon/tsv.h"

#include <doctest/doctest.h>

using namespace recount;

namespace {

struct ReadTable {
  PatternFiles files;
  Faults faults;
  TsvTable table;
  explicit ReadTable(const std::string& content) : files({{"t.tsv", content}}) {
    table = read_tsv(files, "t.tsv", {"id", "name"}, faults);
  }
};

}  // namespace

TEST_CASE("a table gives its rows with line numbers") {
  const ReadTable read("id\tname\na\tA\n\nb\tB b\n");
  CHECK(read.faults.empty());
  REQUIRE(read.table.rows.size() == 2);
  CHECK(read.table.rows[0].line == 2);
  CHECK(read.table.rows[1].line == 4);
  CHECK(read.table.rows[1].cells[1] == "B b");
}

TEST_CASE("the last line of a table needs no line end") {
  const ReadTable read("id\tname\na\tA");
  CHECK(read.faults.empty());
  CHECK(read.table.rows.size() == 1);
}

TEST_CASE("empty cells are cells") {
  const ReadTable read("id\tname\na\t\n");
  CHECK(read.faults.empty());
  CHECK(read.table.rows[0].cells[1].empty());
}

TEST_CASE("another header is a fault and nothing is read") {
  const ReadTable read("id\ttitle\na\tA\n");
  REQUIRE(read.faults.list().size() == 1);
  CHECK(read.faults.list()[0].line == 1);
  CHECK(read.faults.list()[0].file == "t.tsv");
  CHECK(read.faults.list()[0].piece == "id\ttitle");
  CHECK(read.table.rows.empty());
}

TEST_CASE("each row with too few or too many cells is a fault") {
  const ReadTable read("id\tname\na\nb\tB\nc\tC\tx\n");
  REQUIRE(read.faults.list().size() == 2);
  CHECK(read.faults.list()[0].line == 2);
  CHECK(read.faults.list()[0].rule == "a");
  CHECK(read.faults.list()[1].line == 4);
  CHECK(read.faults.list()[1].piece == "3");
  CHECK(read.table.rows.size() == 1);
}

TEST_CASE("a missing table is a fault") {
  const PatternFiles files({});
  Faults faults;
  CHECK(read_tsv(files, "t.tsv", {"id"}, faults).rows.empty());
  REQUIRE(faults.list().size() == 1);
  CHECK(faults.report() == "t.tsv: the file is missing");
}

TEST_CASE("split_list gives the items that are not empty") {
  using Items = std::vector<std::string_view>;
  CHECK(split_list("a|b|c") == Items{"a", "b", "c"});
  CHECK(split_list("a") == Items{"a"});
  CHECK(split_list("").empty());
  CHECK(split_list("|a||b|") == Items{"a", "b"});
}
