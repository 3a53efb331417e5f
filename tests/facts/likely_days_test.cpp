#include "extractor/facts/likely_days.h"

#include <doctest/doctest.h>

#include "extractor/lexicon/places.h"
#include "tests/support/mini_patterns.h"

using namespace recount;

namespace {

LikelyDays likely(std::string_view text) {
  const Lexicon& lexicon = test::real().lexicon();
  static const PollingYears years(lexicon);
  Annotation annotation, title;
  annotate(text, lexicon, annotation);
  return years.likely_days(lexicon, title, annotation);
}

bool polls(const LikelyDays& days, std::uint16_t kind) { return (days.kinds & kind) != 0; }

}  // namespace

TEST_CASE("councils that are named tell which kinds may have polled") {
  const LikelyDays county =
      likely("Kent County Council and Essex County Council have new leaders.");
  CHECK(polls(county, kCounty));
  CHECK((county.always & kCounty) != 0);
  const LikelyDays london = likely("Brent, Harrow, Sutton, Barnet and Camden were counted.");
  CHECK(polls(london, kLondonBorough));
  CHECK((likely("Fife, Angus and Moray were counted.").always & kScottish) != 0);
}

TEST_CASE("a county that is told more than each place in it is what is about") {
  const char* county =
      "Thanet was told. At County Hall nobody in Kent slept. Kent met, as Dover, Ashford and Swale "
      "had.";
  CHECK((likely(county).always & kCounty) != 0);
  CHECK_FALSE(polls(likely(county), kDistrict));
  const char* district =
      "Thanet District Council met, and Kent and the county council were told. Kent met, too.";
  CHECK(polls(likely(district), kDistrict));
  CHECK(polls(likely("At County Hall Kent met, and so did Wigan, Harlow, Luton and Bury."),
              kMetropolitan));
}

TEST_CASE("parties of one nation tell that it is meant") {
  const char* parties = "The DUP, Alliance and Sinn Fein met in Carrick, and two independents.";
  CHECK(likely(parties).nation != 0);
  CHECK(polls(likely("The DUP, the SDLP and the UUP met in Antrim."), kNorthernIrish));
  CHECK(likely("The DUP, Labour, the Greens, the SNP and Sinn Fein met in Fife.").nation == 0);
  CHECK(likely("The DUP and Sinn Fein met in Antrim.").nation == 0);
}

TEST_CASE("councils that are gone tell of their time, and so do the years that are told") {
  const LikelyDays old = likely("Ballymena, Castlereagh and Limavady were counted.");
  CHECK(old.day != 0);
  CHECK(old.day < 20140501);
  CHECK(likely("Glasgow and Cardiff were counted, as they were in 2014.").day >= 20140101);
}

TEST_CASE("where no council is named no day is likely") {
  CHECK(likely("It rained in England.").day == 0);
  CHECK(likely("").kinds == 0);
}

TEST_CASE("of a day that is known no other is likely") {
  const LikelyDays days = known_day(test::real().lexicon(), 20090604);
  CHECK(days.kinds == days.always);
  CHECK(polls(days, kCounty));
  CHECK_FALSE(polls(days, kScottish));
  CHECK(known_day(test::real().lexicon(), 0).kinds == 0);
}
