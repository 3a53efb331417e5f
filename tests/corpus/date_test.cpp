#include "corpus/date.h"

#include <doctest/doctest.h>

TEST_CASE("dates: days of the calendar and nothing else") {
  using recount::is_iso_day;
  for (const char* day : {"2023-05-04", "1973-04-12", "2024-02-29", "2000-02-29"}) {
    CAPTURE(day);
    CHECK(is_iso_day(day));
  }
  for (const char* text :
       {"", "2023", "2023-05", "2023-5-4", "04-05-2023", "2023-13-01", "2023-00-10", "2023-04-31",
        "2023-05-00", "2023-02-29", "1900-02-29", "2023/05/04", "2023-05-04T10:00", " 2023-05-04",
        "2023-05-0x", "0000-05-04", "+023-05-04"}) {
    CAPTURE(text);
    CHECK_FALSE(is_iso_day(text));
  }
}

TEST_CASE("dates: an election is told by day or year") {
  using recount::is_election_date;
  CHECK(is_election_date("2023-05-04"));
  CHECK(is_election_date("2023"));
  for (const char* text : {"", "23", "0000", "202x", "2023-05", "2023-05-32", "20230504"}) {
    CAPTURE(text);
    CHECK_FALSE(is_election_date(text));
  }
}
