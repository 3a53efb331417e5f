#include "extractor/facts/near_copies.h"

#include <doctest/doctest.h>

#include <bit>
#include <random>

namespace recount {
namespace {

using Numbers = std::vector<std::uint32_t>;

TEST_CASE("near copies: an empty index and exact copies") {
  NearCopies copies;
  CHECK(copies.near(42).empty());
  CHECK(copies.add(42) == 0);
  CHECK(copies.add(42) == 1);
  CHECK(copies.size() == 2);
  CHECK(copies.near(42) == Numbers{0, 1});
  CHECK(copies.near(42, 0) == Numbers{0, 1});
  CHECK(copies.near(~std::uint64_t{42}).empty());
}

TEST_CASE("near copies: just those within the distance, as by comparing with each") {
  std::mt19937_64 random(5);
  NearCopies copies;
  std::vector<std::uint64_t> all;
  const auto changed = [&random](std::uint64_t fingerprint, int bits) {
    for (int i = 0; i < bits; ++i) fingerprint ^= std::uint64_t{1} << random() % 64;
    return fingerprint;
  };
  for (int i = 0; i < 300; ++i) {
    const std::uint64_t first = random();
    for (int bits = 0; bits < 14; ++bits) {
      all.push_back(changed(first, bits));
      copies.add(all.back());
    }
  }
  for (const int bits : {0, 3, 4, 7, 8, 10, NearCopies::kMaxBits}) {
    CAPTURE(bits);
    for (int i = 0; i < 50; ++i) {
      const std::uint64_t asked = changed(all[random() % all.size()], i % 12);
      Numbers expected;
      for (std::uint32_t number = 0; number < all.size(); ++number) {
        if (std::popcount(all[number] ^ asked) <= bits) expected.push_back(number);
      }
      CHECK(copies.near(asked, bits) == expected);
    }
  }
}

}  // namespace
}  // namespace recount
