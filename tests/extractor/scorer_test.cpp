// The scorer of these tests, by hand-made facts.
#include "tests/support/scorer.h"

#include <doctest/doctest.h>

using namespace recount;
using test::Score;

namespace {

Fact fact(PlaceKind kind, const char* place, const char* party, Measure measure, double number,
          const char* outcome = "") {
  Fact out;
  out.place_kind = kind;
  if (*place != '\0') out.place = place;
  if (*party != '\0') out.party = party;
  out.measure = measure;
  out.number = number;
  out.outcome = outcome;
  return out;
}

Score scored(const std::vector<Fact>& facts, const std::string& gold) {
  return test::score(facts, R"({"doc": "d", "facts": [)" + gold + "]}");
}

const std::string kGold =
    R"({"place_kind": "council", "place": "medway", "party": "labour", "measure": "seats", "value": 33, "grade": "core", "quote": "q"})";

}  // namespace

TEST_CASE("a fact is found when place and party and measure and value agree") {
  const Score right =
      scored({fact(PlaceKind::kCouncil, "medway", "labour", Measure::kSeats, 33)}, kGold);
  CHECK(right.found == 1);
  CHECK(right.missed + right.wrong == 0);
  for (const Fact& other : {fact(PlaceKind::kCouncil, "luton", "labour", Measure::kSeats, 33),
                            fact(PlaceKind::kCouncil, "medway", "green", Measure::kSeats, 33),
                            fact(PlaceKind::kCouncil, "medway", "labour", Measure::kSeatsWon, 33),
                            fact(PlaceKind::kCouncil, "medway", "labour", Measure::kSeats, 34)}) {
    const Score wrong = scored({other}, kGold);
    CHECK(wrong.found == 0);
    CHECK(wrong.missed == 1);
    CHECK(wrong.wrong == 1);
    CHECK(wrong.complaints.size() == 2);
  }
}

TEST_CASE("a fact said twice counts once") {
  const Fact same = fact(PlaceKind::kCouncil, "medway", "labour", Measure::kSeats, 33);
  CHECK(scored({same, same}, kGold).wrong == 0);
}

TEST_CASE("an optional fact counts neither way") {
  const std::string optional =
      R"({"place_kind": "unknown", "place": null, "party": null, "measure": "turnout", "value": 32, "grade": "optional"})";
  CHECK(scored({}, optional).missed == 0);
  const Score found = scored({fact(PlaceKind::kUnknown, "", "", Measure::kTurnout, 32)}, optional);
  CHECK(found.found == 0);
  CHECK(found.wrong == 0);
}

TEST_CASE("an area and all are one place where the gold says either") {
  const std::string area =
      R"({"place_kind": "area", "place": "wales", "party": "labour", "measure": "councils", "value": 8, "grade": "core"})";
  CHECK(scored({fact(PlaceKind::kAll, "", "labour", Measure::kCouncils, 8)}, area).found == 1);
  const std::string all =
      R"({"place_kind": "all", "place": null, "party": "labour", "measure": "councils", "value": 8, "grade": "core"})";
  CHECK(scored({fact(PlaceKind::kArea, "england", "labour", Measure::kCouncils, 8)}, all).found ==
        1);
  CHECK(scored({fact(PlaceKind::kArea, "wales", "labour", Measure::kCouncils, 8)}, all).found == 0);
}

TEST_CASE("gain and hold and now are one reading and loss is another") {
  const std::string gain =
      R"({"place_kind": "council", "place": "medway", "party": "labour", "measure": "control", "value": "gain", "grade": "core"})";
  for (const char* word : {"gain", "hold", "now"}) {
    CHECK(scored({fact(PlaceKind::kCouncil, "medway", "labour", Measure::kControl, 0, word)}, gain)
              .found == 1);
  }
  CHECK(scored({fact(PlaceKind::kCouncil, "medway", "labour", Measure::kControl, 0, "loss")}, gain)
            .found == 0);
}

TEST_CASE("alternatives count as right") {
  const std::string alt =
      R"({"place_kind": "council", "place": "medway", "party": "labour", "measure": "seats", "value": 33, "grade": "core",
          "alt": {"measure": ["seats_won"], "value": [34], "place": ["all"]}})";
  CHECK(
      scored({fact(PlaceKind::kCouncil, "medway", "labour", Measure::kSeatsWon, 34)}, alt).found ==
      1);
  CHECK(scored({fact(PlaceKind::kAll, "", "labour", Measure::kSeats, 33)}, alt).found == 1);
  CHECK(scored({fact(PlaceKind::kCouncil, "medway", "labour", Measure::kTurnout, 33)}, alt).found ==
        0);
}

TEST_CASE("precision and recall of nothing are one") {
  CHECK(Score().precision() == 1);
  CHECK(Score().recall() == 1);
}
