#include <doctest/doctest.h>

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "tests/support/command.h"
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
using testing::Told;

Told at_odds() {
  Told told;
  told.article("a").number("labour", Measure::kSeats, 33);
  told.article("b").number("labour", Measure::kSeats, 23);
  told.number("green", Measure::kSeats, 2);
  return told;
}

TEST_CASE("reconcile: a report for reading, conflicts first") {
  const CommandResult result = run_recount({"reconcile", "-"}, lines(at_odds()));
  CHECK(result.code == 0);
  CHECK_MESSAGE(
      result.out.starts_with("medway, 2023-05-04\n  error (value): A says: Labour has 33 seats."),
      result.out);
  CHECK(result.out.find("1 errors, 0 warnings") != std::string::npos);
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

}  // namespace
}  // namespace recount
