#include "output/reconciler/message.h"

#include <doctest/doctest.h>

#include <string>

#include "tests/support/told.h"

using namespace recount;
using recount::testing::ToldFacts;

namespace {

/// The message of the only conflict.
std::string message(const ToldFacts& told) {
  const Reconciliation all = reconcile(told.facts(), testing::told_directory());
  REQUIRE(all.conflicts.size() == 1);
  return all.conflicts[0].message;
}

ToldFacts of_outlets(const char* one, const char* other) {
  ToldFacts told;
  told.article("seed3#12").source(one).page("https://www.example.org/a?b", "2023-05-05");
  told.number("labour", Measure::kSeats, 33);
  told.article("seed3#14").source(other).page("https://example.net/", "2023-05-06");
  told.number("labour", Measure::kSeats, 23);
  return told;
}

}  // namespace

TEST_CASE("message: articles go by outlet and day") {
  CHECK(message(of_outlets("the Northern Echo", "Kent News")) ==
        "The Northern Echo, 5 May 2023, says Labour has 33 seats. Kent News, 6 May 2023, says "
        "Labour has 23 seats. Only one of them can be right.");
  CHECK(message(of_outlets("", "")) ==
        "example.org, 5 May 2023, says Labour has 33 seats. example.net, 6 May 2023, says Labour "
        "has 23 seats. Only one of them can be right.");
}

TEST_CASE("message: an id tells articles apart that nothing else does") {
  ToldFacts told;
  told.article("a").source("BBC News").number("labour", Measure::kSeats, 33);
  told.article("b").source("BBC News").number("labour", Measure::kSeats, 23);
  CHECK(message(told) ==
        "BBC News (article \"a\") says Labour has 33 seats. BBC News (article \"b\") says Labour "
        "has 23 seats. Only one of them can be right.");
}

TEST_CASE("message: what one article says is one sentence, in the order of events") {
  ToldFacts told;
  told.article("a").source("Kent News").number("labour", Measure::kSeats, 38);
  told.number("labour", Measure::kSeatsChange, 13).number("labour", Measure::kSeatsBefore, 20);
  CHECK(
      message(told) ==
      "Kent News says Labour had 20 seats before, gained 13 seats and has 38 seats. 20 + 13 = 33, "
      "not 38.");
  ToldFacts twice;
  twice.article("a").source("Kent News").number("labour", Measure::kSeats, 38);
  twice.number("labour", Measure::kSeats, 33);
  CHECK(message(twice).starts_with(
      "Kent News says Labour has 38 seats and elsewhere that Labour has 33 seats."));
}

TEST_CASE("message: each party's figures stand together, those of the council first") {
  ToldFacts told;
  told.article("a").source("A").number("labour", Measure::kSeats, 28);
  told.number("conservative", Measure::kSeats, 30).number("", Measure::kCouncilSeats, 47);
  CHECK_MESSAGE(
      message(told).starts_with("A says the council has 47 seats, Labour has 28 seats and "
                                "Conservative has 30 seats. 28 + 30 = 58, not 47."),
      message(told));
  ToldFacts more;
  more.article("a").source("A").number("labour", Measure::kSeats, 28);
  more.number("conservative", Measure::kSeatsBefore, 30);
  more.number("labour", Measure::kSeatsChange, 3).number("", Measure::kCouncilSeats, 47);
  CHECK_MESSAGE(
      message(more).starts_with("A says the council has 47 seats; Labour gained 3 seats "
                                "and has 28 seats; Conservative had 30 seats before. They "
                                "do not fit together: "),
      message(more));
}

