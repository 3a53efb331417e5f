// The sample articles and their gold facts. RECOUNT_SHOW=1 prints every missed and wrong fact.
#include "tests/support/samples.h"

#include <doctest/doctest.h>

#include <cstdio>
#include <cstdlib>
#include <nlohmann/json.hpp>

#include "tests/support/mini_patterns.h"
#include "tests/support/scorer.h"

using namespace recount;

TEST_CASE("the sample articles give their gold facts") {
  test::Score total;
  for (const Document& document : test::load_samples()) {
    const auto facts = test::real().extract(document);
    total.add(test::score(facts, test::read_bytes(RECOUNT_SOURCE_DIR "/corpus/samples/gold/" +
                                                  document.id + ".json")));
  }
  std::printf(
      "samples: %d facts found, %d missed, %d wrong; precision %.4f, recall %.4f, bound right "
      "%.4f\n",
      total.found, total.missed, total.wrong, total.precision(), total.recall(),
      total.found == 0 ? 1.0 : static_cast<double>(total.found_bound) / total.found);
  if (const char* show = std::getenv("RECOUNT_SHOW"); show != nullptr && *show == '1') {
    for (const std::string& line : total.complaints) std::printf("%s\n", line.c_str());
  }
  CHECK(total.found + total.missed > 500);
  // What has been reached; it only ever rises.
  const auto floor =
      nlohmann::json::parse(test::read_bytes(RECOUNT_SOURCE_DIR "/corpus/samples/floor.json"));
  CHECK(total.precision() >= floor.at("precision").get<double>());
  CHECK(total.recall() >= floor.at("recall").get<double>());
}

TEST_CASE("articles without facts give none") {
  int checked = 0;
  for (const Document& document : test::load_samples()) {
    if (document.id.rfind("no-facts", 0) != 0 && document.id.rfind("nofacts", 0) != 0) continue;
    const auto score = test::score(
        test::real().extract(document),
        test::read_bytes(RECOUNT_SOURCE_DIR "/corpus/samples/gold/" + document.id + ".json"));
    CAPTURE(document.id);
    CHECK(score.wrong == 0);
    ++checked;
  }
  CHECK(checked >= 5);
}
