#include "extractor/facts/fingerprint.h"

#include <doctest/doctest.h>

#include <bit>

#include "extractor/text/tokenizer.h"
#include "tests/support/samples.h"

using namespace recount;

namespace {

std::uint64_t print_of(std::string_view text) {
  std::vector<Token> tokens;
  tokenize(text, Vocabulary(), tokens);
  return fingerprint(tokens);
}

int distance(std::uint64_t a, std::uint64_t b) { return std::popcount(a ^ b); }

}  // namespace

TEST_CASE("a text without words has fingerprint 0") {
  CHECK(print_of("") == 0);
  CHECK(print_of("Labour") != 0);
  CHECK(print_of("Labour won") != 0);
}

TEST_CASE("near copies differ in few bits and other texts in many") {
  const auto samples = test::load_samples();
  REQUIRE(samples.size() > 10);
  double far = 0;
  int pairs = 0;
  for (std::size_t i = 0; i < samples.size(); ++i) {
    const std::string& text = samples[i].text;
    const std::uint64_t own = print_of(text);
    CAPTURE(samples[i].id);
    CHECK(print_of(text) == own);
    CHECK(distance(own, print_of(text + "\n\nAdditional reporting by our staff.")) <= 12);
    CHECK(distance(own, print_of("By Our Reporter\n\n" + text)) <= 12);
    for (std::size_t j = 0; j < i; ++j) {
      const int d = distance(own, print_of(samples[j].text));
      CHECK(d >= 8);
      far += d;
      ++pairs;
    }
  }
  CHECK(far / pairs > 22);
}

TEST_CASE("the case of ASCII letters and the space between words do not count") {
  CHECK(print_of("Labour gained TWO seats") == print_of("labour  gained\ntwo seats"));
}

TEST_CASE("hash_bytes is FNV-1a") {
  CHECK(hash_bytes("") == 0xcbf29ce484222325u);
  CHECK(hash_bytes("a") == 0xaf63dc4c8601ec8cu);
  CHECK(hash_bytes("foobar") == 0x85944171f73967e8u);
}

TEST_CASE("to_hex gives sixteen digits") {
  CHECK(to_hex(0) == "0000000000000000");
  CHECK(to_hex(0xfedcba9876543210u) == "fedcba9876543210");
}
