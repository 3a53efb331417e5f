#include "extractor/text/unicode.h"

#include <doctest/doctest.h>

#include <array>
#include <string>

using namespace recount;

namespace {

std::string folded_text(std::string_view text) {
  std::string out;
  append_folded(text, out);
  return out;
}

void check_decode(std::string_view text, std::int32_t value, std::uint32_t bytes) {
  const CodePoint found = decode_utf8(text, 0);
  CAPTURE(text);
  CHECK(found.value == value);
  CHECK(found.bytes == bytes);
}

}  // namespace

TEST_CASE("decode_utf8 reads sequences of one to four bytes") {
  check_decode("a", 'a', 1);
  check_decode("\xC3\xA9", 0xE9, 2);
  check_decode("\xE2\x80\x99", 0x2019, 3);
  check_decode("\xF0\x9F\x97\xB3", 0x1F5F3, 4);
  check_decode(std::string_view("\0", 1), 0, 1);
}

TEST_CASE("decode_utf8 steps over one byte of what is no UTF-8") {
  check_decode("\x80", -1, 1);  // a continuation byte alone
  check_decode("\xC3", -1, 1);  // cut off at the end
  check_decode("\xE2\x80", -1, 1);
  check_decode("\xF0\x9F\x97", -1, 1);
  check_decode("\xC0\x80", -1, 1);          // overlong
  check_decode("\xED\xA0\x80", -1, 1);      // a surrogate
  check_decode("\xF4\x90\x80\x80", -1, 1);  // beyond Unicode
  check_decode("\xFF", -1, 1);
  check_decode("\xE2\x28\xA1", -1, 1);
}

TEST_CASE("decode_utf8 never needs more bytes than there are") {
  // Every pair of bytes as a text of its own: sanitizers see a read past the end.
  for (int a = 0; a < 256; ++a) {
    for (int b = 0; b < 256; ++b) {
      const std::array<char, 2> bytes{static_cast<char>(a), static_cast<char>(b)};
      const std::string text(bytes.data(), 2);
      const CodePoint first = decode_utf8(text, 0);
      REQUIRE(first.bytes >= 1);
      REQUIRE(first.bytes <= 2);
      REQUIRE(decode_utf8(text, 1).bytes == 1);
    }
  }
}

TEST_CASE("classify knows the odd marks of the press") {
  CHECK(classify(0x2019) == CharClass::kApostrophe);
  CHECK(classify(0x2018) == CharClass::kApostrophe);
  CHECK(classify(0x201C) == CharClass::kQuote);
  CHECK(classify(0x201D) == CharClass::kQuote);
  CHECK(classify(0x2013) == CharClass::kDash);
  CHECK(classify(0x2212) == CharClass::kDash);
  CHECK(classify(0x00A0) == CharClass::kSpace);
  CHECK(classify(0x2009) == CharClass::kSpace);
  CHECK(classify(0x2028) == CharClass::kSpace);
  CHECK(classify(0xFEFF) == CharClass::kIgnored);
  CHECK(classify(0x200B) == CharClass::kIgnored);
  CHECK(classify(0x00AD) == CharClass::kIgnored);
  CHECK(classify(0x0301) == CharClass::kMark);
  CHECK(classify(0x00E9) == CharClass::kLetter);
  CHECK(classify(0x0660) == CharClass::kOther);  // Arabic digits make no figure
  CHECK(classify(0x1F5F3) == CharClass::kOther);
  CHECK(classify(-1) == CharClass::kOther);
}

TEST_CASE("is_upper knows capitals beyond ASCII") {
  CHECK(is_upper(0x00C9));
  CHECK_FALSE(is_upper(0x00E9));
  CHECK(is_upper(0x0160));
  CHECK_FALSE(is_upper('a'));
}

TEST_CASE("append_folded folds case and takes off accents") {
  CHECK(folded_text("Labour") == "labour");
  CHECK(folded_text("Sinn F\xC3\xA9in") == "sinn fein");
  CHECK(folded_text("Sinn Fe\xCC\x81in") == "sinn fein");
  CHECK(folded_text("\xC3\x89IRE") == "eire");
  CHECK(folded_text("Ynys M\xC3\xB4n") == "ynys mon");
  CHECK(folded_text("STRASSE") == "strasse");
  CHECK(folded_text("Stra\xC3\x9F"
                    "e") == "strasse");
  CHECK(folded_text("\xEF\xAC\x81ve") == "five");  // the ligature fi
}

TEST_CASE("append_folded straightens apostrophes and drops what has no width") {
  CHECK(folded_text("O\xE2\x80\x99Neill") == "o'neill");
  CHECK(folded_text("\xE2\x80\x98") == "'");
  CHECK(folded_text("coun\xC2\xAD"
                    "cil") == "council");
  CHECK(folded_text("Lab\xE2\x80\x8Bour") == "labour");
  CHECK(folded_text("\xEF\xBB\xBFLabour") == "labour");
}

TEST_CASE("append_folded drops invalid bytes and appends") {
  std::string out = "x";
  append_folded(
      "a\xFF"
      "b\xC3",
      out);
  CHECK(out == "xab");
  CHECK(folded_text("").empty());
}

TEST_CASE("folding twice changes nothing more") {
  for (std::int32_t c = 0x80; c < 0x3000; ++c) {
    if (c == 0x149) continue;  // a letter that Unicode itself advises against
    std::string text;
    if (c < 0x800) {
      text += static_cast<char>(0xC0 | c >> 6);
    } else {
      text += static_cast<char>(0xE0 | c >> 12);
      text += static_cast<char>(0x80 | (c >> 6 & 0x3F));
    }
    text += static_cast<char>(0x80 | (c & 0x3F));
    const std::string once = folded_text(text);
    CAPTURE(c);
    REQUIRE(folded_text(once) == once);
  }
}
