// From frames to facts, through the whole extractor over the mini patterns.
#include <doctest/doctest.h>

#include "output/records/jsonl.h"
#include "tests/support/mini_patterns.h"

using namespace recount;

namespace {

Document test_article(const std::string& text) {
  Document out;
  out.id = "doc";
  out.text = text;
  out.metadata.published = "2023-05-05";
  out.metadata.source = "Daily Test";
  return out;
}

std::vector<Fact> built_facts(const std::string& text) {
  return test::mini().extract(test_article(text));
}

}  // namespace

TEST_CASE("a fact holds all that is known") {
  const std::string text =
      "Well, Labour gained nearly 20 seats in Medway so far since dissolution.";
  const auto found = built_facts(text);
  REQUIRE(found.size() == 1);
  const Fact& fact = found[0];
  CHECK(fact.article->doc == "doc");
  CHECK(fact.article->source == "Daily Test");
  CHECK(fact.article->url == std::nullopt);
  CHECK(fact.article->published == "2023-05-05");
  CHECK(fact.election == "2023-05-04");
  CHECK(fact.election_id == "local.medway-towns.2023-05-04");
  CHECK(fact.place_kind == PlaceKind::kCouncil);
  CHECK(fact.place == "medway");
  CHECK(fact.place_name == "Medway");
  CHECK(fact.party == "labour");
  CHECK(fact.measure == Measure::kSeatsChange);
  CHECK(fact.number == 20);
  CHECK(fact.outcome.empty());
  CHECK(fact.bound == "under");
  CHECK(fact.partial);
  CHECK(fact.baseline == "eve_of_poll");
  CHECK(fact.rule == "seats.change");
  CHECK(fact.quote == text.substr(fact.start, fact.end - fact.start));
  CHECK(fact.quote == "Labour gained nearly 20 seats in Medway");
  CHECK(fact.id != 0);
  CHECK(fact.article->fingerprint.size() == 16);
}

TEST_CASE("a council has the polling day of its nation") {
  const auto found = built_facts("Labour gained two seats in Lochside.");
  REQUIRE(found.size() == 1);
  CHECK(found[0].election == "2023-05-18");
  CHECK(found[0].election_id == "local.lochside.2023-05-18");
}

TEST_CASE("a fact said twice is one fact with the first quote") {
  const auto found =
      built_facts("Labour gained two seats in Medway.\nYes, Labour gained two in Medway.");
  REQUIRE(found.size() == 1);
  CHECK(found[0].start == 0);
}

TEST_CASE("other values and places and parties are other facts") {
  const auto found = built_facts(
      "Labour gained two seats in Medway. Labour gained five seats in Medway. The Greens gained "
      "two seats in "
      "Medway. Labour gained two seats in Lochside. Labour has two seats in Medway.");
  CHECK(found.size() == 5);
}

TEST_CASE("facts are in the order of the text") {
  const auto found =
      built_facts("Labour has 20 seats in Medway. Labour gained two seats, the Greens six.");
  REQUIRE(found.size() >= 2);
  for (std::size_t i = 1; i < found.size(); ++i) CHECK(found[i - 1].start <= found[i].start);
}

TEST_CASE("ids are stable and depend on what a fact says") {
  const auto first = built_facts("Labour gained two seats in Medway.");
  REQUIRE(first.size() == 1);
  CHECK(built_facts("Labour gained two seats in Medway.").at(0).id == first[0].id);
  CHECK(built_facts("Labour gained two seats in Medway. It rained.").at(0).id == first[0].id);
  CHECK(built_facts("Labour gained six seats in Medway.").at(0).id != first[0].id);
  CHECK(built_facts("Labour lost two seats in Medway.").at(0).id != first[0].id);
  CHECK(built_facts("Labour gained two seats in Lochside.").at(0).id != first[0].id);
  CHECK(built_facts(" Labour gained two seats in Medway.")[0].id !=
        first[0].id);  // starts elsewhere
  Document other = test_article("Labour gained two seats in Medway.");
  other.id = "other";
  CHECK(test::mini().extract(other)[0].id != first[0].id);
}

TEST_CASE("only a change has a baseline") {
  CHECK(built_facts("Labour gained two seats in Medway.").at(0).baseline == "unstated");
  CHECK(built_facts("Labour has two seats in Medway.").at(0).baseline == std::nullopt);
}

TEST_CASE("what could be is no fact") {
  CHECK(built_facts("Labour could have 20 seats in Medway.").empty());
  CHECK(built_facts("Labour has 20 seats in Medway.").size() == 1);
}

TEST_CASE("a local party that only source or headline name does no harm") {
  Document document =
      test_article("We gained two seats in Medway. They gained six seats in Lochside.");
  document.metadata.source = "Xham First";
  document.metadata.title = "Yham First gained";
  const auto found = test::mini().extract(document);
  for (const Fact& fact : found) {
    CAPTURE(to_json_line(fact));
    CHECK(fact.party == "xham-first");
  }
}
