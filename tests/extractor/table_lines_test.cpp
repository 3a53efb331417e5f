// Tables whose cells are parted by tabs, as web pages come down to text.
#include <doctest/doctest.h>

#include <algorithm>

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
