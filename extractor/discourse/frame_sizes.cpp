// Which sizes of councils and wards a match tells, and what follows from them.
#include <algorithm>

#include "extractor/discourse/frame_filler.h"
#include "extractor/discourse/recast.h"

namespace recount {

bool FrameFiller::tells_whole(const Match& match, const Yield& yield) const {
  bool whole = false;
  visit_slots(match, yield.value_slots, [&](std::int32_t i) { whole = whole || view_.whole(i); });
  return whole;
}

/// "took three of the four seats": a ward's, not the council's; but "won nine of the 13": of those
/// that were contested.
bool FrameFiller::too_small(const Match& match) {
  if (!match.rule->tells_size) return false;
  const auto& yields = match.rule->yields;
  const bool won = std::any_of(yields.begin(), yields.end(), [](const Yield& yield) {
    return yield.measure == Measure::kSeatsWon;
  });
  bool small = false;
  for (const Yield& other : match.rule->yields) {
    if (other.measure != Measure::kCouncilSeats) continue;
    if (other.whole && !tells_whole(match, other)) continue;
    visit_slots(match, other.value_slots, [&](std::int32_t i) {
      const Mention& size = view_.at(i);
      if (!size.has_value || size.value >= view_.settings.smallest_council) return;
      if (won && size.value > view_.settings.largest_ward) return;
      small = true;
      ward_size_ = size.value;
      ward_end_ = match.span.end;
    });
  }
  return small;
}

/// Whether a size that it tells is one that a council may have.
bool FrameFiller::tells_chamber(const Match& match) const {
  if (!match.rule->tells_size) return false;
  bool chamber = false;
  for (const Yield& yield : match.rule->yields) {
    if (yield.measure != Measure::kCouncilSeats) continue;
    if (yield.whole && !tells_whole(match, yield)) continue;
    visit_slots(match, yield.value_slots, [&](std::int32_t i) {
      const Mention& size = view_.at(i);
      chamber = chamber || (size.has_value && size.value >= view_.settings.smallest_council &&
                            size.value <= view_.settings.largest_council);
    });
  }
  return chamber;
}

/// "Labour have four of the six seats there, the Tories two": the two are that ward's as well.
bool FrameFiller::of_same_ward(const Match& match, const Filling& filling) const {
  if (ward_size_ == 0 || match.span.begin < ward_end_ || filling.values.empty()) return false;
  // "four of the six seats in Medway"
  const bool placed = (view_.roles_at(ward_end_) & kRolePlaceAttach) != 0;
  for (std::int32_t i = placed ? ward_end_ + 2 : ward_end_; i < match.span.begin; ++i) {
    if (view_.is_council(i) || (view_.roles_at(i) & kRoleClauseBreak) != 0) return false;
  }
  return counts_seats(filling.frame.measure) &&
         std::all_of(filling.values.begin(), filling.values.end(),
                     [this](const Mention* value) { return value->value <= ward_size_; });
}

}  // namespace recount
