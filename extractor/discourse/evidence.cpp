#include "extractor/discourse/evidence.h"

#include <array>

namespace recount {
namespace {

constexpr std::array<std::string_view, kPartyBases> kPartyNames{
    "none",   "named",   "relative", "sentence", "only",     "person",  "pair",
    "figure", "passage", "site",     "heading",  "no-party", "several", "not-a-party"};
constexpr std::array<std::string_view, kPlaceBases> kPlaceNames{
    "match", "before", "after", "sentence", "area", "several", "passage", "nothing", "article"};

}  // namespace

std::string_view basis_name(PartyBasis basis) {
  return kPartyNames[static_cast<std::size_t>(basis)];
}

std::string_view basis_name(PlaceBasis basis) {
  return kPlaceNames[static_cast<std::size_t>(basis)];
}

}  // namespace recount
