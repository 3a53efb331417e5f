// The annotator over the real patterns: what must hold whatever words are added.
#include <doctest/doctest.h>

#include "extractor/lexicon/annotator.h"
#include "tests/support/mentions.h"
#include "tests/support/mini_patterns.h"

using namespace recount;

namespace {

Annotation annotated(std::string_view text) {
  Annotation out;
  annotate(text, test::real().lexicon(), out);
  return out;
}

/// The values of all mentions that have one.
std::vector<double> values(std::string_view text) {
  std::vector<double> out;
  for (const auto& mentions : annotated(text).mentions) {
    for (const Mention& mention : mentions) {
      if (mention.has_value) out.push_back(mention.value);
    }
  }
  return out;
}

/// The ids of all parties.
std::vector<std::string> real_parties(std::string_view text) {
  const Lexicon& lexicon = test::real().lexicon();
  const Annotation annotation = annotated(text);
  std::vector<std::string> out;
  for (const auto& mentions : annotation.mentions) {
    for (const Mention& mention : mentions) {
      if (mention.party == kNone) continue;
      const auto index = static_cast<std::size_t>(mention.party);
      out.push_back(index < lexicon.parties.size()
                        ? lexicon.parties[index].id
                        : annotation.local_parties[index - lexicon.parties.size()].id);
    }
  }
  return out;
}

/// Whether some mention of the text is a place of that folded name.
bool names(std::string_view text, std::string_view name) {
  const Lexicon& lexicon = test::real().lexicon();
  for (const auto& mentions : annotated(text).mentions) {
    for (const Mention& mention : mentions) {
      if (mention.name == kNone) continue;
      if (lexicon.places.names[static_cast<std::size_t>(mention.name)].folded == name) return true;
    }
  }
  return false;
}

using Values = std::vector<double>;
using Ids = std::vector<std::string>;

}  // namespace

TEST_CASE("real numbers have their values") {
  CHECK(values("Labour won twenty-three seats") == Values{23});
  CHECK(values("Labour won one hundred and five seats") == Values{105});
  CHECK(values("Labour won a hundred seats") == Values{100});
  CHECK(values("Labour won two dozen seats") == Values{24});
  CHECK(values("Labour won 1,326 seats") == Values{1326});
  CHECK(values("Labour won 1.2 million votes") == Values{1200000});
  CHECK(values("Labour won a seat") == Values{1});
  CHECK(values("Labour won ninety-nine seats") == Values{99});
}

TEST_CASE("real numbers from 1 to 999 are read back from words") {
  const std::vector<std::string> units{"one",     "two",       "three",    "four",     "five",
                                       "six",     "seven",     "eight",    "nine",     "ten",
                                       "eleven",  "twelve",    "thirteen", "fourteen", "fifteen",
                                       "sixteen", "seventeen", "eighteen", "nineteen"};
  const std::vector<std::string> tens{"twenty", "thirty",  "forty",  "fifty",
                                      "sixty",  "seventy", "eighty", "ninety"};
  for (std::size_t n = 1; n < 1000; ++n) {
    std::string words;
    if (n >= 100) words = units[n / 100 - 1] + " hundred";
    if (const std::size_t rest = n % 100; rest > 0) {
      if (!words.empty()) words += " and ";
      if (rest < 20)
        words += units[rest - 1];
      else
        words += tens[rest / 10 - 2] + (rest % 10 > 0 ? "-" + units[rest % 10 - 1] : "");
    }
    CAPTURE(words);
    REQUIRE(values("Labour won " + words + " seats") == Values{static_cast<double>(n)});
  }
}

TEST_CASE("real parties are known by their common names") {
  CHECK(real_parties("Labour gained two seats") == Ids{"labour"});
  CHECK(real_parties("The Tories gained two seats") == Ids{"conservative"});
  CHECK(real_parties("The Lib Dems gained two seats") == Ids{"liberal-democrat"});
  CHECK(real_parties("The Liberal Democrats gained two seats") == Ids{"liberal-democrat"});
  CHECK(real_parties("Sinn F\xC3\xA9in gained two seats") == Ids{"sinn-fein"});
  CHECK(real_parties("Sinn Fein gained two seats") == Ids{"sinn-fein"});
  CHECK(real_parties("Plaid Cymru gained two seats") == Ids{"plaid-cymru"});
  CHECK(real_parties("UKIP gained two seats and the SNP three") == Ids{"ukip", "snp"});
}

TEST_CASE("a real local party has its kebab-case name") {
  CHECK(real_parties("In Oakshire, the Oakshire Residents Association gained two seats").back() ==
        "oakshire-residents-association");
}

TEST_CASE("real local parties are known by the names that newspapers use") {
  CHECK(real_parties("Horwich and Blackrod First gained two seats") ==
        Ids{"horwich-and-blackrod-first"});
  CHECK(real_parties("Horwich & Blackrod First gained two seats") ==
        Ids{"horwich-and-blackrod-first"});
  CHECK(real_parties("The MBIs lost six seats") == Ids{"morecambe-bay-independents"});
  CHECK(real_parties("In Oakshire, the Oakshire Independents Party gained two seats").back() ==
        "oakshire-independents-party");
  CHECK(real_parties("The campaign for Darwen goes on").empty());
  CHECK(real_parties("He calls it Our Island and sings").empty());
}

TEST_CASE("real councils are known by name and official name") {
  CHECK(names("Labour gained Medway", "medway"));
  CHECK(names("Labour gained control of Southend-on-Sea", "southend on sea"));
  CHECK(names("Labour gained St Albans", "st albans"));
  CHECK(names("Labour gained St. Albans", "st albans"));
  CHECK(names("Labour gained Brighton & Hove", "brighton and hove"));
}

TEST_CASE("a real name that is a word wants support") {
  CHECK_FALSE(names("He ran a bath and read.", "bath"));
  CHECK_FALSE(names("Reading the results she sighed.", "reading"));
}

TEST_CASE("a real name that is a surname too is a place where it stands alone and is nobody's") {
  CHECK(names("Harlow, a Tory target, stayed as it was.", "harlow"));
  CHECK(names("Labour was glad of Dover, but Plymouth went the other way.", "plymouth"));
  CHECK_FALSE(names("Ann Harlow was glad. Harlow, a teacher, has two seats.", "harlow"));
  CHECK_FALSE(names("Harlow said that Labour had won.", "harlow"));
  CHECK_FALSE(names("Mr Harlow was glad. Harlow, a teacher, has two seats.", "harlow"));
  CHECK_FALSE(names("Cllr Harlow was glad of two seats.", "harlow"));
  CHECK_FALSE(names("Later leader Harlow was glad of two seats.", "harlow"));
  CHECK(names("But Harlow went the other way.", "harlow"));
  CHECK_FALSE(names("Harlow, 43, lost it in the wards of Upton, Plymouth and Ham.", "harlow"));
  CHECK_FALSE(names("They lost in wards like Upton, Plymouth and Ham.", "plymouth"));
}

TEST_CASE("a real title in small letters names nothing") {
  CHECK(real_parties("labour of love and green grass").empty());
}
