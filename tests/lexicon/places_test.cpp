#include "extractor/lexicon/places.h"

#include <doctest/doctest.h>

using namespace recount;

TEST_CASE("parse_day reads ISO dates") {
  CHECK(parse_day("2023-05-04") == 20230504);
  CHECK(parse_day("1973-12-31") == 19731231);
  CHECK(parse_day("2024-02-29") == 20240229);
}

TEST_CASE("parse_day gives 0 for what is no ISO date") {
  for (const char* text : {"", "2023", "2023-5-4", "2023-05-04 ", "2023/05/04", "04-05-2023",
                           "2023-00-04", "2023-13-04", "2023-05-00", "2023-05-32", "2023-0a-04",
                           "-023-05-04", "2023-05--4", "2023-+5-04"}) {
    CAPTURE(text);
    CHECK(parse_day(text) == 0);
  }
}

TEST_CASE("parse_day knows how long the months are") {
  CHECK(parse_day("2023-02-29") == 0);
  CHECK(parse_day("2023-04-31") == 0);
  CHECK(parse_day("1900-02-29") == 0);
  CHECK(parse_day("2000-02-29") == 20000229);
}

TEST_CASE("format_day undoes parse_day") {
  CHECK(format_day(20230504) == "2023-05-04");
  CHECK(parse_day(format_day(19991101)) == 19991101);
  CHECK(format_day(9870101) == "0987-01-01");
}

TEST_CASE("each kind of place has a bit of its own") {
  std::uint16_t all = 0;
  for (const char* name : {"county", "unitary", "district", "metropolitan", "london", "scottish",
                           "welsh", "ni", "other", "area"}) {
    const std::uint16_t bit = place_kind_named(name);
    CAPTURE(name);
    CHECK(bit != 0);
    CHECK((all & bit) == 0);
    all = static_cast<std::uint16_t>(all | bit);
  }
  CHECK(place_kind_named("parish") == 0);
}

TEST_CASE("a place lives from its first election until its abolition") {
  Place place;
  CHECK(place.alive(20230504));
  place.start = 20090604;
  place.end = 20230401;
  CHECK_FALSE(place.alive(20090603));
  CHECK(place.alive(20090604));
  CHECK(place.alive(20230331));
  CHECK_FALSE(place.alive(20230401));
}
