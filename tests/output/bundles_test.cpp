// The slips that are planted in bundles of articles, see bundles/README.md.
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <vector>

#include "tests/support/command.h"
#include "tests/support/lines.h"
#include "tests/support/temp_folder.h"

namespace recount {
namespace {

using nlohmann::json;
using testing::read_file;
using testing::records;
using testing::TempFolder;

const std::string kBundles = RECOUNT_SOURCE_DIR "/tests/output/bundles/";

std::string name_of(const json& slip) {
  const std::string party = slip["party"].is_null() ? "-" : slip["party"].get<std::string>();
  return slip["article"].get<std::string>() + ' ' + party + ' ' +
         slip["measure"].get<std::string>();
}

/// Adds those that say the same: a conflict names what copies of a text say by one of them.
void add_repeats(const std::vector<json>& facts, std::set<std::string>& ids) {
  std::set<json> said;
  const auto claim = [](const json& fact) {
    json out = json::array();
    for (const char* key :
         {"election", "place", "party", "measure", "value", "bound", "partial", "baseline"})
      out.push_back(fact[key]);
    return out;
  };
  for (const json& fact : facts) {
    if (ids.contains(fact["id"])) said.insert(claim(fact));
  }
  for (const json& fact : facts) {
    if (said.contains(claim(fact))) ids.insert(fact["id"]);
  }
}

/// What does not come out as expected: names of slips, and "alarm" for an error without one.
std::set<std::string> faults(const std::string& bundle) {
  std::vector<std::string> arguments = {"run"};
  for (const auto& file : std::filesystem::directory_iterator(kBundles + bundle)) {
    if (file.path().extension() == ".txt") arguments.push_back(file.path().string());
  }
  const TempFolder folder;
  arguments.insert(arguments.end(), {"-q", "-o", folder.path("out")});
  REQUIRE(testing::run_recount(arguments).code == 0);
  const std::vector<json> facts = records(read_file(folder.path("out/facts.jsonl")));
  const std::vector<json> conflicts = records(read_file(folder.path("out/conflicts.jsonl")));
  const auto holds = [](const json& conflict, const std::set<std::string>& ids) {
    return std::ranges::any_of(conflict["facts"], [&](const json& id) { return ids.contains(id); });
  };
  std::set<std::string> out, planted;
  const json expected = json::parse(read_file(kBundles + bundle + "/expected.json"));
  for (const json& slip : expected["slips"]) {
    std::set<std::string> ids;
    for (const json& fact : facts) {
      if (fact["doc"] == slip["article"] && fact["party"] == slip["party"] &&
          fact["measure"] == slip["measure"] && fact["value"] == slip["said"])
        ids.insert(fact["id"]);
    }
    add_repeats(facts, ids);
    if (std::ranges::none_of(conflicts, [&](const json& one) { return holds(one, ids); }))
      out.insert(name_of(slip));
    planted.merge(ids);
  }
  for (const json& conflict : conflicts) {
    if (conflict["severity"] == "error" && !holds(conflict, planted)) out.insert("alarm");
  }
  return out;
}

TEST_CASE("bundles: every planted slip is in a conflict, and there is no alarm without one") {
  std::size_t bundles = 0;
  for (const auto& entry : std::filesystem::directory_iterator(kBundles)) {
    if (!entry.is_directory()) continue;
    ++bundles;
    const std::string bundle = entry.path().filename().string();
    CAPTURE(bundle);
    CHECK(faults(bundle) == std::set<std::string>());
  }
  CHECK(bundles >= 20);
}

}  // namespace
}  // namespace recount
