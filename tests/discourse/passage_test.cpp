// What a passage is about, and how long, told by the places of facts over the real patterns.
#include <doctest/doctest.h>

#include <string>

#include "tests/support/mini_patterns.h"

using namespace recount;

namespace {

std::string places(const std::string& text, const char* title = "Local election results") {
  return test::places_told(test::real(), text, title, "2023-05-05");
}

}  // namespace

TEST_CASE("\"there\" is the council named last") {
  const std::string both = "Labour won 20 seats in Lewes and nine in Dover. ";
  CHECK(places(both + "The Greens there won six seats.") == "lewes, dover, dover");
  CHECK(places(both + "The Greens won six seats, and there is a vacancy.") == "lewes, dover");
}

TEST_CASE("after \"Nationally\" figures are of all councils, until one is named") {
  CHECK(
      places("Labour won 20 seats. Nationally, Labour gained 500 seats. The Tories lost 900 seats.",
             "Lewes council election results") == "lewes, all, all");
  CHECK(places("Nationally Labour gained 500 seats. In Lewes the Tories lost 12 seats.") ==
        "all, lewes");
}

TEST_CASE("national figures end what was told of the last name of a list") {
  CHECK(places("The scores are in from many councils.\n\nLabour gains:\n\nLewes\n\nDover\n\nThe "
               "Lib Dems won control of 10 councils.\n\nThe Greens gained eight seats.") ==
        "lewes, dover, all, all");
}

TEST_CASE("a council told in passing among national figures is left at the end of the paragraph") {
  const std::string greens =
      "The Greens gained 88 seats in England, and in Dover they have 12 seats.\n\n";
  CHECK(places("Lewes voted. " + greens + "The Lib Dems gained eight seats.") ==
        "england, dover, england");
}

TEST_CASE("a turnout across the borough is not that of the country to which it is compared") {
  CHECK(places("Turnout was 39% across the borough, above the national average.",
               "Crawley council election results") == "crawley");
}

TEST_CASE("an item of a page that goes by the clock does not go on with a list") {
  CHECK(places("Labour gains\n\nDover\n\n6:41 Lewes: Labour has 17 seats.",
               "Results as they came in") == "dover, lewes");
}

TEST_CASE("so many of a few seats are a ward's, unless so many were contested") {
  const char* const exeter = "Exeter council election results";
  CHECK(places("Labour won nine of the 13 seats.", exeter).empty());
  CHECK(places("A third of the council, 13 seats, was up for election. Labour won nine of the 13 "
               "seats.",
               exeter) == "exeter, exeter");
}
