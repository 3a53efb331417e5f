// Whose figure it is, told by the parties that the whole extractor gives over the mini patterns.
#include "extractor/discourse/subject.h"

#include <doctest/doctest.h>

#include "tests/support/mini_patterns.h"

using namespace recount;

namespace {

/// The facts of the text as "party value", joined by ", ".
std::string parties(const std::string& text, const char* source = "Daily Test") {
  Document document;
  document.text = text;
  document.metadata.source = source;
  document.metadata.title = "Medway";
  std::string out;
  for (const Fact& fact : test::mini().extract(document)) {
    if (!out.empty()) out += ", ";
    out += fact.party.value_or("-") + ' ' + std::to_string(static_cast<int>(fact.number));
  }
  return out;
}

}  // namespace

TEST_CASE("the subject is the nearest party before the verb") {
  CHECK(parties("Labour gained two seats.") == "labour 2");
  CHECK(parties("The Greens met and Labour gained two seats.") == "labour 2");
  CHECK(parties("Labour, who met, gained two seats.") == "labour 2");
}

TEST_CASE("a party that a preposition governs is no subject") {
  CHECK(parties("Labour, against the Greens met, gained two seats.") == "labour 2");
  CHECK(parties("Labour, from the Greens and Tories met, gained two seats.") == "labour 2");
}

TEST_CASE("a person is no party") {
  CHECK(parties("Labour said that Sir Keir gained two seats.") == "");
}

TEST_CASE("a sentence without a party has no subject") {
  CHECK(parties("Everybody gained two seats.") == "");
}

TEST_CASE("they are the subject of before") {
  CHECK(parties("Labour met, and they gained two seats.") == "labour 2");
  CHECK(parties("Labour won.\nThey gained two seats.") == "labour 2");
  CHECK(parties("Labour won.\nThe party gained two seats.") == "labour 2");
  CHECK(parties("They gained two seats.") == "");
}

TEST_CASE("somebody's words do not change who they are") {
  CHECK(parties("Labour won.\n\"The Tories met,\" she said.\nThey gained two seats.") ==
        "labour 2");
}

TEST_CASE("the former and the latter are two told before") {
  CHECK(parties("Labour met the Greens. The former gained two seats.") == "labour 2");
  CHECK(parties("Labour met the Greens. The latter gained two seats.") == "green 2");
  CHECK(parties("Labour met. The latter gained two seats.") == "");
}

TEST_CASE("we are the party of the site") {
  CHECK(parties("We gained two seats.", "The Labour Party") == "labour 2");
  CHECK(parties("We gained two seats.") == "");
  CHECK(parties("We gained two seats.", "Labour and Greens") == "");
}

TEST_CASE("one figure for several parties needs a word that says so") {
  CHECK(parties("Labour and the Greens gained two seats.") == "");
  CHECK(parties("Labour and the Greens each gained two seats.") == "labour 2, green 2");
}

TEST_CASE("a figure without a verb shares the one before") {
  CHECK(parties("Labour lost two seats and the Greens six.") == "labour -2, green -6");
  CHECK(parties("Labour has two seats, the Greens six.") == "labour 2, green 6");
  CHECK(parties("Yes, the Greens six.") == "");
}