TEST_CASE("message: what two figures come to is told by them") {
  ToldFacts lost;
  lost.article("a").source("A").number("labour", Measure::kSeatsBefore, 2);
  lost.number("labour", Measure::kSeatsChange, -11);
  CHECK(message(lost) ==
        "A says Labour had 2 seats before and lost 11 seats. Nobody can lose 11 of 2 seats.");
  ToldFacts gained;
  gained.article("a").source("A").number("labour", Measure::kSeats, 4);
  gained.number("labour", Measure::kSeatsChange, 9);
  CHECK(
      message(gained) ==
      "A says Labour gained 9 seats and has 4 seats. Whoever gains 9 seats has as many at least.");
  ToldFacts won;
  won.article("a").source("A").number("labour", Measure::kSeats, 5);
  won.number("labour", Measure::kSeatsWon, 9);
  CHECK_MESSAGE(
      message(won).find("Whoever wins 9 seats has as many at least.") != std::string::npos,
      message(won));
  ToldFacts contested;
  contested.article("a").source("A").number("", Measure::kSeatsContested, 14);
  contested.number("labour", Measure::kSeatsWon, 11).number("conservative", Measure::kSeatsWon, 6);
  CHECK_MESSAGE(message(contested).find("11 + 6 = 17, not 14.") != std::string::npos,
                message(contested));
}

TEST_CASE("message: a correction names the words and what they should say") {
  const auto corrected = [](double change, double before) {
    ToldFacts told;
    told.article("a").source("A").number("labour", Measure::kSeats, 20);
    told.number("labour", Measure::kSeatsBefore, before);
    for (const char* more : {"c", "d"}) {
      told.article(more).source(more).number("labour", Measure::kSeats, 20);
      told.number("labour", Measure::kSeatsBefore, before);
    }
    told.article("b").source("B").page("https://b.example/", "2023-05-05");
    told.number("labour", Measure::kSeatsChange, change);
    const std::string out = message(told);
    return out.substr(out.find(" If ") + 1);
  };
  CHECK(corrected(-8, 25) == "If B had said 5 instead of 8 in \"-8\", everything else would fit.");
  CHECK(corrected(9, 25) ==
        "If B had said a loss of 5 instead of a gain of 9 in \"9\", everything else would fit.");
}

TEST_CASE("message: sums of majorities and thresholds are in whole sentences") {
  ToldFacts none;
  none.article("a").source("A").number("", Measure::kCouncilSeats, 67);
  none.number("labour", Measure::kMajority, 5);
  none.article("b").source("B").number("labour", Measure::kSeats, 31);
  CHECK_MESSAGE(message(none).find("With 31 seats against the other 36, there is no majority.") !=
                    std::string::npos,
                message(none));
  ToldFacts shy;
  shy.article("a").source("A").number("", Measure::kCouncilSeats, 59);
  shy.number("labour", Measure::kShortOfMajority, 3).number("labour", Measure::kSeats, 26);
  CHECK_MESSAGE(
      message(shy).find("More than half of 59 seats is 30, so 26 seats are 4 short, not 3.") !=
          std::string::npos,
      message(shy));
  ToldFacts gained;
  gained.article("a").source("A").number("", Measure::kCouncilSeats, 35);
  gained.number("labour", Measure::kSeats, 17);
  gained.article("b").source("B").outcome("labour", Measure::kControl, "gain");
  CHECK(
      message(gained) ==
      "A says the council has 35 seats and Labour has 17 seats. B says Labour gained control. They "
      "cannot all be right: a party is in control when it has more than half of the seats. More "
      "than half of 35 seats is 18 or more.");
}

TEST_CASE("message: one fact that cannot be is told why") {
  ToldFacts told;
  told.article("a").source("A").number("labour", Measure::kSeats, 33);
  told.at(PlaceKind::kCouncil, "gone");
  CHECK(message(told) ==
        "A says Labour has 33 seats. That cannot be right: the council did not exist on that day.");
  ToldFacts many;
  many.article("a").source("A").number("labour", Measure::kSeats, 400);
  CHECK(
      message(many) ==
      "A says Labour has 400 seats. That cannot be right: no council has more than 250 seats, and "
      "no share is above 100 percent.");
}
