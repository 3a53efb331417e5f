// Where it is, told by the places that the whole extractor gives over the mini patterns.
#include <doctest/doctest.h>

#include "tests/support/mini_patterns.h"

using namespace recount;

namespace {

std::string places(const std::string& text, const char* title = "",
                   const char* day = "2023-05-05") {
  return test::places_told(test::mini(), text, title, day);
}

}  // namespace

TEST_CASE("a council in the clause is the place") {
  CHECK(places("Labour gained two seats in Medway.") == "medway");
  CHECK(places("In Medway Labour gained two seats.") == "medway");
  CHECK(places("In Medway Labour gained two seats, but in Lochside Labour lost six.") ==
        "medway, lochside");
}

TEST_CASE("the headline and headings and sentences before tell the place") {
  CHECK(places("Labour gained two seats.", "Medway count") == "medway");
  CHECK(places("Medway\nLabour gained two seats.") == "medway");
  CHECK(places("Medway met. Labour gained two seats.") == "medway");
  CHECK(places("Medway\nLabour gained two seats.\nLochside\nLabour lost six.") ==
        "medway, lochside");
}

TEST_CASE("a council right behind a figure is nearer than one of another clause") {
  CHECK(places("Labour gained two seats in Medway, but lost six in Lochside.") ==
        "medway, lochside");
}

TEST_CASE("of two councils the one that polled is meant") {
  CHECK(places("Medway met Lochside. Labour gained two seats.", "", "2021-05-07") != "lochside");
  CHECK(places("Kent met Lochside. Labour gained two seats.", "", "2021-05-07") == "kent");
}

TEST_CASE("the only council that a text names is meant before it is named") {
  CHECK(places("Labour gained two seats.\nMedway met.") == "medway");
  CHECK(places("Labour gained two seats.\nMedway met.\nLochside met.") == "");
}

TEST_CASE("what nothing else tells is of the council that the article is about") {
  const std::string medway =
      "Labour gained two seats.\nThe authority met in Medway.\nThe authority met.\n";
  CHECK(places(medway) == "medway");
  CHECK(places(medway + "Lochside met, too.") == "medway");
  CHECK(places(medway + "Lochside met, too.\nLochside met again.\nNewport met.") == "");
  CHECK(places("In England nobody knew. " + medway + "Lochside met, too.") != "medway");
}

TEST_CASE("a neighbour named aside is not what the passage goes on about") {
  const std::string medway = "The authority met in Medway.\nMedway met.\nThe authority met.\n";
  CHECK(places(medway + "Labour's men came from Lochside.\nLabour gained two seats.") == "medway");
  CHECK(places(medway + "In Lochside Labour met.\nLabour gained two seats.") == "lochside");
}

TEST_CASE("a council told in passing is left with its paragraph") {
  const std::string medway = "The authority met in Medway.\nMedway met.\nThe authority met.\n";
  const std::string aside = "Labour's authority met, as it had met in Lochside.";
  CHECK(places(medway + aside + "\nLabour gained two seats.") == "medway");
}

TEST_CASE("a surname is no council") {
  CHECK(places("Medway met.\nThey met Anne Lochside.\nLabour gained two seats.") == "medway");
}

TEST_CASE("a name within a longer one is no council's") {
  const std::string met = "Medway met.\n";
  CHECK(places(met + "They met in Lochside Leisure Complex.\nLabour gained two seats.") ==
        "medway");
  CHECK(places(met + "They met in Lochside.\nLabour gained two seats.") == "lochside");
  CHECK(places("At Lochside Leisure Complex Labour gained two seats.") == "lochside");
}

TEST_CASE("a council's own page is about it") {
  const auto published_by = [](const char* source, const char* title) {
    Document document;
    document.text = "Labour gained two seats.";
    document.metadata.source = source;
    document.metadata.title = title;
    const auto facts = test::mini().extract(document);
    return facts.empty() ? std::string() : facts.front().place.value_or("none");
  };
  CHECK(published_by("Medway Council", "Results") == "medway");
  CHECK(published_by("Medway Council", "Lochside count") == "lochside");
  CHECK(published_by("Medway Council News", "Results") == "");
  CHECK(published_by("Medway News", "Results") == "");
}

TEST_CASE("a quotation does not move what the passage is about") {
  CHECK(places("Medway met.\n\"Lochside is not like that,\" she said.\nLabour gained two seats.") ==
        "medway");
}

TEST_CASE("a country that opens a sentence is what its paragraph is about") {
  CHECK(places("Medway met.\nIn Scotland Labour won. The Greens gained two seats.") == "scotland");
  CHECK(places("Medway met.\nIn Scotland Labour won.\nThe Greens gained two seats.") == "medway");
}

