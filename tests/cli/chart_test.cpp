#include <doctest/doctest.h>

#include <string>

#include "tests/support/command.h"
#include "tests/support/lines.h"
#include "tests/support/temp_folder.h"
#include "tests/support/told.h"

namespace recount {
namespace {

using testing::CommandResult;
using testing::lines;
using testing::read_file;
using testing::run_recount;
using testing::TempFolder;
using testing::ToldFacts;

ToldFacts two_elections() {
  ToldFacts told;
  told.article("a").number("labour", Measure::kSeats, 33);
  told.number("labour", Measure::kSeats, 18).on("2019-05-02");
  return told;
}

TEST_CASE("chart: a file, or standard output") {
  const TempFolder folder;
  folder.write("facts.jsonl", lines(two_elections()));
  const std::string svg = folder.path("medway.svg");
  const CommandResult result =
      run_recount({"chart", folder.path("facts.jsonl"), "--council", "medway", "-o", svg});
  CHECK(result.code == 0);
  CHECK(result.err ==
        "recount: drawn is the election of 2023-05-04; facts are there of "
        "2019-05-02, 2023-05-04 (--election chooses)\n");
  CHECK(read_file(svg).starts_with("<svg "));
  const CommandResult older = run_recount(
      {"chart", "-", "--council", "medway", "--election", "2019-05-02"}, lines(two_elections()));
  CHECK(older.code == 0);
  CHECK(older.err.empty());
  CHECK(older.out.find("Labour: 18 seats") != std::string::npos);
}

TEST_CASE("chart: facts of every format make the same picture") {
  const TempFolder folder;
  const std::string text = RECOUNT_SOURCE_DIR "/tests/output/report/example/medway.txt";
  for (const char* name : {"facts.csv", "facts.sqlite", "facts.jsonl"}) {
    CAPTURE(name);
    const std::string facts = folder.path(name);
    REQUIRE(run_recount({"extract", text, "-o", facts, "-q"}).code == 0);
    const CommandResult chart = run_recount({"chart", facts, "--council", "medway"});
    CHECK(chart.code == 0);
    CHECK(chart.out == read_file(RECOUNT_SOURCE_DIR "/output/report/example.svg"));
  }
}

TEST_CASE("chart: nothing to draw is said") {
  const std::string facts = lines(two_elections());
  const CommandResult council = run_recount({"chart", "-", "--council", "narnia"}, facts);
  CHECK(council.code == 2);
  CHECK(council.err.find("no fact is about the council 'narnia'") != std::string::npos);
  const CommandResult day =
      run_recount({"chart", "-", "--council", "medway", "--election", "2021"}, facts);
  CHECK(day.code == 2);
  CHECK(day.err.find("2019-05-02, 2023-05-04") != std::string::npos);
  ToldFacts control;
  control.article("a").outcome("labour", Measure::kControl, "gain");
  const CommandResult seats = run_recount({"chart", "-", "--council", "medway"}, lines(control));
  CHECK(seats.code == 1);
  CHECK(seats.out.empty());
  CHECK(run_recount({"chart", "no-such-file", "--council", "medway"}).code == 3);
  CHECK(run_recount({"chart", "-", "--council", "medway", "-o", "/no/such/folder/x.svg"}, facts)
            .code == 1);
}

TEST_CASE("chart: the picture in the README is what the program makes") {
  const CommandResult facts =
      run_recount({"extract", RECOUNT_SOURCE_DIR "/tests/output/report/example/medway.txt"});
  REQUIRE(facts.code == 0);
  const CommandResult chart = run_recount({"chart", "-", "--council", "medway"}, facts.out);
  CHECK(chart.code == 0);
  CHECK(chart.out == read_file(RECOUNT_SOURCE_DIR "/output/report/example.svg"));
}

}  // namespace
}  // namespace recount
