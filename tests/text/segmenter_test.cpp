#include "extractor/text/segmenter.h"

#include <doctest/doctest.h>

#include "extractor/text/tokenizer.h"
#include "tests/support/tokens.h"

using namespace recount;
using recount::test::sentences;

namespace {

std::vector<Sentence> segments(std::string_view text) {
  std::vector<Token> tokens;
  std::vector<Sentence> out;
  tokenize(text, Vocabulary(), tokens);
  segment(text, tokens, {}, out);
  return out;
}

}  // namespace

TEST_CASE("a sentence ends at a full stop before a capital") {
  CHECK(sentences("Labour won. The Tories lost.") == "Labour won.|The Tories lost.");
  CHECK(sentences("Who won? Labour! It did.") == "Who won?|Labour!|It did.");
  CHECK(sentences("Labour won. 12 seats fell.") == "Labour won.|12 seats fell.");
  CHECK(sentences("It fell approx. five points.") == "It fell approx. five points.");
}

TEST_CASE("a text without words has no sentences") {
  CHECK(sentences("").empty());
  CHECK(sentences(" \n\n").empty());
}

TEST_CASE("abbreviations and initials end no sentence") {
  CHECK(sentences("Cllr. Smith and St. Albans stay.", {"cllr", "st"}) ==
        "Cllr. Smith and St. Albans stay.");
  CHECK(sentences("Leader J. Smith won. K. Jones lost.") == "Leader J. Smith won.|K. Jones lost.");
  CHECK(sentences("They won 11. The rest lost.") == "They won 11.|The rest lost.");
}

TEST_CASE("decimals and times end no sentence") {
  CHECK(sentences("Turnout was 36.2 per cent.") == "Turnout was 36.2 per cent.");
  CHECK(sentences("By 7.30 Labour led.") == "By 7.30 Labour led.");
}

TEST_CASE("closing marks belong to the sentence before them") {
  CHECK(sentences("\"We won.\" Then he left.") == "\"We won.\"|Then he left.");
  CHECK(sentences("\xE2\x80\x9CWe won.\xE2\x80\x9D Then he left.") ==
        "\xE2\x80\x9CWe won.\xE2\x80\x9D|Then he left.");
  CHECK(sentences("(They won.) He left.") == "(They won.)|He left.");
  CHECK(sentences("\"We won!\" he said.") == "\"We won!\" he said.");
}

TEST_CASE("a lost space after a full stop is repaired") {
  CHECK(sentences("It ruled for years.The party fell.") == "It ruled for years.|The party fell.");
  CHECK(sentences("See bbc.co.uk for more.") == "See bbc.co.uk for more.");
}

TEST_CASE("a line is a block and a short line without a full stop is a heading") {
  CHECK(sentences("Medway\nLabour won. It rained.\nKent\nThey lost.") ==
        "<Medway>|Labour won.|It rained.|<Kent>|They lost.");
  CHECK(sentences("Labour won,\nthey lost.") == "Labour won,|they lost.");
  const std::string seventeen = "a b c d e f g h i j k l m n o p q";
  CHECK(sentences(seventeen) == seventeen);
}

TEST_CASE("blocks are numbered and know what stands before them") {
  const auto found = segments("One.\nTwo. Three.\n\nFour.");
  REQUIRE(found.size() == 4);
  CHECK(found[0].block == 0);
  CHECK(found[1].block == 1);
  CHECK(found[2].block == 1);
  CHECK(found[3].block == 2);
  CHECK(found[1].block_start);
  CHECK_FALSE(found[2].block_start);
  CHECK(found[3].block_start);
  CHECK(found[3].blank_before);
  CHECK_FALSE(found[1].blank_before);
}

TEST_CASE("hard-wrapped text is joined over its line breaks") {
  const char* text =
      "Labour took control of the council\nwith a majority of four after a\nlong night at the "
      "count in\n"
      "town. The others lost.\n\nMore later.";
  CHECK(sentences(text) ==
        "Labour took control of the council\nwith a majority of four after a\nlong night at the "
        "count in\n"
        "town.|The others lost.|More later.");
}

TEST_CASE("line ends of Windows give the same sentences") {
  CHECK(sentences("Medway\r\nLabour won.\r\n\r\nKent") == "<Medway>|Labour won.|<Kent>");
  const auto found = segments("One.\r\n\r\nTwo.");
  CHECK(found[1].blank_before);
  CHECK_FALSE(segments("One.\r\nTwo.")[1].blank_before);
}

TEST_CASE("sentences cover all tokens in order") {
  const std::string text = "A. B! \"C?\" D\n\nE's (F.) 5.5 G.H. I.\"\nJ";
  std::vector<Token> tokens;
  std::vector<Sentence> out;
  tokenize(text, Vocabulary(), tokens);
  segment(text, tokens, {}, out);
  std::uint32_t last = 0;
  for (const Sentence& s : out) {
    CHECK(s.first == last);
    CHECK(s.last > s.first);
    last = s.last;
  }
  CHECK(last == tokens.size());
}

TEST_CASE("glued words begin a new block") {
  Vocabulary vocabulary;
  vocabulary.add("more");
  vocabulary.add("the");
  std::vector<Token> tokens;
  std::vector<Sentence> out;
  tokenize("Read MoreThe council fell.", vocabulary, tokens);
  segment("Read MoreThe council fell.", tokens, {}, out);
  REQUIRE(out.size() == 2);
  CHECK(out[1].block == 1);
}

TEST_CASE("a sentence without end is cut") {
  std::string text;
  for (int i = 0; i < 5000; ++i) text += "two gains ";
  const std::vector<Sentence> out = segments(text);
  REQUIRE(out.size() == 5);
  CHECK(out.back().last == 10000);
  CHECK(out.front().block_start);
  CHECK_FALSE(out.back().block_start);
  CHECK(out.back().block == 0);
}
