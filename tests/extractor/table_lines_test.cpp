// Tables whose cells are parted by tabs, as web pages come down to text.
#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "extractor/extractor.h"

using namespace recount;

TEST_CASE("tables with tabs: headings and cells do not run into each other") {
  const Result<Extractor> extractor = Extractor::load_embedded();
  REQUIRE(extractor.ok());
  Document article{"tables",
                   "Wokingham council\n\nParty\tSeats\tChange\nLabour\t3\t0\n"
                   "Conservative\t26\t-5\n\nCouncil\tLab\tCon\tLD\nHyndburn\t21\t-\t13\n"
                   "Burnley\t21\t4\t20\n",
                   {}};
  article.metadata.published = "2023-05-05";
  const std::vector<Fact> facts = extractor.value().extract(article);
  const auto has = [&facts](const char* place, const char* party, Measure measure, double number) {
    return std::any_of(facts.begin(), facts.end(), [&](const Fact& fact) {
      return fact.place == place && fact.party == party && fact.measure == measure &&
             fact.number == number;
    });
  };
  // "Seats", "Change" are two columns, not one of the change in seats.
  CHECK(has("wokingham", "labour", Measure::kSeats, 3));
  CHECK(has("wokingham", "labour", Measure::kSeatsChange, 0));
  CHECK(has("wokingham", "conservative", Measure::kSeatsChange, -5));
  // The dash is an empty cell, not the sign of the next one; the table has headings of its own.
  CHECK(has("hyndburn", "labour", Measure::kSeats, 21));
  CHECK(has("hyndburn", "liberal-democrat", Measure::kSeats, 13));
  CHECK(has("burnley", "conservative", Measure::kSeats, 4));
  CHECK(facts.size() == 9);
}

TEST_CASE("tables of who held councils: the headings tell which column is the one before") {
  const Result<Extractor> extractor = Extractor::load_embedded();
  REQUIRE(extractor.ok());
  const auto told = [&extractor](const char* text) {
    Document article{"holders", text, {}};
    article.metadata.published = "2023-05-05";
    std::vector<std::string> out;
    for (const Fact& fact : extractor.value().extract(article)) {
      const bool before = fact.measure == Measure::kControlBefore;
      out.push_back(fact.place.value_or("?") + (before ? " before " : " after ") +
                    fact.party.value_or("?"));
    }
    std::sort(out.begin(), out.end());
    return out;
  };
  using Lines = std::vector<std::string>;
  CHECK(told("Council elections\n\nCouncil | Was | Now\nDover | NOC | Lab\n"
             "Luton | Lab | Lab\n") ==
        Lines{"dover after labour", "dover before noc", "luton after labour"});
  CHECK(told("Council elections\n\n| Council | New | Old |\n|---|---|---|\n"
             "| Medway | Lab | Con |\n") ==
        Lines{"medway after labour", "medway before conservative"});
  // Two totals, each with a change, of which nothing says what they are of.
  CHECK(told("Council elections\n\nParty | +/- | Total | +/- | Total\n"
             "CON | 911 | 5315 | 39 | 165\n")
            .empty());
}
