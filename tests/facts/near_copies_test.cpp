#include "extractor/facts/near_copies.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <bit>
#include <numeric>
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

/// The first of those that pairs lead to, for each.
Numbers joined(std::size_t size,
               const std::vector<std::pair<std::uint32_t, std::uint32_t>>& pairs) {
  Numbers first(size);
  std::iota(first.begin(), first.end(), 0U);
  for (bool moved = true; moved;) {
    moved = false;
    for (const auto& [one, other] : pairs) {
      const std::uint32_t least = std::min(first[one], first[other]);
      moved = moved || first[one] != first[other];
      first[one] = first[other] = least;
    }
  }
  return first;
}

TEST_CASE("near copies: all pairs join what comparing each with each joins") {
  std::mt19937_64 random(7);
  std::vector<std::uint64_t> all;
  for (int i = 0; i < 200; ++i) {
    std::uint64_t fingerprint = random();
    for (int copy = 0; copy < 6; ++copy) {
      all.push_back(fingerprint);
      for (int bit = 0; bit < 5 * copy; ++bit) fingerprint ^= std::uint64_t{1} << random() % 64;
    }
  }
  std::ranges::shuffle(all, random);
  for (const int bits : {0, 3, 4, 9, 10, NearCopies::kMaxBits}) {
    CAPTURE(bits);
    std::vector<std::pair<std::uint32_t, std::uint32_t>> expected;
    for (std::uint32_t i = 0; i < all.size(); ++i) {
      for (std::uint32_t other = 0; other < i; ++other) {
        if (std::popcount(all[i] ^ all[other]) <= bits) expected.emplace_back(i, other);
      }
    }
    CHECK(joined(all.size(), near_pairs(all, bits)) == joined(all.size(), expected));
  }
}

}  // namespace
}  // namespace recount
