#include "output/checker/checker.h"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>
#include <string>

#include "output/checker/check_records.h"
#include "tests/support/told.h"

using namespace recount;
using recount::testing::ToldFacts;

namespace {

OfficialResults medway() {
  OfficialResults results;
  results.name = "results.csv";
  OfficialCouncil& council = results.councils[{"medway", ""}];
  council.size = 59;
  council.control = "labour";
  council.control_before = "conservative";
  council.line = 2;
  OfficialParty labour;
  labour.seats = 33;
  labour.before = 20;
  labour.line = 2;
  OfficialParty conservative;
  conservative.seats = 22;
  conservative.share = 33.4;
  OfficialParty independent;
  independent.seats = 4;
  council.parties = {
      {"labour", labour}, {"conservative", conservative}, {"independent", independent}};
  return results;
}

/// The status of the fact that was told last.
Check last(const ToldFacts& told, const CheckDay& day = {"2023-05-04", ""}) {
  return check_facts(told.facts(), medway(), day).back();
}

CheckStatus number(const std::string& party, Measure measure, double value) {
  ToldFacts told;
  return last(told.article("a").number(party, measure, value)).status;
}

CheckStatus outcome(const std::string& party, Measure measure, std::string_view value) {
  ToldFacts told;
  return last(told.article("a").outcome(party, measure, value)).status;
}

}  // namespace

TEST_CASE("check: figures and what follows from them") {
  CHECK(number("labour", Measure::kSeats, 33) == CheckStatus::kRight);
  CHECK(number("labour", Measure::kSeats, 38) == CheckStatus::kWrong);
  CHECK(number("labour", Measure::kSeatsChange, 13) == CheckStatus::kRight);
  CHECK(number("labour", Measure::kSeatsBefore, 25) == CheckStatus::kWrong);
  CHECK(number("labour", Measure::kMajority, 7) == CheckStatus::kRight);
  CHECK(number("labour", Measure::kMajority, 5) == CheckStatus::kWrong);
  CHECK(number("conservative", Measure::kShortOfMajority, 8) == CheckStatus::kRight);
  CHECK(number("conservative", Measure::kVoteShare, 33) == CheckStatus::kRight);
  CHECK(number("conservative", Measure::kVoteShare, 34) == CheckStatus::kWrong);
  CHECK(number("", Measure::kCouncilSeats, 55) == CheckStatus::kWrong);
}

TEST_CASE("check: who is in control and who is the largest") {
  CHECK(outcome("labour", Measure::kControl, "gain") == CheckStatus::kRight);
  CHECK(outcome("labour", Measure::kControl, "hold") == CheckStatus::kWrong);
  CHECK(outcome("conservative", Measure::kControl, "loss") == CheckStatus::kRight);
  CHECK(outcome("noc", Measure::kControl, "now") == CheckStatus::kWrong);
  CHECK(outcome("conservative", Measure::kControlBefore, "now") == CheckStatus::kRight);
  CHECK(outcome("noc", Measure::kControlBefore, "now") == CheckStatus::kWrong);
  CHECK(outcome("labour", Measure::kLargestParty, "now") == CheckStatus::kRight);
  CHECK(outcome("conservative", Measure::kLargestParty, "now") == CheckStatus::kWrong);
}

TEST_CASE("check: bounds, running counts and baselines") {
  ToldFacts over;
  CHECK(last(over.article("a").number("labour", Measure::kSeats, 30).bound("over")).status ==
        CheckStatus::kRight);
  ToldFacts so_far;
  CHECK(last(so_far.article("a").number("labour", Measure::kSeats, 12).partial()).status ==
        CheckStatus::kRight);
  ToldFacts too_many;
  CHECK(last(too_many.article("a").number("labour", Measure::kSeats, 34).partial()).status ==
        CheckStatus::kWrong);
  ToldFacts running;
  const Check change =
      last(running.article("a").number("labour", Measure::kSeatsChange, 3).partial());
  CHECK(change.status == CheckStatus::kNotCovered);
  CHECK_FALSE(change.reason.empty());
  ToldFacts by_one;
  const Check close = last(by_one.article("a").number("labour", Measure::kSeatsChange, 12));
  CHECK(close.status == CheckStatus::kWrong);
  CHECK(close.severity == Severity::kWarning);
  CHECK(close.official == 13);
}

TEST_CASE("check: what the results do not cover is not judged") {
  CHECK(number("green", Measure::kSeats, 3) == CheckStatus::kNotCovered);
  CHECK(number("labour", Measure::kSeatsWon, 3) == CheckStatus::kNotCovered);
  CHECK(number("", Measure::kTurnout, 30) == CheckStatus::kNotCovered);
  ToldFacts elsewhere;
  elsewhere.article("a").number("labour", Measure::kSeats, 3).at(PlaceKind::kCouncil, "swale");
  CHECK(last(elsewhere).status == CheckStatus::kNotCovered);
  ToldFacts area;
  area.article("a").number("labour", Measure::kSeats, 3).at(PlaceKind::kArea, "kent-area");
  CHECK(last(area).status == CheckStatus::kNotCovered);
  ToldFacts earlier;
  earlier.article("a").number("labour", Measure::kSeats, 20).on("2019-05-02");
  CHECK(last(earlier).status == CheckStatus::kNotCovered);
  CHECK(last(earlier, {"2019", ""}).status == CheckStatus::kWrong);
  ToldFacts undated;
  undated.article("a").number("labour", Measure::kSeats, 33).on("");
  CHECK(last(undated).status == CheckStatus::kNotCovered);
}

TEST_CASE("check: how a council stood on a day is of its last election before") {
  const CheckDay june = {"", "2023-06-30"};
  ToldFacts told;
  told.article("a").number("labour", Measure::kSeats, 33);
  CHECK(last(told, june).status == CheckStatus::kRight);
  told.number("labour", Measure::kSeatsBefore, 20);
  CHECK(last(told, june).status == CheckStatus::kNotCovered);
  told.number("labour", Measure::kSeats, 20).on("2022-05-05");
  CHECK(last(told, june).status == CheckStatus::kNotCovered);
  CHECK(last(told, {"", "2023-05-03"}).status == CheckStatus::kNotCovered);
  CHECK(last(told, {"", "2022-05-06"}).status == CheckStatus::kWrong);
}

TEST_CASE("check: lines of JSON and a report that shows the words") {
  ToldFacts told;
  told.article("kent")
      .number("labour", Measure::kSeats, 38)
      .number("labour", Measure::kSeatsWon, 9);
  const std::vector<Check> checks = check_facts(told.facts(), medway(), {"2023-05-04", ""});
  const auto wrong = nlohmann::json::parse(to_json_line(checks[0], told.facts()));
  CHECK(wrong["status"] == "wrong");
  CHECK(wrong["official"] == 33);
  CHECK(wrong["line"] == 2);
  CHECK(wrong["reason"].is_null());
  const auto open = nlohmann::json::parse(to_json_line(checks[1], told.facts()));
  CHECK(open["status"] == "not_covered");
  CHECK(open["official"].is_null());
  CHECK(open["reason"] == "the results do not say that");
  const Registry registry = testing::told_registry();
  const std::string text = checks_text(checks, told.facts(), medway(), Directory(registry), 80);
  CHECK_MESSAGE(text.starts_with("wrong in kent\n  medway, 2023-05-04: Labour has 38 seats; the "
                                 "results say 33 (results.csv:2)\n      \"38\"  bytes 0 to 1\n"),
                text);
  CHECK_MESSAGE(text.ends_with("2 facts: 0 right, 1 wrong, 1 not covered\n"), text);
}
