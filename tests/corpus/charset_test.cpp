#include "corpus/charset.h"

#include <doctest/doctest.h>

using namespace std::string_literals;
using recount::to_utf8;

namespace {

std::string utf16(const std::string& ascii, bool big) {
  std::string out;
  for (const char c : ascii) out += big ? "\0"s + c : c + "\0"s;
  return out;
}

}  // namespace

TEST_CASE("charset: UTF-8 stays as it is, whatever its label") {
  for (const char* label : {"", "utf-8", "iso-8859-1", "windows-1252", "nonsense", "utf-16"}) {
    CAPTURE(label);
    CHECK(to_utf8("Labour’s £3", label) == "Labour’s £3");
    CHECK(to_utf8("\xEF\xBB\xBFLabour", label) == "\xEF\xBB\xBFLabour");
    CHECK(to_utf8("plain", label) == "plain");
    CHECK(to_utf8("", label) == "");
  }
}

TEST_CASE("charset: Windows-1252, labelled as whatever") {
  for (const char* label : {"", "ISO-8859-1", "utf-8", "us-ascii", "Windows-1252", "no-such"}) {
    CAPTURE(label);
    CHECK(to_utf8("Labour\x92s \x93majority\x94 \x96 \xA3"
                  "3",
                  label) == "Labour’s “majority” – £3");
  }
}

TEST_CASE("charset: both in one text") {
  CHECK(to_utf8("Labour’s, the Tories\x92 and M\xF4n", "utf-8") == "Labour’s, the Tories’ and Môn");
  CHECK(to_utf8("cut \xE2\x80", "utf-8") == "cut â€");
}

TEST_CASE("charset: UTF-16 and UTF-32") {
  const std::string text = "Labour gained 13 seats";
  CHECK(to_utf8("\xFF\xFE"s + utf16(text, false), "") == text);
  CHECK(to_utf8("\xFE\xFF"s + utf16(text, true), "utf-8") == text);
  CHECK(to_utf8(utf16(text, false), "") == text);
  CHECK(to_utf8(utf16(text, true), "iso-8859-1") == text);
  CHECK(to_utf8("\xFF\xFE\x3D\xD8\x33\xDE"s, "") == "\xF0\x9F\x98\xB3");
  CHECK(to_utf8("\xFF\xFE\0\0a\0\0\0b\0\0\0"s, "") == "ab");
  CHECK(to_utf8("\xFF\xFE"
                "a"s,
                "") == "\xEF\xBF\xBD");
}

TEST_CASE("charset: other encodings by their label") {
  CHECK(to_utf8("\xF0\xFE", "windows-1257") == "šž");
  CHECK(to_utf8("\xCB\xE5\xE9\xE1\xEF\xF0", "windows-1251") == "Лейбпр");
  CHECK(to_utf8("\x93\xFA\x96\x7B", "shift_jis") == "日本");
}

TEST_CASE("charset: zero bytes in plain text are kept") {
  const std::string text = "Labour\0won"s;
  CHECK(to_utf8(text, "") == text);
}
