#include "output/records/clean_text.h"

#include <doctest/doctest.h>

namespace recount {
namespace {

std::string clean(std::string_view text) {
  std::string buffer = "old";
  return std::string(clean_text(text, buffer));
}

TEST_CASE("clean text: valid text is not copied") {
  const std::string text = "caf\xc3\xa9 \xe2\x80\x93 \xf0\x9f\x97\xb3\t\n";
  std::string buffer;
  CHECK(clean_text(text, buffer).data() == text.data());
  CHECK(clean_text(text, buffer) == text);
  CHECK(clean("").empty());
}

TEST_CASE("clean text: NUL and what is no UTF-8 become U+FFFD") {
  CHECK(clean(std::string_view("a\0b", 3)) ==
        "a\xef\xbf\xbd"
        "b");
  CHECK(clean("a\xff\xfe") == "a\xef\xbf\xbd\xef\xbf\xbd");
  CHECK(clean("\xc3") == "\xef\xbf\xbd");
  CHECK(clean("\xe2\x80x") == "\xef\xbf\xbdx");
  CHECK(clean("\xed\xa0\x80").find("\xef\xbf\xbd") == 0);  // a surrogate
  CHECK(clean("\xc0\x80").find("\xef\xbf\xbd") == 0);      // NUL the long way
  CHECK(clean("ok\xe9 ok") == "ok\xef\xbf\xbd ok");
}

}  // namespace
}  // namespace recount