TEST_CASE("two councils before leave the place open") {
  CHECK(places("Medway met Lochside. The authority met. Labour gained two seats.") != "medway");
  CHECK(places("The authority met and Labour gained two seats.") == "unknown");
}

TEST_CASE("a national total has its area or all") {
  CHECK(places("Labour gained two seats in England.") == "england");
  CHECK(places("Labour gained 200 seats.") == "all");
  // So few are one council's, and nothing tells which.
  CHECK(places("Labour gained two seats.") == "");
  CHECK(places("Labour gained two seats and the Greens 600.") == "all, all");
  CHECK(places("Labour gained 500 seats.", "Medway") == "all");  // no council is so large
}

TEST_CASE("a live page's posts do not share a council") {
  const std::string page =
      "Posted at one\nMedway met.\nPosted at two\nMedway met.\nPosted at three\nMedway met. They "
      "said so.\n"
      "Posted at five\nLabour gained two seats.";
  CHECK(places(page) == "unknown");
  CHECK(places(page + "\nMedway met. Labour gained six seats.") == "unknown, medway");
}

TEST_CASE("the form after a name tells which council is meant") {
  CHECK(places("Labour gained two seats in Newport City Council.") == "newport-south");
  CHECK(places("Labour gained two seats in Newport Borough Council.") == "newport-north");
  CHECK(places("Labour gained two seats in Durham County Council.", "", "2021-05-07") == "durham");
}

TEST_CASE("names around tell which place is meant") {
  CHECK(places("Medway met. Labour gained two seats in Newport.") == "newport-south");
  CHECK(places("Durham County Council met. Labour gained two seats in Newport.") ==
        "newport-north");
}

TEST_CASE("a name that nothing decides is no place") {
  CHECK(places("Labour gained two seats in Newport.") == "");
}

TEST_CASE("a council must exist on the day or not long before") {
  CHECK(places("Labour gained two seats in Durham City.", "", "2023-05-05") != "durham");
  CHECK(places("Labour gained two seats in Durham City Council.", "", "2009-06-05") ==
        "durham-city");
  CHECK(places("Labour gained two seats in Durham City Council.", "", "2021-05-07") == "");
}

TEST_CASE("a county's name is the council where county councils are polled") {
  CHECK(places("Labour gained two seats in Kent.", "", "2021-05-07") == "kent");
  CHECK(places("Labour gained two seats in Kent.", "", "2022-05-06") == "kent-area");
  CHECK(places("Labour gained two seats in Kent County Council.", "", "2021-05-07") == "kent");
}

TEST_CASE("a council of a kind that did not poll that year has no figures") {
  CHECK(places("Labour gained two seats in Kent County Council.", "", "2022-05-06") == "");
}

TEST_CASE("below a heading that names a party the council named last is left") {
  CHECK(
      places("Medway met Lochside.\n\nLochside met Medway.\n\nLabour\n\nThe party was glad. Labour "
             "gained two seats.") == "");
  CHECK(places("Medway\nLabour\nLabour gained two seats.") == "medway");
}

TEST_CASE("below a heading of its own a council is left for no other that is named in passing") {
  CHECK(places("Lochside\nThe old Medway villages met. Labour gained two seats.") == "lochside");
  CHECK(places("Lochside\nIn Medway they met. Labour gained two seats.") == "medway");
}

TEST_CASE("the council that is named above the posts of a live page is meant in all of them") {
  const std::string posts =
      "5.25pm\n\nLabour gained two seats.\n\n4.10pm\n\nLabour lost six.\n\n3.15pm\n\nLochside "
      "met.\n";
  CHECK(places("Medway met.\n\nThe authority met.\n\n" + posts) == "medway, medway");
  CHECK(places("So it went.\n\n" + posts + "\n2.10pm\n\nMedway met.\n") != "medway, medway");
}

TEST_CASE("an outcome is told of all councils of the list that its match ends in") {
  const auto won = [](const std::string& text) {
    Document document;
    document.text = "Labour had a good night. " + text;
    document.metadata.published = "2023-05-05";
    std::string out;
    for (const Fact& fact : test::real().extract(document)) {
      if (fact.outcome == "gain") out += ' ' + fact.place.value_or("?");
    }
    return out;
  };
  CHECK(won("They took over in Medway, Dover and Swindon, and are delighted.") ==
        " medway dover swindon");
  CHECK(won("They took over in Medway, and Dover was as it had been.") == " medway");
}
