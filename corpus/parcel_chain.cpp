// Method: where a file can be entered midway, the place behind a parcel is where its last member
// ended, and the next parcel must have found its first one there. If that member ended behind the
// whole next parcel, none may have been found in it.
#include <utility>

#include "corpus/article_source.h"

namespace recount {

std::optional<Parcel> ParcelChain::mend(const Trail& trail) {
  if (!trail.members) {
    position_ = trail.next;
    return std::nullopt;
  }
  const MemberRange& range = trail.parcel->members;
  const MemberTrail& members = *trail.members;
  const bool follows = position_.input == trail.next.input && !range.at_member;
  const bool reaches_over = follows && position_.offset >= range.end;
  if (follows && (reaches_over ? members.first.has_value() : members.first != position_.offset)) {
    Parcel again = *trail.parcel;
    again.members.begin = position_.offset;
    again.members.at_member = true;
    return again;
  }
  if (!reaches_over) position_ = {trail.next.input, members.end, 0};
  return std::nullopt;
}

}  // namespace recount
