// The sample articles and their gold facts, as `recount eval` scores them.
#include "tests/support/samples.h"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "tests/support/command.h"

using namespace recount;

namespace {

/// What `recount eval` says of a folder, which must be above the floor of that name in floor.json:
/// what has been reached. scripts/check-floor sees to it that it only rises.
nlohmann::json evaluated(const std::string& folder, const char* name) {
  const auto floor =
      nlohmann::json::parse(test::read_bytes(test::kSamples + "/floor.json")).at(name);
  const auto result = testing::run_recount({"eval", folder, "--json", "--floor",
                                            "precision=" + floor.at("precision").dump(), "--floor",
                                            "recall=" + floor.at("recall").dump()});
  CHECK(result.err == "");
  CHECK(result.code == 0);
  return nlohmann::json::parse(result.out);
}

}  // namespace

TEST_CASE("the sample articles give their gold facts") {
  const auto score = evaluated(test::kSamples, "samples");
  CHECK(score.at("gold") > 2000);
  // Articles without facts give none.
  CHECK(score.at("by_style").at("no-facts").at("wrong") == 0);
}

TEST_CASE("the sample articles opened before give their gold facts") {
  CHECK(evaluated(test::kOpenedSamples, "opened").at("gold") > 1000);
}

TEST_CASE("the sample articles opened last give their gold facts") {
  CHECK(evaluated(test::kRecentSamples, "recent").at("gold") > 1500);
}

TEST_CASE("the sample articles set aside give their gold facts") {
  CHECK(evaluated(test::kHeldSamples, "held").at("gold") > 1500);
}
