#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "tests/support/command.h"
#include "tests/support/temp_folder.h"

namespace recount {
namespace {

using testing::CommandResult;
using testing::run_recount;
using testing::TempFolder;

constexpr const char* kText =
    "Labour gained four seats in Medway. The Greens have six seats in Luton.\n";
constexpr const char* kGold = R"({"doc": "a", "style": "bbc", "facts": [
  {"place_kind": "council", "place": "medway", "party": "labour", "measure": "seats_change",
   "value": 4, "quote": "gained four seats", "grade": "core"},
  {"place_kind": "council", "place": "medway", "party": null, "measure": "turnout",
   "value": 32, "quote": "Labour gained", "grade": "hard"}]})";

void write_sample(const TempFolder& folder) {
  folder.write("texts/a.txt", kText);
  folder.write("gold/a.json", kGold);
}

TEST_CASE("eval: the score of a folder and what is missed and wrong in it") {
  const TempFolder folder;
  write_sample(folder);
  const CommandResult result = run_recount({"eval", folder.path(), "--show"});
  CHECK(result.code == 0);
  CHECK(result.err.empty());
  CHECK(result.out.find("MISSED a: medway - turnout 32 (hard)\n"
                        "       «Labour gained» four seats in Medway.\n") == 0);
  CHECK(result.out.find("WRONG  a: luton green seats 6 (") != std::string::npos);
  CHECK(result.out.find(
            "all                     2      1       1      1      0.500   0.500  0.500") !=
        std::string::npos);
}

TEST_CASE("eval: as JSON and against that as a baseline") {
  const TempFolder folder;
  write_sample(folder);
  const CommandResult json = run_recount({"eval", folder.path(), "--json"});
  CHECK(json.code == 0);
  CHECK(nlohmann::json::parse(json.out).at("precision") == 0.5);
  const std::string before = folder.write("before.json", json.out);
  folder.write("texts/a.txt", "Labour gained five seats in Medway.\n");
  const CommandResult since = run_recount({"eval", folder.path(), "--baseline", before});
  CHECK(since.code == 0);
  CHECK(since.out.find("Lost, found before: 1\nMISSED a: medway labour seats_change 4") !=
        std::string::npos);
  CHECK(since.out.find("No longer wrong: 1\nWRONG  a: luton") != std::string::npos);
  CHECK(since.out.find("Newly wrong: 1\nWRONG  a: medway labour seats_change 5") !=
        std::string::npos);
}

TEST_CASE("eval: a share below its floor fails") {
  const TempFolder folder;
  write_sample(folder);
  CHECK(run_recount({"eval", folder.path(), "--floor", "precision=0.5"}).code == 0);
  const CommandResult low =
      run_recount({"eval", folder.path(), "--floor", "precision=0.5", "--floor", "recall=0.6"});
  CHECK(low.code == 1);
  CHECK(low.err.find("recall is 0.5") != std::string::npos);
  CHECK(run_recount({"eval", folder.path(), "--floor", "speed=0.5"}).code == 2);
  CHECK(run_recount({"eval", folder.path(), "--floor", "recall=2"}).code == 2);
}

TEST_CASE("eval: what is faulty is told and the rest is scored") {
  const TempFolder folder;
  write_sample(folder);
  folder.write("gold/b.json", "{");
  folder.write("gold/c.json", R"({"doc": "c", "facts": []})");
  folder.write("gold/d.json", R"({"doc": "x", "facts": []})");
  folder.write("texts/e.txt", "Nothing.");
  const CommandResult result = run_recount({"eval", folder.path()});
  CHECK(result.code == 1);
  CHECK(result.out.find("1 articles\n") == 0);
  CHECK(result.err.find("b.json: expected a JSON object\n") != std::string::npos);
  CHECK(result.err.find("c.txt: cannot be read") != std::string::npos);
  CHECK(result.err.find("d.json: \"doc\": expected \"d\"") != std::string::npos);
  CHECK(result.err.find("e.txt: passed over") != std::string::npos);
}

TEST_CASE("eval: without articles or baseline there is nothing to score") {
  const TempFolder folder;
  CHECK(run_recount({"eval", folder.path()}).code == 3);
  CHECK(run_recount({"eval", folder.path("none")}).code == 3);
  write_sample(folder);
  CHECK(run_recount({"eval", folder.path(), "--baseline", folder.path("none")}).code == 3);
  CHECK(run_recount({"eval", folder.path(), "--baseline", folder.write("x", "[]")}).code == 3);
  CHECK(run_recount({"eval"}).code == 2);
}

}  // namespace
}  // namespace recount
