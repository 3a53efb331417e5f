// The annotator over the mini patterns. The words of the real ones: real_words_test.cpp.
#include "extractor/lexicon/annotator.h"

#include <doctest/doctest.h>

#include "tests/support/mentions.h"
#include "tests/support/mini_patterns.h"

using namespace recount;

namespace {

std::string read(std::string_view text) { return test::mentions(test::mini().lexicon(), text); }

}  // namespace

TEST_CASE("known words become mentions and the rest melts together") {
  CHECK(read("Labour gained two seats.") == "<party labour> <gained> <n 2> <seats> <w>");
  CHECK(read("quite unknown words") == "<w>");
  CHECK(read("quite unknown seats here now") == "<w> <seats> <w>");
}

TEST_CASE("the longest phrase wins") {
  CHECK(read("the party gained") == "<they> <gained>");
  CHECK(read("the seats") == "<seats>");  // "the" alone is skipped
  CHECK(read("more than two seats") == "<over> <n 2> <seats>");
  CHECK(read("more seats") == "<w> <seats>");
}

TEST_CASE("figures in digits have values") {
  CHECK(read("won 1,326 seats") == "<w> <n 1326> <seats>");
  CHECK(read("won 36.2 seats") == "<w> <n 36.2> <seats>");
  CHECK(read("won 1.2 million seats") == "<w> <n 1200000> <seats>");
  CHECK(read("won 2 dozen seats") == "<w> <n 24> <seats>");
  CHECK(read("won 5am seats") == "<w> <seats>");
  CHECK(read("won 99999999999999 seats") == "<w> <seats>");
}

TEST_CASE("four digits from 1900 on are a year") {
  CHECK(read("won 2019 seats") == "<w> <year 2019> <seats>");
  CHECK(read("won 2,019 seats") == "<w> <n 2019> <seats>");
  CHECK(read("won 1899 seats") == "<w> <n 1899> <seats>");
  CHECK(read("won 2100 seats") == "<w> <n 2100> <seats>");
}

TEST_CASE("spelled-out numbers are composed") {
  CHECK(read("twenty-three seats") == "<n 23> <seats>");
  CHECK(read("fifteen seats") == "<n 15> <seats>");
  CHECK(read("one hundred and five seats") == "<n 105> <seats>");
  CHECK(read("a hundred seats") == "<n 100> <seats>");
  CHECK(read("a hundred and twenty-five seats") == "<n 125> <seats>");
  CHECK(read("two dozen seats") == "<n 24> <seats>");
  CHECK(read("a dozen seats") == "<n 12> <seats>");
  CHECK(read("one thousand three hundred and twenty-six") == "<n 1326>");
  CHECK(read("two thousand and five") == "<n 2005>");
  CHECK(read("two million") == "<n 2000000>");
}

TEST_CASE("numbers that only stand side by side stay apart") {
  CHECK(read("three, five and six") == "<n 3> <comma> <n 5> <and> <n 6>");
  CHECK(read("five six") == "<n 5> <n 6>");
  CHECK(read("twenty, three") == "<n 20> <comma> <n 3>");
  CHECK(read("one hundred and seats") == "<n 100> <and> <seats>");
  CHECK(read("two and five") == "<n 2> <and> <n 5>");
}

TEST_CASE("an article is one before what is counted and nothing elsewhere") {
  CHECK(read("gained a seat") == "<gained> <n 1> <seats>");
  CHECK(read("gained a lot") == "<gained> <w>");
  CHECK(read("a") == "");
}

TEST_CASE("a class may give a value") { CHECK(read("both seats") == "<handful 2> <seats>"); }

TEST_CASE("a party is named with a capital unless the table says otherwise") {
  CHECK(read("Greens gained") == "<party green> <gained>");
  CHECK(read("greens gained") == "<w> <gained>");
  CHECK(read("a tory gained") == "<party conservative> <gained>");
  CHECK(read("no overall control") == "<party noc>");
}

TEST_CASE("a party whose name is a word wants support from its neighbours") {
  CHECK(read("Alliance gained two") == "<party alliance> <gained> <n 2>");
  CHECK(read("Two Alliance people") == "<n 2> <party alliance> <w>");
  CHECK(read("Labour and Alliance met") == "<party labour> <and> <party alliance> <w>");
  CHECK(read("Alliance Trust met").find("party") == std::string::npos);
}

TEST_CASE("a local party is known by the shape of its name") {
  CHECK(read("now Xham First gained two") == "<w> <party xham-first> <gained> <n 2>");
  CHECK(read("now Upper Xham Residents Association gained") ==
        "<w> <party upper-xham-residents-association> <gained>");
  CHECK(read("now Medway First gained") == "<w> <party medway-first> <gained>");
  CHECK(read("they came First") == "<they> <w>");
  CHECK(read("now Xham first gained") == "<w> <gained>");
}

TEST_CASE("one local party has one id in a document") {
  Annotation annotation;
  annotate("now Xham First gained. Then even Xham First lost. Then even Yham First lost.",
           test::mini().lexicon(), annotation);
  REQUIRE(annotation.local_parties.size() == 2);
  CHECK(annotation.local_parties[0].id == "xham-first");
  CHECK(annotation.local_parties[1].id == "yham-first");
}

TEST_CASE("a council takes in the form after it and the words before it") {
  CHECK(read("Medway gained") == "<council medway> <gained>");
  CHECK(read("Medway Council gained") == "<council medway council formal> <gained>");
  CHECK(read("Durham District gained") == "<council durham> <w> <gained>");
  CHECK(read("Newport council gained") == "<council newport formal> <gained>");
  CHECK(read("London Borough of Newport gained") == "<council newport formal> <gained>");
  CHECK(read("England gained") == "<area england> <gained>");
  CHECK(read("medway gained") == "<w> <gained>");
}

TEST_CASE("a place whose name is a word wants support from its neighbours") {
  CHECK(read("gained in Bath.") == "<gained> <in> <council bath> <w>");
  CHECK(read("gained Bath oils").find("council") == std::string::npos);
  CHECK(read("gained Bath and Medway") == "<gained> <council bath> <and> <council medway>");
  CHECK(read("gained Bath City Council") == "<gained> <council bath city council formal>");
  CHECK(read("Bath") == "<council bath>");
}

TEST_CASE("an annotation can be used again") {
  Annotation annotation;
  const Lexicon& lexicon = test::mini().lexicon();
  annotate("now Xham First gained.\nOne.\nTwo.", lexicon, annotation);
  annotate("Labour gained.", lexicon, annotation);
  CHECK(annotation.sentences.size() == 1);
  CHECK(annotation.local_parties.empty());
  CHECK(test::mentions(lexicon, annotation) == "<party labour> <gained> <w>");
}
