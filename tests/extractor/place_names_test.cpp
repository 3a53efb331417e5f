// The name of every council of today in plain sentences: no other word of the patterns may hide it.
#include <doctest/doctest.h>

#include <set>
#include <string>

#include "extractor/facts/election.h"
#include "tests/support/mini_patterns.h"

using namespace recount;

namespace {

/// The last day on which councils of its kind and nation polled while it lived; 0 for none.
Day voted_on(const Lexicon& lexicon, const Place& place) {
  Day out = 0;
  for (const PollingDay& polled : lexicon.polling_days) {
    if (polled_in_nation(polled, place.nation) && (polled.kinds & place.kind) != 0 &&
        place.alive(polled.day))
      out = polled.day;
  }
  return out;
}

}  // namespace

TEST_CASE("every council of today is known by its name") {
  // Not these: Westminster is told for Parliament, and no party stands in the City of London.
  const std::set<std::string> others = {"westminster", "city-of-london"};
  const Extractor& extractor = test::real();
  std::size_t councils = 0;
  for (const Place& place : extractor.lexicon().places.places) {
    const Day day = place.is_area() || place.end != 0 ? 0 : voted_on(extractor.lexicon(), place);
    if (day == 0 || others.count(place.id) != 0) continue;
    ++councils;
    for (const std::string& text :
         {"Labour won " + place.name + " with 30 seats.",
          "In " + place.name + " the Conservatives gained one seat.", place.name + " stays hung.",
          place.name + " - Labour 20, Conservative 10."}) {
      Document document;
      document.text = text;
      document.metadata.election = format_day(day);
      const auto facts = extractor.extract(document);
      CAPTURE(text);
      CAPTURE(format_day(day));
      CHECK_FALSE(facts.empty());
      for (const Fact& fact : facts) CHECK(fact.place == place.id);
    }
  }
  CHECK(councils > 350);
}
