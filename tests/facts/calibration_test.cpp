#include "extractor/facts/calibration.h"

#include <doctest/doctest.h>

#include "tests/support/mini_patterns.h"

using namespace recount;

namespace {

Calibration loaded(const std::string& content) {
  Faults faults;
  Calibration out = Calibration::load(test::mini_with("calibration.toml", content), faults);
  CHECK(faults.report() == "");
  return out;
}

std::string faults_of(const std::string& content) {
  Faults faults;
  Calibration::load(test::mini_with("calibration.toml", content), faults);
  return faults.report();
}

Evidence some(const Rule& rule) {
  Evidence out;
  out.rule = &rule;
  out.measure = Measure::kSeatsWon;
  out.party = PartyBasis::kFigure;
  out.place = PlaceBasis::kPassage;
  out.kind = PlaceKind::kCouncil;
  out.topic = TopicClarity::kMixed;
  out.parties = 7;
  return out;
}

Rule rule_of(double confidence) {
  Rule out;
  out.id = "won.verb";
  out.confidence = confidence;
  return out;
}

}  // namespace

TEST_CASE("calibration: without a file a fact is as sure as its rule says") {
  Faults faults;
  const Calibration none = Calibration::load(PatternFiles(test::mini_files()), faults);
  const Rule rule = rule_of(0.87);
  CHECK(none.confidence(some(rule)) == 0.87);
}

TEST_CASE("calibration: the log-odds of the evidence add up") {
  const Rule even = rule_of(0.5);
  CHECK(loaded("base = 0.0").confidence(some(even)) == doctest::Approx(0.5));
  CHECK(loaded("base = 2.0").confidence(some(even)) == doctest::Approx(0.8808).epsilon(1e-3));
  const Rule sure = rule_of(0.8);
  CHECK(loaded("prior = 1.0").confidence(some(sure)) == doctest::Approx(0.8));
  CHECK(loaded("base = 1.0\n[measure]\nseats_won = -1.0\nseats = 5.0\n[family]\nwon = 0.5\n"
               "[party]\nfigure = 0.5\n[place]\npassage = -0.5\n[kind]\ncouncil = 0.5\n"
               "[topic]\nmixed = -0.5\n[parties]\nmore = -0.5\n")
            .confidence(some(even)) == doctest::Approx(0.5));
}

TEST_CASE("calibration: the curve bends the share and is level beyond its ends") {
  const Rule even = rule_of(0.5);
  const auto bent = [&even](const char* base) {
    return loaded(std::string("curve = [[0.4, 0.2], [0.6, 0.4]]\nbase = ") + base)
        .confidence(some(even));
  };
  CHECK(bent("0.0") == doctest::Approx(0.3));
  CHECK(bent("-9.0") == doctest::Approx(0.2));
  CHECK(bent("9.0") == doctest::Approx(0.4));
}

TEST_CASE("calibration: what a fact rests on has names") {
  const Rule rule = rule_of(0.9);
  CHECK(some(rule).names() ==
        std::vector<std::string>{"family:won", "measure:seats_won", "party:figure", "place:passage",
                                 "kind:council", "topic:mixed", "parties:more"});
}

TEST_CASE("calibration: each fault is told with its line") {
  CHECK(faults_of("base = 'x'\n") == "calibration.toml:1: expected a number: \"base\"");
  CHECK(faults_of("bass = 1.0\n").find("calibration.toml:1: no such key: \"bass\"") == 0);
  CHECK(
      faults_of("[measure]\nswing = 1.0\n").find("calibration.toml:2: no such weight: \"swing\"") ==
      0);
  CHECK(faults_of("[colour]\nred = 1.0\n").find("no such weight") != std::string::npos);
  CHECK(faults_of("curve = [[0.5]]").find("expected a pair of shares") != std::string::npos);
  CHECK(faults_of("curve = [[0.5, 0.5], [0.4, 0.6]]").find("that rise") != std::string::npos);
  CHECK(faults_of("curve = 3").find("expected a list of pairs") != std::string::npos);
  CHECK(faults_of("base = ").find("calibration.toml:1") == 0);
}
