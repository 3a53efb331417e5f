#include "extractor/discourse/persons.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "tests/support/mini_patterns.h"

using namespace recount;

namespace {

/// The party whose seats the last sentence of the text tells; empty when it tells none.
std::string party_in(const std::string& text) {
  Document document{"doc", "In Luton votes were counted. " + text, {}};
  document.metadata.title = "Luton council election results";
  const std::vector<Fact> facts = test::real().extract(document);
  return facts.empty() ? "" : facts.back().party.value_or("");
}

}  // namespace

TEST_CASE("a person's party is the one that the person was introduced with") {
  CHECK(
      party_in("Labour leader Ann Bell was there, Tory leader Joe Mills was not. Mr Mills's party "
               "won 15 seats.") == "conservative");
  CHECK(party_in("Ann Bell, leader of the Lib Dem group, met Joe Mills (Lab). Ms Bell's group won "
                 "15 seats.") == "liberal-democrat");
  CHECK(party_in("Tory councillor Ann Bell met Green councillor Joe Mills. Mr Mills's party won 15 "
                 "seats.") == "green");
}

TEST_CASE("his party is that of the person named in full before it in the sentence") {
  const std::string met = "Labour leader Ann Bell met Tory leader Joe Mills. ";
  CHECK(party_in(met + "It was a good night for Ann Bell in the town: her party won 15 seats.") ==
        "labour");
  CHECK(party_in(met + "It was a bad night for Ann Bell and Joe Mills: his party won 15 seats.") ==
        "conservative");
}

TEST_CASE("persons of one surname are told apart by the name before it, or not at all") {
  const std::string both = "Labour leader Ann Bell met Tory leader Joe Bell. ";
  CHECK(party_in(both + "Ann Bell's party won 15 seats.") == "labour");
  CHECK(party_in(both + "Joe Bell's party won 15 seats.") == "conservative");
  CHECK(party_in(both + "Councillor Bell's party won 15 seats.").empty());
}

TEST_CASE("\"we\" in the words of a person is that person's party") {
  CHECK(
      party_in("Labour leader Ann Bell met Tory leader Joe Mills.\n\n\"We gained two seats,\" said "
               "Mr Mills.") == "conservative");
}

TEST_CASE("\"we\" is the party that stands beside the name of who speaks") {
  CHECK(party_in("The Tories met. Labour's Ann Bell said: \"We gained two seats.\"") == "labour");
  CHECK(party_in("The Tories met. Council leader Ann Bell (Lab) said: \"It is late.\" \"We gained "
                 "two seats.\"") == "labour");
  CHECK(party_in("The Tories met. Ann Bell of the Greens said it was late.\n\n\"We gained two "
                 "seats.\"") == "green");
}

TEST_CASE("\"we\" in what he said is the party of the person told last") {
  const std::string told = "Joe Mills, leader of the Conservative group, met Labour. ";
  CHECK(party_in(told + "\"We gained two seats,\" he said.") == "conservative");
  CHECK(party_in(told + "\"We gained two seats,\" said Ann Bell.").empty());
}
