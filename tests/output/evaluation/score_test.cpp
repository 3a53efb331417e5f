// Scores of hand-made facts.
#include "output/evaluation/score.h"

#include <doctest/doctest.h>

using namespace recount;

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

Score scored(const std::vector<Fact>& facts, const std::string& gold, std::string_view text = "",
             const SentenceSpans& sentences = {}) {
  const auto article = parse_gold(R"({"doc": "d", "style": "bbc", "facts": [)" + gold + "]}");
  REQUIRE(article.ok());
  Score score;
  add_article(article.value(), facts, text, sentences, score);
  return score;
}

const std::string kScoredGold =
    R"({"place_kind": "council", "place": "medway", "party": "labour", "measure": "seats", "value": 33, "grade": "core", "quote": "has 33"})";

}  // namespace

TEST_CASE("score: a fact is found when place and party and measure and value agree") {
  const Score right =
      scored({fact(PlaceKind::kCouncil, "medway", "labour", Measure::kSeats, 33)}, kScoredGold);
  CHECK(right.articles == 1);
  CHECK(right.total.found == 1);
  CHECK(right.total.missed + right.total.wrong == 0);
  CHECK(right.complaints.empty());
  CHECK(right.by_style.at("bbc").found == 1);
  CHECK(right.by_grade[0].found == 1);
  for (const Fact& other : {fact(PlaceKind::kCouncil, "luton", "labour", Measure::kSeats, 33),
                            fact(PlaceKind::kCouncil, "medway", "green", Measure::kSeats, 33),
                            fact(PlaceKind::kCouncil, "medway", "labour", Measure::kSeatsWon, 33),
                            fact(PlaceKind::kCouncil, "medway", "labour", Measure::kSeats, 34)}) {
    const Score wrong = scored({other}, kScoredGold);
    CHECK(wrong.total.found == 0);
    CHECK(wrong.total.missed == 1);
    CHECK(wrong.total.wrong == 1);
    CHECK(wrong.complaints.size() == 2);
  }
}

TEST_CASE("score: a fact said twice counts once") {
  const Fact same = fact(PlaceKind::kCouncil, "medway", "labour", Measure::kSeats, 33);
  CHECK(scored({same, same}, kScoredGold).total.wrong == 0);
  CHECK(scored({same, same}, kScoredGold).judged.size() == 1);
  CHECK(scored({same, same}, "").total.wrong == 1);
}

TEST_CASE("score: an optional fact counts neither way") {
  const std::string optional =
      R"({"place_kind": "unknown", "place": null, "party": null, "measure": "turnout", "value": 32, "grade": "optional"})";
  CHECK(scored({}, optional).total.missed == 0);
  const Score found = scored({fact(PlaceKind::kUnknown, "", "", Measure::kTurnout, 32)}, optional);
  CHECK(found.total.found == 0);
  CHECK(found.total.wrong == 0);
  CHECK(found.judged.empty());
}

TEST_CASE("score: an area and all are one place where the gold says either") {
  const std::string area =
      R"({"place_kind": "area", "place": "wales", "party": "labour", "measure": "councils", "value": 8, "grade": "core"})";
  CHECK(scored({fact(PlaceKind::kAll, "", "labour", Measure::kCouncils, 8)}, area).total.found ==
        1);
  const std::string all =
      R"({"place_kind": "all", "place": null, "party": "labour", "measure": "councils", "value": 8, "grade": "core"})";
  CHECK(scored({fact(PlaceKind::kArea, "england", "labour", Measure::kCouncils, 8)}, all)
            .total.found == 1);
  CHECK(
      scored({fact(PlaceKind::kArea, "wales", "labour", Measure::kCouncils, 8)}, all).total.found ==
      0);
}

TEST_CASE("score: gain and hold and now are one reading and loss is another") {
  const std::string gain =
      R"({"place_kind": "council", "place": "medway", "party": "labour", "measure": "control", "value": "gain", "grade": "core"})";
  const auto with = [&gain](const char* word) {
    return scored({fact(PlaceKind::kCouncil, "medway", "labour", Measure::kControl, 0, word)},
                  gain);
  };
  for (const char* word : {"gain", "hold", "now"}) CHECK(with(word).total.found == 1);
  CHECK(with("loss").total.found == 0);
  CHECK(with("gain").control_exact.right == 1);
  CHECK(with("hold").control_exact.right == 0);
  CHECK(with("hold").control_exact.of == 1);
}

TEST_CASE("score: alternatives count as right") {
  const std::string alt =
      R"({"place_kind": "council", "place": "medway", "party": "labour", "measure": "seats", "value": 33, "grade": "core",
          "alt": {"measure": ["seats_won"], "value": [34], "place": ["all"]}})";
  const auto found = [&alt](const Fact& fact) { return scored({fact}, alt).total.found; };
  CHECK(found(fact(PlaceKind::kCouncil, "medway", "labour", Measure::kSeatsWon, 34)) == 1);
  CHECK(found(fact(PlaceKind::kAll, "", "labour", Measure::kSeats, 33)) == 1);
  CHECK(found(fact(PlaceKind::kCouncil, "medway", "labour", Measure::kTurnout, 33)) == 0);
}

TEST_CASE("score: complaints tell rule and grade and the sentence of the quote") {
  const std::string text = "Labour has 33. Luton too has 33.";
  const SentenceSpans sentences{{0, 14}, {15, 32}};
  Fact wrong = fact(PlaceKind::kCouncil, "luton", "labour", Measure::kSeats, 33);
  wrong.start = 15;
  wrong.end = 32;
  wrong.quote = "Luton too has 33";
  wrong.rule = "seats.has";
  wrong.confidence = 0.9;
  const Score score = scored({wrong}, kScoredGold, text, sentences);
  REQUIRE(score.complaints.size() == 2);
  CHECK_FALSE(score.complaints[0].wrong);
  CHECK(score.complaints[0].doc == "d");
  CHECK(score.complaints[0].reading == "medway labour seats 33");
  CHECK(score.complaints[0].note == "core");
  CHECK(score.complaints[0].sentence == "Labour has 33.");
  CHECK(score.complaints[1].wrong);
  CHECK(score.complaints[1].note == "seats.has");
  CHECK(score.complaints[1].sentence == "Luton too has 33.");
  REQUIRE(score.judged.size() == 1);
  CHECK_FALSE(score.judged[0].right);
}

TEST_CASE("score: shares of nothing") {
  CHECK(Tally().precision() == 0);
  CHECK(Tally().recall() == 0);
  CHECK(Tally().f1() == 0);
  CHECK(Share().value() == 1);
}
