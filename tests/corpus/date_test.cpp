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

TEST_CASE("dates: days as they are written") {
  using recount::read_day;
  for (const char* text :
       {"2023-05-05", "2023-05-05T23:10:00+01:00", " 2023/05/05 10:00", "20230505",
        "20230505101500", "5 May 2023", "Friday 5th May, 2023", "May 5, 2023", "5-May-2023",
        "Fri, 05 May 2023 10:00:00 GMT", "05/05/2023 09:00", "5.5.2023", "Published: 5 MAY 2023"}) {
    CAPTURE(text);
    CHECK(read_day(text) == "2023-05-05");
  }
  CHECK(read_day("1 Sept 2009") == "2009-09-01");
  CHECK(read_day("4 June 2009, updated 7 June") == "2009-06-04");
  for (const char* text : {"", "2023", "May 2023", "31 April 2023", "13/13/2023", "yesterday",
                           "12:30:45", "2023-5", "1683270000", "99999999", "May the 4th"}) {
    CAPTURE(text);
    CHECK_FALSE(read_day(text).has_value());
  }
}

TEST_CASE("dates: a day in words") {
  using recount::day_in_words;
  CHECK(day_in_words("2023-05-04") == "4 May 2023");
  CHECK(day_in_words("2019-12-31") == "31 December 2019");
  for (const char* text : {"", "2023", "2023-13-01", "unknown"}) CHECK(day_in_words(text) == text);
}
