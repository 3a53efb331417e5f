// How words, clitics and hyphens are cut. Figures: tokenizer_figures_test.cpp; damaged text:
// tokenizer_damage_test.cpp.
#include "extractor/text/tokenizer.h"

#include <doctest/doctest.h>

#include "tests/support/tokens.h"

using namespace recount;
using recount::test::cut;
using recount::test::tokens_of;

namespace {

Vocabulary vocabulary_of(const std::vector<std::string>& words) {
  Vocabulary out;
  for (const std::string& word : words) out.add(word);
  return out;
}

}  // namespace

TEST_CASE("tokens are words and marks") {
  CHECK(cut("Labour gained two seats.") == "Labour|gained|two|seats|.");
  CHECK(cut("Con, Lab; LDem (NOC)") == "Con|,|Lab|;|LDem|(|NOC|)");
  CHECK(cut("Yes! No? \"Well\"") == "Yes|!|No|?|\"|Well|\"");
}

TEST_CASE("tokenize clears what was there before") {
  std::vector<Token> out(3);
  tokenize("Labour", Vocabulary(), out);
  CHECK(out.size() == 1);
}

TEST_CASE("a text without words has no tokens") {
  CHECK(tokens_of("").empty());
  CHECK(tokens_of(" \t\r\n\n ").empty());
  CHECK(tokens_of("\xEF\xBB\xBF").empty());
}

TEST_CASE("a hyphen inside a word splits it and is no token") {
  CHECK(cut("Conservative-run council") == "Conservative|run|council");
  const auto tokens = tokens_of("Conservative-run");
  CHECK_FALSE(tokens[0].has(kHyphenBefore));
  CHECK(tokens[1].has(kHyphenBefore));
  CHECK_FALSE(tokens[1].has(kSpaceBefore));
  CHECK(cut("11-seat majority") == "11|seat|majority");
  CHECK(cut("Stratford-on-Avon") == "Stratford|on|Avon");
  CHECK(cut("twenty\xE2\x80\x91three") == "twenty|three");  // non-breaking hyphen
}

TEST_CASE("a dash that joins nothing is a token") {
  Vocabulary vocabulary;
  const WordId dash = vocabulary.add("\xE2\x80\x93");
  for (const char* text : {"Labour - Greens", "Labour \xE2\x80\x93 Greens",
                           "Labour \xE2\x80\x94 Greens", "Labour\xE2\x80\x94Greens"}) {
    const auto tokens = tokens_of(text, vocabulary);
    CAPTURE(text);
    REQUIRE(tokens.size() == 3);
    CHECK(tokens[1].word == dash);
    CHECK(tokens[1].kind == TokenKind::kPunct);
  }
}

TEST_CASE("an apostrophe splits off a clitic") {
  CHECK(cut("Labour's gains") == "Labour|'s|gains");
  CHECK(cut("we've they're she'll he'd I'm") == "we|'ve|they|'re|she|'ll|he|'d|I|'m");
  CHECK(cut("Labour\xE2\x80\x99s") == "Labour|\xE2\x80\x99s");
  CHECK(cut("2012's result") == "2012|'s|result");
  const Vocabulary vocabulary = vocabulary_of({"'s"});
  CHECK(tokens_of("Labour\xE2\x80\x99S", vocabulary)[1].word == vocabulary.find("'s"));
}

TEST_CASE("other apostrophes stay inside the word or stand alone") {
  CHECK(cut("Michelle O'Neill") == "Michelle|O'Neill");
  CHECK(cut("O\xE2\x80\x99Neill's") == "O\xE2\x80\x99Neill|'s");
  CHECK(cut("King's Lynn") == "King|'s|Lynn");
  CHECK(cut("councils' seats") == "councils|'|seats");
  CHECK(cut("'Vote Labour'") == "'|Vote|Labour|'");
  const Vocabulary vocabulary = vocabulary_of({"o'neill"});
  CHECK(tokens_of("O\xE2\x80\x99Neill", vocabulary)[0].word != kUnknownWord);
}

TEST_CASE("an opening quotation mark is looked up as a double one") {
  const Vocabulary vocabulary = vocabulary_of({"\""});
  for (const char* text : {"'Labour", "\xE2\x80\x98Labour", "\xE2\x80\x9CLabour", "\"Labour"}) {
    CAPTURE(text);
    CHECK(tokens_of(text, vocabulary)[0].word == vocabulary.find("\""));
  }
}

TEST_CASE("tokens tell how the word is written") {
  const auto tokens = tokens_of("Labour won NOC a R4U");
  CHECK(tokens[0].has(kCapital));
  CHECK_FALSE(tokens[0].has(kAllCaps));
  CHECK_FALSE(tokens[1].has(kCapital));
  CHECK(tokens[2].has(kAllCaps));
  CHECK_FALSE(tokens[3].has(kCapital));
  CHECK(tokens[4].kind == TokenKind::kWord);  // digits inside a word
  CHECK(tokens_of("\xC3\x89ire")[0].has(kCapital));
}

TEST_CASE("tokens tell what stands before them") {
  const auto tokens = tokens_of("One two\nthree\n\nfour\r\nfive\r\n\r\nsix");
  CHECK(tokens[0].has(kLineStart));
  CHECK_FALSE(tokens[1].has(kLineStart));
  CHECK(tokens[2].has(kLineStart));
  CHECK_FALSE(tokens[2].has(kBlankBefore));
  CHECK(tokens[3].has(kBlankBefore));
  CHECK(tokens[4].has(kLineStart));
  CHECK_FALSE(tokens[4].has(kBlankBefore));
  CHECK(tokens[5].has(kBlankBefore));
  for (const Token& token : tokens) CHECK(token.has(kSpaceBefore));
  CHECK(tokens_of("a \n \t\n b")[1].has(kBlankBefore));  // a line of spaces is blank
  CHECK(tokens_of("a\rb")[1].has(kLineStart));           // old Macintosh
  CHECK(tokens_of("a\xE2\x80\xA8"
                  "b")[1]
            .has(kLineStart));
}

TEST_CASE("known words that were run together are split") {
  const Vocabulary vocabulary = vocabulary_of({"more", "the", "from", "mcdonald"});
  const auto tokens = tokens_of("MoreThe", vocabulary);
  REQUIRE(tokens.size() == 2);
  CHECK(tokens[1].has(kGlued));
  CHECK(tokens[1].has(kCapital));
  CHECK(tokens[1].word == vocabulary.find("the"));
  CHECK(cut("McDonald YouGov", vocabulary) == "McDonald|YouGov");
}

TEST_CASE("a heading in capitals is split from the sentence after it") {
  const Vocabulary vocabulary = vocabulary_of({"lot"});
  CHECK(cut("OAKSHIRELot of seats", vocabulary) == "OAKSHIRE|Lot|of|seats");
  CHECK(tokens_of("OAKSHIRELot", vocabulary)[0].has(kAllCaps));
  CHECK(tokens_of("OAKSHIRELot", vocabulary)[1].has(kGlued));
  CHECK(cut("MSPs UKIPs", vocabulary) == "MSPs|UKIPs");
}

TEST_CASE("fold_phrase cuts and folds like tokenize") {
  CHECK(fold_phrase("King's Lynn") == std::vector<std::string>{"king", "'s", "lynn"});
  CHECK(fold_phrase("Sinn F\xC3\xA9in") == std::vector<std::string>{"sinn", "fein"});
  CHECK(fold_phrase("no overall-control") == std::vector<std::string>{"no", "overall", "control"});
  CHECK(fold_phrase("").empty());
}
