// What loose texts tell does not depend on where in them it stands.
#include "extractor/lexicon/telling_words.h"

#include <doctest/doctest.h>

#include <iterator>
#include <random>
#include <string>

#include "extractor/text/ascii.h"
#include "extractor/text/loose_text.h"
#include "tests/support/mini_patterns.h"

using namespace recount;

namespace {

Told told_by(const std::string& text) {
  static const TellingWords words(test::real().lexicon());
  Told told;
  words.read(text, told);
  return told;
}

std::size_t runs_of_letters(const std::string& text) {
  std::size_t runs = 0;
  for (std::size_t i = 0; i < text.size(); ++i)
    if (ascii_letter(text[i]) && (i == 0 || !ascii_letter(text[i - 1]))) ++runs;
  return runs;
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
  for (int round = 0; round < 3000; ++round) {
    const std::string text = random_text(random);
    CAPTURE(text);
    const Told told = told_by(text);
    const Told later = told_by(std::string(1 + random() % 70, ' ') + text + " ");
    CHECK(told.enough() == later.enough());
    if (told.enough()) continue;
    ++silent;
    CHECK(told.kinds == later.kinds);
    CHECK(told.party == later.party);
    CHECK(told.words == later.words);
    CHECK(told.words == runs_of_letters(text));
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
      CHECK(told_by(std::string(before, 'x') + " " + name).plain_party);
      CHECK(told_by(std::string(before, '.') + name + "\x01" + filler).plain_party);
    }
  }
  CHECK(told_by("\xC3\x89nglish Democrats").party);
  // A word of many letters with accents in it, behind which a name goes on.
  std::string accents;
  for (int i = 0; i < 40; ++i) accents += "xy\xC3\xA9";
  CHECK_FALSE(told_by(accents).plain_party);
  CHECK(told_by(accents + " L\xC3\xA1"
                          "bour")
            .plain_party);
  CHECK(told_by(accents + "\x01L\xC3\xA1"
                          "bour")
            .plain_party);
}
