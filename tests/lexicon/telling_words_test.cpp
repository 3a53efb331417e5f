// Whether telling words stand in a loose text does not depend on where in it they do.
#include "extractor/lexicon/telling_words.h"

#include <doctest/doctest.h>

#include <iterator>
#include <random>
#include <string>

#include "extractor/text/loose_text.h"
#include "tests/support/mini_patterns.h"

using namespace recount;

namespace {

bool tells(const std::string& text) {
  static const TellingWords words(test::real().lexicon());
  return words.stand_in(text);
}

/// Words and pieces of words, mostly of no party and council, put together as a page may have them.
std::string random_text(std::mt19937& random) {
  static const char* const kPieces[] = {"the",
                                        "weather",
                                        "Lab",
                                        "our",
                                        "Labour",
                                        "green",
                                        "Green",
                                        "Party",
                                        "independents",
                                        "coun",
                                        "cil",
                                        "Council",
                                        "councillors",
                                        "ward",
                                        "Lib",
                                        "Dem",
                                        "Sinn",
                                        "F",
                                        "in",
                                        "\xC3\xA9",
                                        "\xC3\xA1",
                                        "\xE9",
                                        "\xCC\x81",
                                        "\xFF",
                                        "\xE2",
                                        "\xE2\x80\x99",
                                        "\xC2\xAD",
                                        "\xD0\xBA",
                                        "seats",
                                        "with",
                                        "no",
                                        "more",
                                        "OAKSHIRE",
                                        "Plaid",
                                        "Cymru",
                                        "majority",
                                        "overall",
                                        "hall",
                                        "AND",
                                        "&",
                                        "s",
                                        "9",
                                        "extraordinarilyseldomwords"};
  static const char* const kBetween[] = {" ",    " ",    " ",     "",   "",
                                         "\x01", "\x01", "\x01 ", ", ", "\n"};
  std::string out;
  for (std::size_t pieces = random() % 60; pieces > 0; --pieces) {
    out += kPieces[random() % std::size(kPieces)];
    out += kBetween[random() % std::size(kBetween)];
  }
  return out;
}

}  // namespace

TEST_CASE("telling words: the same wherever a text begins") {
  std::mt19937 random(11);
  int silent = 0;
  for (int round = 0; round < 4000; ++round) {
    const std::string text = random_text(random);
    CAPTURE(text);
    const bool told = tells(text);
    CHECK(told == tells(std::string(1 + random() % 70, ' ') + text + " "));
    if (!told) ++silent;
  }
  CHECK(silent > 300);
}

TEST_CASE("telling words: names in pieces and among long words") {
  const std::string filler(61, 'x');
  for (const std::string name : {"Labour", "Lab\x01our",
                                 "L\xC3\xA1"
                                 "bour",
                                 "L\x01\xC3\xA1"
                                 "bour",
                                 "MoreLabour", "Plaid Cymru",
                                 "Plaid\x01"
                                 "Cymru",
                                 "Sinn F\xC3\xA9in", "Sinn F\xE9in",
                                 "Liberal Demo\x01"
                                 "crats"}) {
    for (std::size_t before = 0; before < 70; ++before) {
      CAPTURE(name);
      CAPTURE(before);
      CHECK(tells(std::string(before, 'x') + " " + name));
      CHECK(tells(std::string(before, '.') + name + "\x01" + filler));
    }
  }
  CHECK(tells("\xC3\x89nglish Democrats"));
  // A word of many letters with accents in it, behind which a name goes on.
  std::string accents;
  for (int i = 0; i < 40; ++i) accents += "xy\xC3\xA9";
  CHECK_FALSE(tells(accents));
  CHECK(tells(accents + " L\xC3\xA1"
                        "bour"));
  CHECK(tells(accents + "\x01L\xC3\xA1"
                        "bour"));
}
