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
