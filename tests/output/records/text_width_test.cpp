#include "output/records/text_width.h"

#include <doctest/doctest.h>

namespace recount {
namespace {

TEST_CASE("text width: printable text is one line that cannot steer a terminal") {
  CHECK(printable("  Labour\n\t gained \xc2\xa0 four  ") == "Labour gained four");
  CHECK(printable("a\x1b[31mb\x07") == "a[31mb");
  CHECK(printable("x\xe2\x80\xaey\xef\xbb\xbfz") == "xyz");  // right-to-left override, BOM
  CHECK(printable("caf\xe9") == "caf\xef\xbf\xbd");
  CHECK(printable(std::string_view("a\0b", 3)) == "ab");
  CHECK(printable("\xe2\x80\x9cSinn F\xc3\xa9in\xe2\x80\x9d") ==
        "\xe2\x80\x9cSinn F\xc3\xa9in\xe2\x80\x9d");
}

TEST_CASE("text width: columns are not bytes") {
  CHECK(display_width("") == 0);
  CHECK(display_width("Sinn F\xc3\xa9in") == 9);
  CHECK(display_width("Fe\xcc\x81in") == 4);              // combining acute
  CHECK(display_width("\xe8\xad\xb0\xe4\xbc\x9a") == 4);  // wide
}

TEST_CASE("text width: a cell is filled or cut to its width") {
  CHECK(fit("F\xc3\xa9in", 6) == "F\xc3\xa9in  ");
  CHECK(fit("Sinn F\xc3\xa9in", 9) == "Sinn F\xc3\xa9in");
  CHECK(fit("Sinn F\xc3\xa9in", 8) == "Sinn F\xc3\xa9\xe2\x80\xa6");
  CHECK(fit("\xe8\xad\xb0\xe4\xbc\x9a", 3) == "\xe8\xad\xb0\xe2\x80\xa6");
  CHECK(fit("\xe8\xad\xb0\xe4\xbc\x9a", 2) == "\xe2\x80\xa6 ");
  CHECK(fit("abc", 1) == "\xe2\x80\xa6");
  CHECK(fit("abc", 0).empty());
}

}  // namespace
}  // namespace recount
