#include "extractor/discourse/place_pairs.h"

#include <doctest/doctest.h>

#include <string>

#include "tests/support/mini_patterns.h"

using namespace recount;

namespace {

std::string told_of_pair(const std::string& text) {
  return test::places_told(test::real(), text, "Council election results", "2019-05-04");
}

}  // namespace

TEST_CASE("in the former and in the latter: the councils that were told together") {
  CHECK(told_of_pair(
            "Dover and Swale went the other way. In the former Labour lost two seats, in the "
            "latter it lost six seats.") == "dover, swale");
  CHECK(told_of_pair("Labour lost Dover and Swale, and in the latter the Tories won 16 seats.") ==
        "dover, swale, swale");
}

TEST_CASE("in the latter of more than two councils is in none that is known") {
  CHECK(told_of_pair(
            "Bury, Dover and Swale went the other way. In the latter Labour lost two seats.") ==
        "");
}

TEST_CASE("in the former mill town is in no council told before") {
  CHECK(told_of_pair(
            "Dover and Swale went the other way. In the former mill town of Bury Labour lost "
            "two seats.") == "bury");
}
