#include "output/batch/summary.h"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

namespace recount {
namespace {

Summary some() {
  Summary summary;
  summary.documents = 1'234;
  summary.passed_over = 1'000;
  summary.empty = 1'100;
  summary.copies = 4;
  summary.failed = 2;
  summary.bytes = 50'000'000;
  summary.disk_bytes = 10'000'000;
  summary.seconds = 20;
  std::vector<Fact> facts(3);
  facts[2].measure = Measure::kTurnout;
  summary.add(facts);
  return summary;
}

TEST_CASE("summary: for a person") {
  CHECK(summary_text(some()) ==
        "1,234 documents read, 1,100 without facts, 4 copies of others, 2 failed; "
        "50.0 MB in 20 s, 2.5 MB/s\n"
        "3 facts: seats 2, turnout 1\n");
  Summary one;
  one.documents = 1;
  one.faults = 1;
  CHECK(summary_text(one) ==
        "1 document read, 1 faults in metadata; 0.0 MB in 0 s, 0.0 MB/s\n0 facts\n");
}

TEST_CASE("summary: as JSON") {
  const auto json = nlohmann::json::parse(summary_json(some(), "facts.jsonl", false));
  CHECK(json.at("output") == "facts.jsonl");
  CHECK(json.at("complete") == false);
  CHECK(json.at("documents") == 1'234);
  CHECK(json.at("passed_over") == 1'000);
  CHECK(json.at("empty") == 1'100);
  CHECK(json.at("copies") == 4);
  CHECK(json.at("failed") == 2);
  CHECK(json.at("facts") == 3);
  CHECK(json.at("facts_by_measure").size() == kMeasureCount);
  CHECK(json.at("facts_by_measure").at("seats") == 2);
  CHECK(json.at("facts_by_measure").at("majority") == 0);
  CHECK(json.at("mb_per_second") == 2.5);
}

TEST_CASE("summary: numbers and times for a person") {
  CHECK(with_commas(0) == "0");
  CHECK(with_commas(999) == "999");
  CHECK(with_commas(1'000) == "1,000");
  CHECK(with_commas(1'234'567) == "1,234,567");
  CHECK(duration_text(0.4) == "0 s");
  CHECK(duration_text(59) == "59 s");
  CHECK(duration_text(90) == "2 min");
  CHECK(duration_text(3 * 3600 + 20 * 60) == "3 h 20 min");
}

}  // namespace
}  // namespace recount
