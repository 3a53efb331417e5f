#include "output/evaluation/gold.h"

#include <doctest/doctest.h>

using namespace recount;

namespace {

using Strings = std::vector<std::string>;

Result<GoldArticle> with_fact(const std::string& fact) {
  return parse_gold(R"({"doc": "d", "facts": [)" + fact + "]}");
}

}  // namespace

TEST_CASE("gold: a fact with all that it may hold") {
  const auto gold = parse_gold(R"({"doc": "d", "style": "bbc", "election": "2023-05-04", "facts": [
    {"place_kind": "council", "place": "medway", "party": "labour", "measure": "seats",
     "value": 33, "bound": "over", "partial": true, "quote": "has 33", "grade": "hard",
     "alt": {"place": ["all"], "party": [null], "measure": ["seats_won"], "value": [34.5]}}]})");
  REQUIRE(gold.ok());
  CHECK(gold.value().doc == "d");
  CHECK(gold.value().style == "bbc");
  REQUIRE(gold.value().facts.size() == 1);
  const GoldFact& fact = gold.value().facts[0];
  CHECK(fact.places == Strings{"medway", "all"});
  CHECK(fact.parties == Strings{"labour", "-"});
  CHECK(fact.measures == std::vector<Measure>{Measure::kSeats, Measure::kSeatsWon});
  CHECK(fact.values == Strings{"33", "34.5"});
  CHECK(fact.bound == "over");
  CHECK(fact.partial);
  CHECK(fact.grade == Grade::kHard);
  CHECK(fact.quote == "has 33");
}

TEST_CASE("gold: what need not be said") {
  const auto gold =
      with_fact(R"({"place_kind": "all", "measure": "control", "value": "gain", "party": "noc"})");
  REQUIRE(gold.ok());
  CHECK(gold.value().style.empty());
  const GoldFact& fact = gold.value().facts[0];
  CHECK(fact.places == Strings{"all", "england", "england-and-wales", "great-britain", "uk"});
  CHECK(fact.bound == "exact");
  CHECK_FALSE(fact.partial);
  CHECK(fact.grade == Grade::kCore);
}

TEST_CASE("gold: each fault is told with the number of the fact") {
  const auto fault = [](const Result<GoldArticle>& gold) {
    REQUIRE_FALSE(gold.ok());
    CHECK(gold.error().code == ErrorCode::kBadGold);
    return gold.error().message;
  };
  CHECK(fault(parse_gold("{")) == "expected a JSON object");
  CHECK(fault(parse_gold("[]")) == "expected a JSON object");
  CHECK(fault(parse_gold(R"({"facts": []})")) == "\"doc\": expected a string");
  CHECK(fault(parse_gold(R"({"doc": "d"})")) == "\"facts\": expected a list");
  CHECK(fault(with_fact("7")) == "fact 1: expected a JSON object");
  const auto fault_of = [&fault](const std::string& rest) {
    return fault(with_fact("{" + rest + "}"));
  };
  const std::string good = R"("place_kind": "all", "measure": "seats", "value": 3)";
  CHECK(fault_of(R"("place_kind": "town", "measure": "seats", "value": 3)") ==
        "fact 1: \"place_kind\": expected council, area, all or unknown");
  CHECK(fault_of(R"("place_kind": "council", "measure": "seats", "value": 3)") ==
        "fact 1: \"place\": expected the id of a council or area");
  CHECK(fault_of(R"("place_kind": "all", "measure": "swing", "value": 3)") ==
        "fact 1: \"measure\": expected a measure");
  CHECK(fault_of(R"("place_kind": "all", "measure": "seats", "value": null)") ==
        "fact 1: \"value\": expected a number or a word");
  CHECK(fault_of(good + R"(, "grade": "easy")") ==
        "fact 1: \"grade\": expected core, hard or optional");
  CHECK(fault_of(good + R"(, "bound": 3)") == "fact 1: \"bound\": expected a string");
  CHECK(fault_of(good + R"(, "partial": 1)") == "fact 1: \"partial\": expected true or false");
  CHECK(fault_of(good + R"(, "alt": [1])") == "fact 1: \"alt\": expected an object of lists");
  CHECK(fault_of(good + R"(, "alt": {"value": 4})") == "fact 1: \"alt.value\": expected a list");
  CHECK(fault_of(good + R"(, "alt": {"place": [4]})") ==
        "fact 1: \"alt.place\": expected ids, all or unknown");
}
