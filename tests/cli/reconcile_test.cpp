#include <doctest/doctest.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <random>
#include <string>
#include <vector>

#include "tests/support/command.h"
#include "tests/support/database.h"
#include "tests/support/lines.h"
#include "tests/support/temp_folder.h"
#include "tests/support/told.h"

namespace recount {
namespace {

using testing::CommandResult;
using testing::lines;
using testing::read_file;
using testing::records;
using testing::run_recount;
using testing::TempFolder;
using testing::ToldFacts;

ToldFacts at_odds() {
  ToldFacts told;
  told.article("a").number("labour", Measure::kSeats, 33);
  told.article("b").number("labour", Measure::kSeats, 23);
  told.number("green", Measure::kSeats, 2);
  return told;
}

TEST_CASE("reconcile: a report for reading, conflicts first") {
  const CommandResult result = run_recount({"reconcile", "-"}, lines(at_odds()));
  CHECK(result.code == 0);
  CHECK_MESSAGE(result.out.starts_with(
                    "medway, 2023-05-04\n  error (value): Article \"a\" says Labour has 33 seats."),
                result.out);
  CHECK(result.out.find("1 error, 0 warnings") != std::string::npos);
}

TEST_CASE("reconcile: a folder with consensus and conflicts") {
  const TempFolder folder;
  folder.write("facts.jsonl", lines(at_odds()));
  const CommandResult result =
      run_recount({"reconcile", folder.path("facts.jsonl"), "-o", folder.path("out")});
  CHECK(result.code == 0);
  const auto conflicts = records(read_file(folder.path("out/conflicts.jsonl")));
  REQUIRE(conflicts.size() == 1);
  CHECK(conflicts[0]["kind"] == "value");
  CHECK(conflicts[0]["law"].is_null());
  CHECK(conflicts[0]["facts"].size() == 2);
  const auto consensus = records(read_file(folder.path("out/consensus.jsonl")));
  REQUIRE(consensus.size() == 2);
  CHECK(consensus[0]["status"] == "single");
  CHECK(consensus[0]["value"] == 2);
  CHECK(consensus[1]["status"] == "conflicting");
  CHECK(consensus[1]["value"].is_null());
}

TEST_CASE("reconcile: --only conflicts, --election, --fail-on") {
  const std::string facts = lines(at_odds());
  CHECK(records(run_recount({"reconcile", "-", "--only", "conflicts", "-o", "-"}, facts).out)
            .size() == 1);
  CHECK(run_recount({"reconcile", "-", "--election", "2019", "-o", "-"}, facts).out.empty());
  CHECK(run_recount({"reconcile", "-", "--fail-on", "conflict"}, facts).code == 5);
  CHECK(run_recount({"reconcile", "-", "--fail-on", "weather"}, facts).code == 2);
}

TEST_CASE("reconcile: what is no fact is reported with its line, the rest is used") {
  const CommandResult result = run_recount({"reconcile", "-"}, lines(at_odds()) + "{\"id\": 1}\n");
  CHECK(result.code == 1);
  CHECK_MESSAGE(result.err.starts_with("recount: standard input:4: "), result.err);
  CHECK(result.out.find("3 facts") != std::string::npos);
  CHECK(run_recount({"reconcile", "no-such-file.jsonl"}).code == 3);
}

/// The facts of a dozen invented articles about three elections, with slips, copies and versions.
std::vector<Fact> many_facts() {
  ToldFacts told;
  for (int i = 0; i < 12; ++i) {
    const std::string day = i % 2 == 0 ? "2023-05-05" : "2023-05-06";
    told.article("article-" + std::to_string(i), i % 5 == 0 ? "00000000000000ff" : "");
    told.page("https://example.org/" + std::to_string(i / 2), day);
    told.number("labour", Measure::kSeats, 33 + (i == 3 ? 6 : 0));
    told.number("conservative", Measure::kSeats, 26).number("", Measure::kCouncilSeats, 59);
    told.number("labour", Measure::kSeatsBefore, 20)
        .number("labour", Measure::kSeatsChange, 13 + i);
    told.outcome("labour", Measure::kControl, i % 4 == 0 ? "gain" : "hold");
    told.number("labour", Measure::kSeats, 17 + i % 3).on("2019-05-02");
    told.number("green", Measure::kSeats, i).at(PlaceKind::kUnknown, "");
    told.number("labour", Measure::kSeatsChange, 300 + 30 * i).at(PlaceKind::kAll, "");
    told.number("labour", Measure::kSeatsChange, 310 + 30 * i).at(PlaceKind::kArea, "england");
    told.number("labour", Measure::kSeats, 33).on(i % 2 == 0 ? "" : "2023");
  }
  return told.facts();
}

TEST_CASE("reconcile: every output is the same whatever the order of the facts") {
  std::vector<Fact> facts = many_facts();
  std::mt19937 random(11);
  std::vector<std::string> before;
  for (int round = 0; round < 4; ++round) {
    const TempFolder folder;
    const std::string file = folder.write("facts.jsonl", lines(facts));
    std::vector<std::string> now = {run_recount({"reconcile", file}).out};
    REQUIRE(run_recount({"reconcile", file, "-o", folder.path("out")}).code == 0);
    REQUIRE(run_recount({"reconcile", file, "-o", folder.path("out"), "--to", "csv"}).code == 0);
    for (const char* table : {"consensus", "conflicts"}) {
      for (const char* extension : {".jsonl", ".csv"}) {
        now.push_back(read_file(folder.path(std::string("out/") + table + extension)));
        CHECK(now.back().size() > 200);
      }
    }
    const std::string database = folder.path("out.sqlite");
    REQUIRE(run_recount({"reconcile", file, "-o", database}).code == 0);
    for (const char* table : {"consensus", "conflicts", "conflict_facts"}) {
      std::string rows;
      for (const auto& row : testing::query(database, std::string("SELECT * FROM ") + table)) {
        for (const auto& cell : row) (rows += cell) += '|';
        rows += '\n';
      }
      CHECK(rows.size() > 100);
      now.push_back(rows);
    }
    CHECK(now.front().find("replaced") != std::string::npos);
    for (std::size_t i = 1; i < now.size(); ++i)  // one row a figure
      CHECK(now[i].find("replaced") == std::string::npos);
    if (round > 0) CHECK(now == before);
    before = now;
    std::ranges::shuffle(facts, random);
  }
}

}  // namespace
}  // namespace recount
