// Figures of several councils together, and of a part of one: of none of those that are named.
#include "extractor/discourse/place_locator.h"

namespace recount {

/// The council `i` lies in the county whose council the passage is about.
bool PlaceLocator::in_county_told(std::int32_t i) const {
  const Context::Focus focus = context_.focus();
  if (!focus.known || focus.place.kind != PlaceKind::kCouncil || !view_.is_council(i)) return false;
  const auto& places = view_.lexicon.places.places;
  const Place& county = places[static_cast<std::size_t>(focus.place.place)];
  const Place& part = places[static_cast<std::size_t>(view_.at(i).place)];
  return county.kind == kCounty && part.kind != kCounty &&
         part.within.county == county.within.county;
}

/// "four, all of them in Exeter", of a passage about Devon: where its seats lie.
bool PlaceLocator::lies_in(std::int32_t i) const {
  return i >= 2 && (view_.roles_at(i - 1) & kRolePlaceAttach) != 0 &&
         (view_.roles_at(i - 2) & (kRolePartyAnaphor | kRoleEach)) != 0 && in_county_told(i);
}

/// "gained 17 seats, six of them in Luton", where the passage is about Bury: of neither.
bool PlaceLocator::has_part_elsewhere(const Match& match) const {
  constexpr std::int32_t kWords = 3;  // "of the seats"
  const Context::Focus focus = context_.focus();
  if (!focus.known || focus.place.kind != PlaceKind::kCouncil) return false;
  const auto marked = [this](std::int32_t at) {
    return at > 0 && at < view_.size() && (view_.roles_at(at - 1) & kRoleListMark) != 0;
  };
  std::int32_t i = open_end(match);
  if (!marked(i) && !marked(++i)) return false;
  // "including two in Luton", but "gained 17 seats there, two in Luton, five in Dover"
  const std::int32_t least = view_.at(i).has_value ? 2 : 1;
  if (!view_.at(i).has_value) ++i;
  if (i >= view_.size() || view_.at(i).symbol != view_.lexicon.core.number) return false;
  for (std::int32_t k = i + least; k + 1 < view_.size() && k <= i + kWords; ++k) {
    if ((view_.roles_at(k) & kRolePlaceAttach) == 0) continue;
    return view_.is_council(k + 1) && view_.at(k + 1).place != focus.place.place &&
           !in_county_told(k + 1);
  }
  return false;
}

/// "held Luton and Slough, and gained 40 seats": a figure behind a list is no single council's,
/// unless something is told of the last one ("Luton and Slough, where they have 20").
bool PlaceLocator::ends_list(const Match& match) const {
  std::int32_t i = match.span.begin - 1;
  for (; i >= 0 && !view_.is_council(i); --i) {
    if ((view_.roles_at(i) & (kRoleRelative | kRoleLatter)) != 0) return false;
  }
  const auto mark = [this](std::int32_t k) {
    return (view_.roles_at(k) & (kRoleJoint | kRoleListMark)) != 0;
  };
  return i >= 2 && mark(i - 1) && view_.is_council(mark(i - 2) && i >= 3 ? i - 3 : i - 2);
}

/// "They lost Devon and Somerset and were four seats down overall."
bool PlaceLocator::sums(const Match& match) const {
  if (!view_.has(kRoleSum)) return false;
  std::int32_t council = kNone;
  bool several = false;
  for (std::int32_t i = 0; i < view_.size(); ++i) {
    if (!view_.is_council(i)) continue;
    several = several || (council != kNone && council != view_.at(i).place);
    council = view_.at(i).place;
  }
  if (!several) return false;
  for (std::int32_t i = match.span.begin; i <= match.span.end && i < view_.size(); ++i) {
    if ((view_.roles_at(i) & kRoleSum) != 0) return true;
  }
  return false;
}

/// "won three seats, one each in Bury, Luton and Lewes": of none of them alone.
bool PlaceLocator::told_of_several(const Match& match) const {
  if (!view_.has(kRoleEach)) return false;
  std::int32_t council = kNone;
  bool each = false;
  for (std::int32_t i = match.span.end; i < view_.size(); ++i) {
    if (!each && (view_.roles_at(i) & kRoleClauseBreak) != 0) return false;
    each = each || (view_.roles_at(i) & kRoleEach) != 0;
    if (!each || !view_.is_council(i)) continue;
    if (council != kNone && council != view_.at(i).place) return true;
    council = view_.at(i).place;
  }
  return false;
}

}  // namespace recount
