// The sample articles and their gold facts. RECOUNT_SHOW=1 prints every missed and wrong fact.
#include "tests/support/samples.h"

#include <doctest/doctest.h>

#include <cstdio>
#include <cstdlib>
#include <nlohmann/json.hpp>

#include "tests/support/mini_patterns.h"
#include "tests/support/scorer.h"

using namespace recount;

namespace {

/// Scores the articles of a folder against the floor of that name in floor.json: what has been
/// reached. It only ever rises.
void check(const std::string& folder, const char* name, bool show) {
  test::Score total;
  for (const Document& document : test::load_samples(folder)) {
    total.add(test::score(test::real().extract(document),
                          test::read_bytes(folder + "/gold/" + document.id + ".json")));
  }
  std::printf(
      "%s: %d facts found, %d missed, %d wrong; precision %.4f, recall %.4f, bound right %.4f\n",
      name, total.found, total.missed, total.wrong, total.precision(), total.recall(),
      total.found == 0 ? 1.0 : static_cast<double>(total.found_bound) / total.found);
  if (show) {
    for (const std::string& line : total.complaints) std::printf("%s\n", line.c_str());
  }
  CHECK(total.found + total.missed > 500);
  const auto floor =
      nlohmann::json::parse(test::read_bytes(test::kSamples + "/floor.json")).at(name);
  CHECK(total.precision() >= floor.at("precision").get<double>());
  CHECK(total.recall() >= floor.at("recall").get<double>());
}

}  // namespace

TEST_CASE("the sample articles give their gold facts") {
  const char* show = std::getenv("RECOUNT_SHOW");
  check(test::kSamples, "samples", show != nullptr && *show == '1');
}

// What they get wrong is not shown: no rule is to be written on them.
TEST_CASE("the sample articles set aside give their gold facts") {
  check(test::kHeldSamples, "held", false);
}

TEST_CASE("articles without facts give none") {
  int checked = 0;
  for (const Document& document : test::load_samples()) {
    if (document.id.rfind("no-facts", 0) != 0 && document.id.rfind("nofacts", 0) != 0) continue;
    const auto score =
        test::score(test::real().extract(document),
                    test::read_bytes(test::kSamples + "/gold/" + document.id + ".json"));
    CAPTURE(document.id);
    CHECK(score.wrong == 0);
    ++checked;
  }
  CHECK(checked >= 5);
}
