// Scraped text is damaged in many ways: nothing of it may shift an offset.
#include <doctest/doctest.h>

#include <random>

#include "extractor/text/tokenizer.h"
#include "tests/support/tokens.h"

using namespace recount;
using recount::test::cut;
using recount::test::tokens_of;

TEST_CASE("odd spaces separate") {
  CHECK(cut("11\xC2\xA0seats") == "11|seats");
  CHECK(cut("11\xE2\x80\x89seats") == "11|seats");
  CHECK(tokens_of("11\xC2\xA0seats")[1].has(kSpaceBefore));
  CHECK(cut(std::string_view("a\0b", 3)) == "a|b");
}

TEST_CASE("a byte order mark is no part of the first word") {
  Vocabulary vocabulary;
  vocabulary.add("labour");
  const auto tokens = tokens_of("\xEF\xBB\xBFLabour", vocabulary);
  REQUIRE(tokens.size() == 1);
  CHECK(tokens[0].begin == 3);
  CHECK(tokens[0].word == vocabulary.find("labour"));
  CHECK(tokens[0].has(kLineStart));
}

TEST_CASE("characters of no width do not hide a word") {
  Vocabulary vocabulary;
  const WordId council = vocabulary.add("council");
  const WordId fein = vocabulary.add("fein");
  CHECK(tokens_of("coun\xC2\xAD"
                  "cil",
                  vocabulary)[0]
            .word == council);
  CHECK(tokens_of("Coun\xE2\x80\x8B"
                  "cil",
                  vocabulary)[0]
            .word == council);
  CHECK(tokens_of("F\xC3\xA9in", vocabulary)[0].word == fein);
  CHECK(tokens_of("Fe\xCC\x81in", vocabulary)[0].word == fein);
}

TEST_CASE("an emoji is one mark") {
  CHECK(cut("\xF0\x9F\x97\xB3 Labour\xF0\x9F\x8E\x89won") ==
        "\xF0\x9F\x97\xB3|Labour|\xF0\x9F\x8E\x89|won");
}

TEST_CASE("invalid bytes separate and are skipped") {
  CHECK(cut("Lab\xFFour") == "Lab|our");
  CHECK(tokens_of("Lab\xFFour")[1].has(kSpaceBefore));
  CHECK(cut("seats\xE2\x80") == "seats");
  CHECK(cut("\xC3 seats") == "seats");
  CHECK(cut("5\x80"
            "6") == "5|6");
  CHECK(tokens_of("\xFF\xFE\x80").empty());
}

TEST_CASE("a combining mark alone is no token") {
  CHECK(cut("5\xCC\x81 seats") == "5|seats");
  CHECK(tokens_of("\xCC\x81").empty());
}

TEST_CASE("tokens of random bytes are well formed") {
  std::mt19937 random(11);
  const std::vector<std::string> pieces{"Labour",
                                        "'s",
                                        " ",
                                        "-",
                                        "11",
                                        ",",
                                        "326",
                                        ".",
                                        "5am",
                                        "\xC2\xA0",
                                        "\xE2\x80\x99",
                                        "\xE2\x80\x93",
                                        "\xCC\x81",
                                        "\xC3\xA9",
                                        "\xF0\x9F\x97\xB3",
                                        "\xEF\xBB\xBF",
                                        "\r\n",
                                        "\n",
                                        "O'N",
                                        "TheTHE",
                                        "(",
                                        "+",
                                        std::string(1, '\0'),
                                        "\xE2",
                                        "\x80",
                                        "\xFF",
                                        "\xC3",
                                        "\xF0\x9F",
                                        "`",
                                        "\xC2\xAD",
                                        "\xE2\x80\xA8"};
  Vocabulary vocabulary;
  for (const char* word : {"labour", "the", "'s", "o'n", "11"}) vocabulary.add(word);
  for (int round = 0; round < 20000; ++round) {
    std::string text;
    const std::size_t n = random() % 12;
    for (std::size_t i = 0; i < n; ++i) {
      if (random() % 8 == 0)
        text += static_cast<char>(random() % 256);
      else
        text += pieces[random() % pieces.size()];
    }
    const auto tokens = tokens_of(text, vocabulary);
    CAPTURE(text);
    REQUIRE(recount::test::well_formed(text, tokens));
  }
}
