#include "extractor/lexicon/brace.h"

#include <doctest/doctest.h>

using recount::expand_braces;
using Words = std::vector<std::string>;

TEST_CASE("braces stand for several endings") {
  CHECK(expand_braces("gain{,s,ed,ing}") == Words{"gain", "gains", "gained", "gaining"});
  CHECK(expand_braces("{take,took}") == Words{"take", "took"});
  CHECK(expand_braces("ha{ve,s} won") == Words{"have won", "has won"});
}

TEST_CASE("a word without braces stands for itself") {
  CHECK(expand_braces("seats") == Words{"seats"});
  CHECK(expand_braces("") == Words{""});
  CHECK(expand_braces("a}b") == Words{"a}b"});
}

TEST_CASE("several groups multiply in order") {
  CHECK(expand_braces("{a,b}x{1,2}") == Words{"ax1", "ax2", "bx1", "bx2"});
  CHECK(expand_braces("{a,b,c}{1,2}{x,y}").size() == 12);
}

TEST_CASE("a group of one and a group of nothing") {
  CHECK(expand_braces("{a}") == Words{"a"});
  CHECK(expand_braces("a{}b") == Words{"ab"});
}

TEST_CASE("an unclosed brace gives no expansion") {
  CHECK(expand_braces("gain{,s").empty());
  CHECK(expand_braces("{a,b}{c").empty());
}
