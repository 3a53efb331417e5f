// Whose figure it is where the sentence names its party only behind it, or not at all.
#include "extractor/discourse/anaphora.h"

#include <doctest/doctest.h>

#include <string>

#include "tests/support/mini_patterns.h"

using namespace recount;

namespace {

/// The facts of the last sentence of the text as "party measure value", joined by ", ".
std::string last(const std::string& before, const std::string& sentence) {
  Document document{"doc", before + sentence, {}};
  document.metadata.title = "Luton council election results";
  std::string out;
  for (const Fact& fact : test::real().extract(document)) {
    if (fact.start < before.size()) continue;
    if (!out.empty()) out += ", ";
    out += fact.party.value_or("-") + ' ' + std::string(measure_name(fact.measure)) + ' ' +
           std::to_string(static_cast<int>(fact.number));
  }
  return out;
}

}  // namespace

TEST_CASE("a figure before any name is of the party that the sentence goes on about") {
  const std::string back = "Labour is back in charge of Luton. ";
  CHECK(last(back, "Seven gains took the party to 30.") ==
        "labour seats_change 7, labour seats 30");
  CHECK(last(back, "With seven gains it runs the town alone.") == "labour seats_change 7");
  CHECK(last(back, "In Luton, two losses, one of them narrow, cut their lead.") ==
        "labour seats_change -2");
}

TEST_CASE("somebody or something else before or behind the figure keeps it from that party") {
  const std::string back = "Labour is back in charge of Luton. ";
  CHECK(last(back, "A gain means that the party did not run it before.").empty());
  CHECK(last(back, "Rovers lost 11 seats in the stand that they built.").empty());
}

TEST_CASE("lines below a party's name are of that party") {
  const std::string labour = "Local elections\n\nLabour:\n\n";
  CHECK(last(labour, "+184 council seats net.") == "labour seats_change 184");
  CHECK(last(labour, "Nobody expected 30 seats.").empty());
}

TEST_CASE("what a line goes on with is of the party that it says has won or held") {
  CHECK(last("Bury: Labour hold. ", "Lost three.") == "labour seats_change -3");
  CHECK(last("Bury: Labour hold. The Greens met. ", "Lost three.").empty());
}

TEST_CASE("behind a remark on a place they are who the remark begins with") {
  CHECK(last("Labour lost 41 seats. ",
             "In Bury, where it had been in power with independents, it has 20 seats.") ==
        "labour seats 20");
  CHECK(last("Labour lost 41 seats. ",
             "In Bury, where the Tories had governed with independents, they have 20 seats.") ==
        "conservative seats 20");
  CHECK(last("Labour lost 41 seats. ",
             "In Bury, where Labour had met the Tories, the latter has 20 seats.") ==
        "conservative seats 20");
}

TEST_CASE("of a sentence without a subject a party that a relative clause is about goes on") {
  CHECK(last("What a result in Luton for the Tories, who wiped out Labour. ",
             "They gained 11 seats.") == "conservative seats_change 11");
}

TEST_CASE("a possessive that opens the sentence is not of a party behind the figure") {
  CHECK(last("Labour won Luton. ", "Its rise from 20 seats came at the expense of the Tories.") ==
        "labour seats_before 20");
}

TEST_CASE("a new paragraph goes on about whom the one before was about from its beginning") {
  const std::string luton = "In Luton they have 20 seats. Labour won two seats.\n\n";
  CHECK(last("The Tories did well.\n\n" + luton, "In Bury they have 30 seats.") ==
        "conservative seats 30");
  CHECK(last("In Luton the Tories have 20 seats. Labour won two seats.\n\n",
             "In Bury they have 30 seats.") == "labour seats 30");
}
