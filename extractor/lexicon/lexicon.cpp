#include "extractor/lexicon/lexicon.h"

#include <algorithm>

namespace recount {
namespace {

template <typename T>
std::int32_t index_of(const std::vector<T>& items, std::string_view id) {
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (items[i].id == id) return static_cast<std::int32_t>(i);
  }
  return -1;
}

}  // namespace

std::int32_t Lexicon::party_named(std::string_view id) const { return index_of(parties, id); }
std::int32_t Lexicon::place_named(std::string_view id) const { return index_of(places.places, id); }

std::span<const PollingDay> Lexicon::polled_in(int year) const {
  const auto first_in = [this](int y) {
    return std::partition_point(polling_days.begin(), polling_days.end(),
                                [y](const PollingDay& known) { return known.day / 10000 < y; });
  };
  return {first_in(year), first_in(year + 1)};
}

}  // namespace recount
