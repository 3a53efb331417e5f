// What an article is about, told by whether the whole extractor gives its figures.
#include <doctest/doctest.h>

#include "tests/support/mini_patterns.h"

using namespace recount;

namespace {

/// How many facts the text gives, its day of publication being unknown.
std::size_t facts(const std::string& text) {
  Document document;
  document.text = text;
  return test::real().extract(document).size();
}

}  // namespace

TEST_CASE("what a council does between elections gives no facts, however often it is named") {
  const std::string lead =
      "Labour has taken a seat on Luton Borough Council in a by-election.\n\nThe by-election was "
      "called when a councillor of the ward retired.\n\n";
  const std::string state = "Luton Borough Council now has 30 Labour councillors.\n\n";
  CHECK(facts(state) == 1);
  CHECK(facts(lead + state) == 0);
  CHECK(facts("The planning committee has 11 seats and the licensing committee nine.\n\nOn the "
              "scrutiny panel Labour has five seats.\n\n" +
              state) == 0);
}

TEST_CASE("a by-election told aside is nothing against the council elections") {
  CHECK(facts("Labour gained six seats in Luton in the local elections. The council elections came "
              "after a by-election that the party had lost.") == 1);
}

TEST_CASE(
    "a text that opens with the seats of a council is about it, whatever vote comes at its end") {
  const std::string council = "Labour gained six seats in Luton. It now has 30.\n\n";
  const std::string others =
      "The mayor was re-elected. So was the police and crime commissioner. In the parliamentary "
      "by-election Labour gained the seat.\n\n";
  CHECK(facts(council) == 2);
  CHECK(facts(council + others) >= 2);
  CHECK(facts(others + council) == 0);
}

TEST_CASE("who shares the seats of a council between them is of no parliament") {
  const std::string other = "Her MP held his seat at the general election.\n\n";
  const std::string few = "In Luton Labour have two seats, the Conservatives two, the Greens one.";
  const std::string many = "In Luton Labour have 22 seats, the Conservatives 12, the Greens eight.";
  CHECK(facts(other + few) == 0);
  CHECK(facts(other + many) == 3);
}

TEST_CASE("a town that gave its name to a later council is of that where the text names both") {
  Document document;
  document.text =
      "The DUP has 12 seats at the end of the Omagh count.\n\nFermanagh and Omagh District Council "
      "meets on Monday.";
  const auto facts = test::real().extract(document);
  REQUIRE(facts.size() == 1);
  CHECK(facts.front().place == "fermanagh-omagh");
}

TEST_CASE("lines below the heading of another vote are of that, though they name councils") {
  const std::string council = "LUTON\nLabour 30, Conservatives 10\n";
  const std::size_t alone = facts("Council results\n" + council);
  CHECK(alone == 2);
  CHECK(facts("Council results\n" + council + "MAYORS\nBEDFORD: Labour hold\nLUTON: Labour hold") ==
        alone);
  CHECK(facts("Council results\n" + council + "GENERAL ELECTION\nLabour 300 Conservatives 250") ==
        alone);
}

TEST_CASE("an article ends where comments and links to others begin") {
  const std::string article = "Labour gained six seats in Luton.\n\nIt has 30.\n\n";
  const std::size_t alone = facts(article);
  CHECK(facts(article + "3 comments\n\nThe Tories gained two seats in Barnet.") == alone);
  CHECK(facts(article + "More on this story\n\nTories gain Barnet") == alone);
  CHECK(facts(article + "More on this story\n\nThe Tories gained two seats in Barnet.") ==
        alone + 1);
}

TEST_CASE("a text of many years long ago is of history") {
  const std::string past =
      "In 1919 Labour won the town. In 1922 it lost. By 1931 it was back, and in 1934 it "
      "grew.\n\n";
  CHECK(facts("Labour gained six seats in Luton.") == 1);
  CHECK(facts(past + "Labour gained six seats in Luton.") == 0);
  CHECK(facts(past + "Labour gained six seats in Luton. In 2012 it had none.") > 0);
  CHECK(
      facts(
          "For the first time since 1919, since 1922, since 1931 and since 1934 Labour gained six "
          "seats in Luton.") == 1);
}

TEST_CASE("votes are no national total where nothing speaks of all councils") {
  CHECK(facts("Labour won Luton.\n\nAbbey: C 938; LD 755; Lab 311.") == 1);
  CHECK(facts("Across England Labour gained 500 seats.\n\nSo far: C 938; LD 755; Lab 311.") == 4);
}

TEST_CASE("where no party is named and nothing speaks of the vote, nothing is told") {
  CHECK(facts("Dover turned red.") == 0);
  CHECK(facts("Local elections\n\nDover turned red.") == 1);
  CHECK(facts("Luton Borough Council has 48 members.") == 0);
  CHECK(facts("Luton Borough Council has 48 councillors.") == 1);
  CHECK(facts("Turnout in Bury was 34%.") == 1);
  // In the headline or the publisher's name it counts as well.
  Document document{"headed", "Dover turned red.", {}};
  document.metadata.title = "Local elections";
  CHECK(test::real().extract(document).size() == 1);
  document.metadata.title.reset();
  document.metadata.source = "Kent Labour Party";
  CHECK(test::real().extract(document).size() == 1);
  // Above a column a party is one, whatever else its name may be; but not in small letters alone.
  CHECK(facts("Council | Ind | Green\nMedway | 20 | 31\nDover | 12 | 18\n") == 4);
  CHECK(facts("Council | labour | green\nMedway | 20 | 31\nDover | 12 | 18\n") == 0);
  CHECK(facts("Council | labour | Green\nMedway | 20 | 31\nDover | 12 | 18\n") == 4);
  Trace trace;
  document.metadata = {};
  CHECK(test::real().extract(document, &trace).empty());
  CHECK(trace.document.back() == "names no party and does not speak of the vote: no facts");
}
