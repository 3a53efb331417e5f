#include "output/records/table.h"

#include <doctest/doctest.h>

#include <sstream>
#include <vector>

#include "output/records/text_width.h"
#include "tests/support/sample_fact.h"

namespace recount {
namespace {

using testing::sample_fact;

TEST_CASE("table: the value with its bound and mark") {
  Fact fact = sample_fact();
  CHECK(value_text(fact) == "over +4 so far");
  fact.bound = "exact";
  fact.partial = false;
  fact.number = -11;
  CHECK(value_text(fact) == "-11");
  fact.number = 0;
  CHECK(value_text(fact) == "0");
  fact.measure = Measure::kVoteShare;
  fact.number = 39.5;
  CHECK(value_text(fact) == "39.5%");
  fact.measure = Measure::kControl;
  fact.outcome = "gain";
  CHECK(value_text(fact) == "gain");
}

TEST_CASE("table: columns are aligned below the heading") {
  Fact second = sample_fact();
  second.place_kind = PlaceKind::kAll;
  second.place.reset();
  second.place_name.reset();
  second.party.reset();
  second.measure = Measure::kTurnout;
  second.number = 32;
  second.bound = "exact";
  second.partial = false;
  second.quote = "Turnout\nwas 32%";
  const std::vector<Fact> facts{sample_fact(), second};
  CHECK(facts_table("medway (BBC News)", facts, 100) ==
        "medway (BBC News)\n"
        "  place   party   measure       value           words\n"
        "  Medway  labour  seats_change  over +4 so far  Labour gained more than four seats\n"
        "  (all)   -       turnout       32%             Turnout was 32%\n");
}

TEST_CASE("table: no line is wider than asked for") {
  Fact fact = sample_fact();
  fact.place_name = "Bournemouth, Christchurch and Poole, and Sinn F\xc3\xa9in besides";
  fact.party = "lincolnshire-independents-of-the-wolds";
  fact.quote = std::string(500, 'x') + "\xc3\xa9";
  for (const std::size_t width : {60U, 79U, 100U, 200U}) {
    std::istringstream lines(facts_table("medway", std::vector<Fact>{fact}, width));
    std::size_t widest = 0;
    for (std::string line; std::getline(lines, line);) {
      widest = std::max(widest, display_width(line));
    }
    CHECK(widest == width);
  }
}

TEST_CASE("table: an article without facts says so") {
  CHECK(facts_table("derby\x1b[2J", {}, 100) == "derby[2J\n  no facts\n");
}

}  // namespace
}  // namespace recount
