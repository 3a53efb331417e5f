#include <doctest/doctest.h>

#include "extractor/text/tokenizer.h"
#include "tests/support/tokens.h"

using namespace recount;
using recount::test::cut;
using recount::test::tokens_of;

namespace {

TokenKind kind_of(std::string_view text) { return tokens_of(text).front().kind; }

}  // namespace

TEST_CASE("thousands and decimals are one number") {
  for (const char* text : {"7", "1,326", "12,345,678", "39.5", "1,326.5", "2023"}) {
    CAPTURE(text);
    CHECK(tokens_of(text).size() == 1);
    CHECK(kind_of(text) == TokenKind::kNumber);
  }
}

TEST_CASE("commas that group no thousands separate") {
  CHECK(cut("10,5") == "10|,|5");
  CHECK(cut("1,3267") == "1|,|3267");
  CHECK(cut("2019,326") == "2019|,|326");
  CHECK(cut("1,326, 5") == "1,326|,|5");
  CHECK(cut("1,326,") == "1,326|,");
  CHECK(cut("seats: 7.") == "seats|:|7|.");
}

TEST_CASE("times and dates and ordinals are one mixed token") {
  for (const char* text :
       {"5am", "7:00", "7.30am", "1st", "4/5", "04.05.2023", "21:15:30", "1.2m", "2nd"}) {
    CAPTURE(text);
    CHECK(tokens_of(text).size() == 1);
    CHECK(kind_of(text) == TokenKind::kMixed);
  }
}

TEST_CASE("a capital after a figure begins a word of its own") {
  CHECK(cut("Labour12Greens") == "Labour12Greens");
  CHECK(cut("12Labour") == "12|Labour");
  CHECK(kind_of("12Labour") == TokenKind::kNumber);
}

TEST_CASE("a figure does not swallow the full stop or the sign after it") {
  CHECK(cut("won 23. The") == "won|23|.|The");
  CHECK(cut("39.5%") == "39.5|%");
  CHECK(cut("\xC2\xA3"
            "5 million") == "\xC2\xA3|5|million");
  CHECK(cut("5\xC2\xA0per\xC2\xA0"
            "cent") == "5|per|cent");
}

TEST_CASE("a minus before digits is a token of its own") {
  Vocabulary vocabulary;
  const WordId minus = vocabulary.add("-");
  for (const char* text : {"Labour -11", "Labour (-11)",
                           "Labour \xE2\x88\x92"
                           "11",
                           "Labour [\xE2\x88\x92"
                           "11]",
                           "Labour \xE2\x80\x93"
                           "11",
                           "Labour (\xE2\x80\x93"
                           "11)"}) {
    CAPTURE(text);
    int found = 0;
    for (const Token& token : tokens_of(text, vocabulary)) found += token.word == minus;
    CHECK(found == 1);
  }
  CHECK(cut("(+8)") == "(|+|8|)");
  CHECK(cut("-11") == "-|11");
}

TEST_CASE("a hyphen between figures is no minus") {
  const auto tokens = tokens_of("2019-20");
  REQUIRE(tokens.size() == 2);
  CHECK(tokens[1].has(kHyphenBefore));
  CHECK(cut("Labour\xE2\x80\x93"
            "11") == "Labour|\xE2\x80\x93|11");
}

TEST_CASE("only ASCII digits are figures") {
  CHECK(cut("\xD9\xA3 seats") == "\xD9\xA3|seats");
  CHECK(kind_of("\xD9\xA3") == TokenKind::kPunct);
  CHECK(kind_of("\xC2\xBD") == TokenKind::kPunct);  // one half
}

TEST_CASE("long runs of digits stay whole") {
  const std::string digits(5000, '9');
  CHECK(tokens_of(digits).size() == 1);
  CHECK(tokens_of(digits).front().end == 5000);
}
