#include "output/batch/checkpoint.h"

#include <doctest/doctest.h>

namespace recount {
namespace {

TEST_CASE("checkpoint: comes back from its line") {
  Checkpoint out;
  out.position = {3, std::uint64_t{1} << 40, 7};
  out.record_bytes = 1'234;
  out.error_bytes = 56;
  out.copy_bytes = 78;
  out.summary.documents = 1;
  out.summary.passed_over = 2;
  out.summary.empty = 3;
  out.summary.copies = 4;
  out.summary.failed = 5;
  out.summary.faults = 6;
  out.summary.bytes = 7;
  out.summary.disk_bytes = 8;
  out.summary.seconds = 1.5;
  out.summary.facts[2] = 9;
  out.summary.accepted = 10;
  out.summary.rejected = 11;
  out.summary.corrected = 12;
  out.ids = {{~std::uint64_t{0}, 0, 0}, {11, 12, 2}, {13, 0, 0}};
  out.texts = {{"a \"doc\"", ~std::uint64_t{1}, {1, 2, ~std::uint64_t{0}}}, {"b", 2, {}}};
  const std::string line = to_journal_line(out);
  CHECK(line.find('\n') == std::string::npos);
  const Result<Checkpoint> in = parse_journal_line(line);
  REQUIRE(in.ok());
  CHECK(in.value().position == out.position);
  CHECK(in.value().summary.fact_count() == 9);
  CHECK(in.value().summary.rejected == 11);
  CHECK(in.value().ids.size() == 3);
  CHECK(in.value().ids[1].number == 2);
  CHECK(in.value().texts[0].doc == "a \"doc\"");
  CHECK(to_journal_line(in.value()) == line);
}

TEST_CASE("checkpoint: another line is none") {
  for (const char* line :
       {"", "{}", "[1]", "{\"position\": [1]}", "{\"position\": \"x\"}",
        "{\"position\":[1,2,3],\"records\":0,\"errors\":0,\"copies\":0,\"summary\":[],"
        "\"ids\":[],\"texts\":[]}"}) {
    CAPTURE(line);
    CHECK_FALSE(parse_journal_line(line).ok());
  }
}

}  // namespace
}  // namespace recount
