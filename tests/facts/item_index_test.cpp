#include "extractor/facts/item_index.h"

#include <doctest/doctest.h>

#include <vector>

using namespace recount;

TEST_CASE("items of one hash are told apart by what they are") {
  const std::vector<int> values = {5, 7, 5, 8, 7, 5};
  ItemIndex seen;
  std::vector<int> kept;
  for (std::uint32_t i = 0; i < values.size(); ++i) {
    if (seen.add(0, i, [&](std::uint32_t k) { return values[k] == values[i]; }))
      kept.push_back(values[i]);
  }
  CHECK(kept == std::vector<int>{5, 7, 8});
}

TEST_CASE("many items are found again") {
  ItemIndex seen;
  const auto same = [](std::uint32_t) { return true; };
  for (std::uint32_t i = 0; i < 1000; ++i) CHECK(seen.add(i * 0x9E3779B97F4A7C15u, i, same));
  for (std::uint32_t i = 0; i < 1000; ++i) CHECK(!seen.add(i * 0x9E3779B97F4A7C15u, i, same));
}
