#include "extractor/lexicon/lexicon.h"

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

}  // namespace recount
