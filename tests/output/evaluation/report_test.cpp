#include "output/evaluation/report.h"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "output/evaluation/confidence_bands.h"

using namespace recount;

namespace {

Complaint complaint(bool wrong, const char* reading) {
  Complaint out;
  out.wrong = wrong;
  out.doc = "d";
  out.reading = reading;
  out.note = wrong ? "seats.has" : "hard";
  out.confidence = 0.9;
  out.quote = "has 33";
  out.sentence = "Labour has 33 \x1b[31mnow.";
  return out;
}

Score score_with(std::vector<Complaint> complaints) {
  Score out;
  out.articles = 1;
  out.total = {3, 1, 1};
  out.by_measure[0] = out.total;
  out.by_grade[1] = {3, 1, 0};
  out.by_style["bbc"] = out.total;
  out.complaints = std::move(complaints);
  out.judged = {{0.95, true}, {0.92, true}, {0.8, true}, {0.6, false}};
  return out;
}

}  // namespace

TEST_CASE("report: bands hold what is said with that confidence or more") {
  const auto bands = confidence_bands(score_with({}).judged);
  REQUIRE(bands.size() == 6);
  CHECK(bands[0].facts.of == 4);
  CHECK(bands[0].facts.right == 3);
  CHECK(bands[4].at_least == 0.9);
  CHECK(bands[4].facts.of == 2);
  CHECK(bands[5].facts.of == 1);
}

TEST_CASE("report: the tables for a person") {
  const std::string text = score_text(score_with({}));
  CHECK(text.find("1 articles\n") == 0);
  CHECK(text.find("all                     4      3       1      1      0.750   0.750  0.750\n") !=
        std::string::npos);
  CHECK(text.find("hard                    4      3       1      -          -   0.750      -\n") !=
        std::string::npos);
  CHECK(text.find("\nbbc ") != std::string::npos);
  CHECK(text.find("at least 0.90             2  1.000\n") != std::string::npos);
}

TEST_CASE(
    "report: a complaint shows the quote in its sentence and nothing that steers a terminal") {
  CHECK(complaints_text({complaint(true, "medway labour seats 33")}) ==
        "WRONG  d: medway labour seats 33 (seats.has, confidence 0.90)\n"
        "       Labour «has 33» [31mnow.\n");
  CHECK(complaints_text({complaint(false, "medway labour seats 33")}).find("MISSED d: ") == 0);
}

TEST_CASE("report: what changed since the JSON of an earlier evaluation") {
  const Score before = score_with(
      {complaint(false, "a"), complaint(false, "b"), complaint(true, "c"), complaint(true, "b")});
  const Result<Baseline> baseline = parse_baseline(score_json(before, nullptr));
  REQUIRE(baseline.ok());
  CHECK(baseline.value().total.found == 3);
  CHECK(baseline.value().complaints.size() == 4);
  const Score now = score_with(
      {complaint(false, "b"), complaint(false, "e"), complaint(true, "b"), complaint(true, "a")});
  const Difference difference = compare(baseline.value(), now);
  REQUIRE(difference.won.size() == 1);
  CHECK(difference.won[0].reading == "a");
  CHECK(difference.won[0].sentence == before.complaints[0].sentence);
  REQUIRE(difference.lost.size() == 1);
  CHECK(difference.lost[0].reading == "e");
  REQUIRE(difference.mended.size() == 1);
  CHECK(difference.mended[0].reading == "c");
  REQUIRE(difference.broken.size() == 1);
  CHECK(difference.broken[0].reading == "a");
  CHECK(difference_text(baseline.value(), now).find("Newly wrong: 1\nWRONG  d: a") !=
        std::string::npos);
  const auto json = nlohmann::json::parse(score_json(now, &baseline.value()));
  CHECK(json.at("since").at("lost").size() == 1);
  CHECK(json.at("precision") == 0.75);
  CHECK(json.at("by_style").at("bbc").at("gold") == 4);
}

TEST_CASE("report: what is no evaluation is refused") {
  for (const char* text : {"", "[]", "{}", R"({"found": 1, "missed": 1, "wrong": "x"})",
                           R"({"found": 1, "missed": 1, "wrong": 1})",
                           R"({"found": 1, "missed": 1, "wrong": 1, "missed_facts": [1]})",
                           R"({"found": 1, "missed": 1, "wrong": 1, "missed_facts": [{}]})"}) {
    CAPTURE(text);
    const Result<Baseline> baseline = parse_baseline(text);
    REQUIRE_FALSE(baseline.ok());
    CHECK(baseline.error().code == ErrorCode::kBadGold);
  }
}
