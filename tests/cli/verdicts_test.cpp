// The verdicts of a person in `extract` and `eval`.
#include <doctest/doctest.h>

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "tests/support/command.h"
#include "tests/support/lines.h"
#include "tests/support/temp_folder.h"

namespace recount {
namespace {

using nlohmann::json;
using testing::CommandResult;
using testing::read_file;
using testing::records;
using testing::run_recount;
using testing::TempFolder;

constexpr const char* kVerdictText =
    "Labour gained four seats in Medway. The Greens have six seats in Luton. "
    "The Conservatives lost two seats in Dover.\n";

/// Accepts the first fact, rejects the second, corrects the third and judges one of another text.
std::string verdicts_on(const std::vector<json>& facts) {
  const auto line = [](const json& fact, const char* verdict, json corrected) {
    return json{{"fact", fact},           {"doc", "a"},      {"verdict", verdict},
                {"corrected", corrected}, {"note", nullptr}, {"time", nullptr}}
               .dump() +
           "\n";
  };
  return line(facts.at(0)["id"], "accept", nullptr) + line(facts.at(1)["id"], "reject", nullptr) +
         line(facts.at(2)["id"], "correct", {{"value", -3}}) +
         line("00000000000000ff", "reject", nullptr);
}

TEST_CASE("verdicts: extract leaves rejected facts out, corrects others, and counts them") {
  const TempFolder folder;
  const std::string article = folder.write("a.txt", kVerdictText);
  const std::vector<json> all = records(run_recount({"extract", article}).out);
  REQUIRE(all.size() == 3);
  const std::string verdicts = folder.write("verdicts.jsonl", verdicts_on(all));
  const CommandResult result =
      run_recount({"extract", folder.path("a.txt"), "--verdicts", verdicts, "-o",
                   folder.path("facts.jsonl"), "--summary", folder.path("summary.json")});
  CHECK(result.code == 0);
  CHECK_MESSAGE(
      result.err.find("by verdicts: 1 accepted, 1 rejected and left out, 1 corrected\n") !=
          std::string::npos,
      result.err);
  CHECK(result.err.find("1 verdict is on a fact that was not found here") != std::string::npos);
  const std::vector<json> kept = records(read_file(folder.path("facts.jsonl")));
  REQUIRE(kept.size() == 2);
  CHECK(kept[0] == all[0]);
  CHECK(kept[1]["value"] == -3);
  CHECK(kept[1]["quote"] == all[2]["quote"]);
  const json summary = json::parse(read_file(folder.path("summary.json")));
  CHECK(summary["facts"] == 2);
  CHECK(summary["rejected"] == 1);
  CHECK(summary["corrected"] == 1);
}

TEST_CASE("verdicts: what extract cannot use is told") {
  const TempFolder folder;
  const std::string article = folder.write("a.txt", kVerdictText);
  const std::vector<json> all = records(run_recount({"extract", article}).out);
  CHECK(run_recount({"extract", article, "--verdicts", folder.path("none")}).code == 3);
  const std::string bad = folder.write("bad.jsonl", verdicts_on(all) + "oops\n");
  const CommandResult line = run_recount({"extract", article, "--verdicts", bad});
  CHECK(line.code == 1);
  CHECK(line.err.find(bad + ":5: expected a JSON object") != std::string::npos);
  CHECK(records(line.out).size() == 2);
  json odd{{"fact", all[0]["id"]}, {"verdict", "correct"}, {"corrected", {{"value", "gain"}}}};
  const CommandResult value =
      run_recount({"extract", article, "--verdicts", folder.write("odd.jsonl", odd.dump() + "\n")});
  CHECK(value.code == 1);
  CHECK(value.err.find("\"value\": expected a number") != std::string::npos);
  CHECK(records(value.out).size() == 2);
}

TEST_CASE("verdicts: eval scores the rules by them") {
  const TempFolder folder;
  const std::string article = folder.write("a.txt", kVerdictText);
  const std::string facts = run_recount({"extract", article}).out;
  const std::string verdicts = folder.write("verdicts.jsonl", verdicts_on(records(facts)));
  const CommandResult text = run_recount({"eval", "--verdicts", verdicts, "-", "--show"}, facts);
  CHECK(text.code == 0);
  CHECK_MESSAGE(text.out.starts_with("REJECTED  a: Luton green seats 6 ("), text.out);
  CHECK(text.out.find("\nall ") != std::string::npos);
  const CommandResult records = run_recount({"eval", "--verdicts", verdicts, "-", "--json"}, facts);
  const json score = json::parse(records.out);
  CHECK(score["all"]["facts"] == 3);
  CHECK(score["all"]["accepted"] == 1);
  CHECK(score["all"]["precision"] == 0.3333);
  CHECK(score["unmatched"] == 1);
  CHECK(score["rules"].size() >= 2);
  CHECK(score["wrong"].size() == 2);
  CHECK(score["wrong"][1]["corrected"]["value"] == -3);
  CHECK(
      run_recount({"eval", "--verdicts", verdicts, "-", "--floor", "precision=0.3"}, facts).code ==
      0);
  CHECK(
      run_recount({"eval", "--verdicts", verdicts, "-", "--floor", "precision=0.4"}, facts).code ==
      1);
  CHECK(run_recount({"eval", "--verdicts", verdicts, "-", "--floor", "recall=0.4"}, facts).code ==
        2);
  CHECK(run_recount({"eval", "--verdicts", verdicts, "-", "--baseline", "x"}, facts).code == 2);
  CHECK(run_recount({"eval", "--verdicts", folder.path("none"), "-"}, facts).code == 3);
  CHECK(run_recount({"eval", "--verdicts", verdicts, "-"}, "").code == 3);
  CHECK(run_recount({"eval", "a", "b"}).code == 2);
}

}  // namespace
}  // namespace recount
