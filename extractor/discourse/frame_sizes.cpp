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

/// Whether so many seats were contested, as was told just before.
bool FrameFiller::contested_told(double seats) const {
  constexpr std::size_t kLast = 24;  // figures
  const auto first = out_.size() > kLast ? out_.end() - kLast : out_.begin();
  return std::any_of(first, out_.end(), [seats](const Frame& frame) {
    return frame.measure == Measure::kSeatsContested && frame.number == seats;
  });
}

/// "took three of the four seats": a ward's, not the council's; but "nine of the 13" where 13 were
/// contested.
bool FrameFiller::too_small(const Match& match) {
  if (!match.rule->tells_size) return false;
  bool small = false;
  for (const Yield& other : match.rule->yields) {
    if (other.measure != Measure::kCouncilSeats) continue;
    if (other.whole && !tells_whole(match, other)) continue;
    visit_slots(match, other.value_slots, [&](std::int32_t i) {
      const Mention& size = view_.at(i);
      if (!size.has_value || size.value >= view_.settings.smallest_council) return;
      if (contested_told(size.value)) return;
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
