#include "extractor/discourse/frame_filler.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "extractor/discourse/recast.h"

namespace recount {
namespace {

constexpr RoleSet kAnaphor = kRolePartyAnaphor | kRoleFormer | kRoleLatter | kRoleFirstPerson;

/// A figure that only one council can have, never several together.
bool is_of_chamber(Measure measure) {
  return measure == Measure::kMajority || measure == Measure::kMajorityBefore ||
         measure == Measure::kShortOfMajority || measure == Measure::kCouncilSeats;
}

}  // namespace

bool FrameFiller::drop(const Match& match, std::string_view why) const {
  view_.note(TraceKind::kDropped, *match.rule, match.span, why);
  return false;
}

void FrameFiller::fill(std::size_t index) {
  const Match& match = view_.matches[index];
  const auto& yields = match.rule->yields;
  const bool takes_head =
      std::any_of(yields.begin(), yields.end(), [](const Yield& y) { return y.head; });
  if (takes_head && context_.head().empty()) {
    drop(match, "no heading over a list stands above");
    return;
  }
  headed_.clear();
  headed_here_ = false;
  carried_ = Measure::kSeats;
  for (const Yield& yield : yields) fill_yield(index, yield);
  if (!headed_.empty()) context_.set_head(headed_, takes_head);
  if (headed_here_) context_.head_only_here();
}

void FrameFiller::fill_yield(std::size_t index, const Yield& yield) {
  const Match& match = view_.matches[index];
  const auto took_part = [&match](int slot) {
    return match.slots[static_cast<std::size_t>(slot)].matched();
  };
  const auto& condition = yield.condition;
  if (!condition.empty() && std::none_of(condition.begin(), condition.end(), took_part)) return;
  if (yield.head) {
    if (view_.guard_of(match, Measure::kControl) == nullptr) fill_head(match, yield);
    return;
  }
  Filling filling;
  Frame& frame = filling.frame;
  frame.rule = match.rule;
  frame.measure = yield.measure;
  frame.sentence = view_.index;
  frame.confidence = match.rule->confidence;
  frame.carries = match.rule->carries;
  frame.outcome = yield.outcome;
  if (!take_lead(match, yield, filling)) return;
  if (!yield.carry && told_before_the_vote(view_, index)) as_before_the_vote(frame);
  if (too_small(match)) {
    drop(match, "no council is that small");
    return;
  }
  if (const Rule* guard = view_.guard_of(match, frame.measure)) {
    if (view_.trace != nullptr) drop(match, "guard " + guard->id + ": " + guard->says);
    return;
  }
  if (!take_values(match, yield, filling) || !take_parties(match, yield, filling)) return;
  if (!yield.carry && counts_on_councils(view_, context_, match, out_) && !as_councils(frame)) {
    drop(match, "councils before the vote");
    return;
  }
  take_places(index, yield, filling);
  give_out(match, yield, filling);
}

/// Measure and direction of the nearest carrying frame before a figure that has no verb of its own.
bool FrameFiller::take_lead(const Match& match, const Yield& yield, Filling& filling) {
  Frame& frame = filling.frame;
  if (!yield.carry) {
    // "Labour 71 councils (+22), Conservatives 33 (-47)"
    if (counts_councils(carried_) && frame.measure == Measure::kSeatsChange)
      frame.measure = Measure::kCouncilsChange;
    return true;
  }
  const Frame* lead = leading_figure(view_, out_);
  if (lead == nullptr) return drop(match, "there is no figure before it whose verb it could share");
  frame.measure = carried_ = lead->measure;
  frame.direction = lead->direction;
  frame.carries = true;
  if (lead->place_kind == PlaceKind::kArea || lead->place_kind == PlaceKind::kAll) {
    frame.place_kind = lead->place_kind;
    frame.place = lead->place;
  }
  return true;
}

/// "took three of the four seats": a ward's, not the council's.
bool FrameFiller::too_small(const Match& match) const {
  bool small = false;
  for (const Yield& other : match.rule->yields) {
    if (other.measure != Measure::kCouncilSeats) continue;
    visit_slots(match, other.value_slots, [&](std::int32_t i) {
      const Mention& size = view_.at(i);
      if (size.has_value && size.value < view_.settings.smallest_council) small = true;
    });
  }
  return small;
}

bool FrameFiller::take_values(const Match& match, const Yield& yield, Filling& filling) {
  filling.sign = yield.sign * filling.frame.direction;
  visit_slots(match, yield.factor_slots, [&](std::int32_t i) {
    const Mention& mention = view_.at(i);
    if (mention.sign != 0)
      filling.sign *= mention.sign;
    else if (mention.has_value)
      filling.factor *= mention.value;
  });
  visit_slots(match, yield.value_slots, [&](std::int32_t i) {
    if (view_.at(i).has_value) filling.values.push_back(&view_.at(i));
  });
  if (yield.same) {
    if (out_.size() == view_.first_frame) return drop(match, "there is no figure before it");
    filling.same = std::fabs(out_.back().number);
  }
  // An optional slot that took no part gives nothing.
  return yield.literal || yield.same || !yield.outcome.empty() || !filling.values.empty();
}

/// For `last`: the party of the figure before, unless a subject of its own stands nearer ("the
/// Tories were down 30 and the Lib Dems down 25").
bool FrameFiller::party_before(const Match& match, Filling& filling) {
  for (std::size_t i = out_.size(); i > view_.first_frame; --i) {
    const Frame& before = out_[i - 1];
    if (before.party == kNone) continue;  // the council's own figure ("16 of the 51 seats, up two")
    if (filling.parties.at >= before.mention) return true;
    filling.parties = {};
    filling.parties.parties = {before.party};
    filling.parties.reason = "party of the figure before";
    Measure& measure = filling.frame.measure;
    if (measure != Measure::kSeatsBefore) return true;
    // "a majority of four, compared with 16 before"
    if (before.measure == Measure::kMajority) measure = Measure::kMajorityBefore;
    return counts_seats(before.measure) || drop(match, "the figure before counts no seats");
  }
  return true;
}

/// The parties that the slot names or refers to; false when the slot took no part.
bool FrameFiller::parties_of_slot(const Match& match, const Yield& yield, Filling& filling) {
  bool took_part = false;
  visit_slots(match, yield.who_slots, [&](std::int32_t i) {
    took_part = true;
    if (view_.at(i).party == kNone && (view_.roles_at(i) & kAnaphor) == 0) return;
    const PartyRef found = party_at(view_.lexicon, context_, *view_.mentions, i);
    auto& parties = filling.parties.parties;
    parties.insert(parties.end(), found.parties.begin(), found.parties.end());
    filling.parties.reason = found.reason;
    filling.parties.at = found.at;
  });
  return took_part;
}

/// "They also won Medway from the Conservatives": then they are somebody else.
bool FrameFiller::does_it_to_itself(const Match& match, const PartyRef& parties) const {
  if (parties.parties.size() != 1 || !parties.guessed) return false;
  for (std::int32_t i = match.span.begin; i < match.span.end; ++i) {
    if (view_.at(i).symbol == view_.lexicon.core.party &&
        view_.at(i).party == parties.parties.front())
      return true;
  }
  return false;
}

bool FrameFiller::take_parties(const Match& match, const Yield& yield, Filling& filling) {
  PartyRef& parties = filling.parties;
  switch (yield.who) {
    case Who::kNobody:
      parties.parties = {kNone};
      break;
    case Who::kParty:
      parties.parties = {yield.party};
      break;
    case Who::kSubject:
    case Who::kLast:
      parties = find_subject(view_.lexicon, context_, *view_.mentions, match.span.begin);
      if (yield.who == Who::kLast && !party_before(match, filling)) return false;
      break;
    case Who::kLabel:
      if (context_.label() != kNone)
        parties.parties = {context_.label()};
      else if (match.rule->heads == Heads::kAlways && yield.where == Where::kContext)
        parties.parties = {kNone};  // the lines below name it
      parties.reason = "named in a line above";
      break;
    case Who::kSlot:
      if (!parties_of_slot(match, yield, filling)) return false;
      break;
  }
  const bool subject = yield.who == Who::kSubject;
  // "Its share fell to 23%, with the Tories on 30%": whoever comes later is not meant.
  if (subject && context_.party() != kNone && view_.refers_back_here(match)) {
    parties = {};
    parties.parties = {context_.party()};
    parties.reason = "its, their: the party of an earlier sentence";
  }
  if (parties.parties.empty() && parties.free && (subject || yield.who == Who::kLast) &&
      context_.party() != kNone && view_.refers_back(match)) {
    parties.parties = {context_.party()};
    parties.reason = "its, their: the party of an earlier sentence";
  }
  // "It is one seat short, with 20": the figure before had to look further back already.
  for (std::size_t i = out_.size(); subject && parties.free && i > view_.first_frame; --i) {
    if (!parties.parties.empty() || out_[i - 1].party == view_.lexicon.noc) break;
    if (out_[i - 1].party != kNone) parties.parties = {out_[i - 1].party};
    parties.reason = "party of the figure before";
  }
  if (parties.parties.empty()) {
    if (view_.trace != nullptr) drop(match, std::string("no party: ") + parties.reason);
    return false;
  }
  if (subject && does_it_to_itself(match, parties))
    return drop(match, "the party would do it to itself");
  if (subject && parties.at < 0) filling.frame.confidence -= view_.settings.penalty_subject;
  const std::size_t values = filling.values.size();
  const bool paired = values == parties.parties.size();
  if (subject && parties.parties.size() > 1 && !paired && yield.outcome.empty() &&
      (view_.roles & kRoleEach) == 0) {
    return drop(match, "one figure for several parties");
  }
  if (values > 1 && !paired) return drop(match, "the figures do not pair off with the parties");
  return true;
}

void FrameFiller::take_places(std::size_t index, const Yield& yield, Filling& filling) {
  const Match& match = view_.matches[index];
  Frame& frame = filling.frame;
  auto& places = filling.places;
  if (yield.where == Where::kSlot) {
    visit_slots(match, yield.where_slots, [&](std::int32_t i) {
      const Mention& mention = view_.at(i);
      if (mention.place == kNone) return;
      const bool area = mention.symbol == view_.lexicon.core.area;
      places.push_back({area ? PlaceKind::kArea : PlaceKind::kCouncil, mention.place});
    });
  }
  if (!places.empty()) return;
  bool any_council = false;
  for (std::int32_t i = 0; i < view_.size(); ++i) any_council = any_council || view_.is_council(i);
  const Heads heads = match.rule->heads;
  filling.over_list =
      !any_council && !frame.outcome.empty() &&
      (heads == Heads::kAlways ||
       (heads == Heads::kUnplaced && context_.in_heading() && !context_.labelled_place()));
  if (filling.over_list) return;
  const bool tallied = frame.measure == Measure::kSeats || frame.measure == Measure::kSeatsChange ||
                       counts_councils(frame.measure);
  if (yield.who == Who::kLabel && tallied && !context_.labelled_place()) {
    const PlaceRef focus = context_.focus().place;
    places.push_back(focus.kind == PlaceKind::kArea ? focus : PlaceRef{PlaceKind::kAll, kNone});
    filling.place_reason = "a tally by party";
    return;
  }
  const bool listed = yield.carry && frame.place_kind != PlaceKind::kUnknown;
  if (!listed && yield.outcome.empty() && filling.parties.parties.size() == 1)
    places = locator_.behind(match);
  if (places.size() > 1) {
    filling.place_reason = "councils behind it";
    if ((view_.roles & kRoleEach) == 0) places = {{PlaceKind::kAll, kNone}};
    return;
  }
  PlaceRef here = locator_.locate(index, frame.measure, frame.confidence, filling.place_reason);
  // What the passage is about counts for less than the list that the figure stands in.
  const bool vague = here.kind == PlaceKind::kUnknown || here.kind == PlaceKind::kAll ||
                     filling.place_reason == kPassage;
  if (listed && vague) here = {frame.place_kind, frame.place};
  places = {here};
}

void FrameFiller::give_out(const Match& match, const Yield& yield, Filling& filling) {
  Frame& frame = filling.frame;
  frame.first_token = view_.at(match.span.begin).first;
  frame.last_token = view_.at(match.span.end - 1).last;
  const PartyRef& parties = filling.parties;
  if (yield.who == Who::kSubject && parties.at >= 0 && match.span.begin - parties.at <= 6) {
    frame.first_token = std::min(frame.first_token, view_.at(parties.at).first);
  }
  frame.partial = (view_.roles & kRolePartial) != 0;
  frame.baseline = view_.roles & (kRoleBaselineLast | kRoleBaselineEve | kRoleBaselineNotional);
  frame.direction = filling.sign;
  frame.begin = match.span.begin;
  frame.mention = match.span.end;
  for (std::size_t p = 0; p < parties.parties.size(); ++p) {
    frame.party = parties.parties[p];
    if (filling.over_list) {
      view_.note(TraceKind::kFrame, *match.rule, match.span, "said of the councils below");
      headed_.push_back(frame);
      continue;
    }
    if (yield.literal || yield.same) {
      frame.number = (yield.same ? filling.same : yield.number) * filling.sign;
    } else if (!filling.values.empty()) {
      const Mention& value = *filling.values[filling.values.size() == 1 ? 0 : p];
      frame.number = value.value * filling.factor * filling.sign;
      frame.bound = value.bound;
      const bool printed_sign =
          is_change(frame.measure) && value.sign != 0 && yield.factor_slots.empty();
      if (printed_sign) frame.number = value.value * value.sign;
    }
    for (const PlaceRef& place : filling.places) place_frame(match, filling, frame, place);
    // "Labour gains: Medway (Conservative), Luton (…)": the brackets behind it take it up.
    if (match.rule->heads != Heads::kNo && yield.where == Where::kSlot && !frame.outcome.empty()) {
      headed_.push_back(frame);
      headed_here_ = true;
    }
  }
}

void FrameFiller::place_frame(const Match& match, const Filling& filling, Frame frame,
                              PlaceRef place) {
  const bool one_council = place.kind == PlaceKind::kCouncil || place.kind == PlaceKind::kUnknown;
  const bool of_area = frame.measure == Measure::kLargestParty && place.kind == PlaceKind::kArea;
  // An outcome of no council that is named or meant ("Labour takes power across the country").
  if (!frame.outcome.empty() && !one_council && !of_area) {
    drop(match, "no council is named or meant");
    return;
  }
  const double largest = frame.measure == Measure::kSeatsChange ? view_.settings.largest_change
                                                                : view_.settings.largest_council;
  if (frame.outcome.empty() && one_council && std::fabs(frame.number) > largest) {
    place = {PlaceKind::kAll, kNone};
    too_large_ = true;
  }
  if (is_of_chamber(frame.measure) && place.kind != PlaceKind::kCouncil &&
      place.kind != PlaceKind::kUnknown) {
    drop(match, "said of no council");
    return;
  }
  frame.from_passage = filling.place_reason == kPassage || place.kind == PlaceKind::kUnknown;
  frame.place_kind = place.kind;
  frame.place = place.place;
  if (view_.trace != nullptr) {
    view_.note(TraceKind::kFrame, *match.rule, match.span,
               std::string(measure_name(frame.measure)) + "; party: " + filling.parties.reason +
                   "; place: " + filling.place_reason);
  }
  emit(match, std::move(frame));
}

/// What the heading above says, of the places in the slot.
void FrameFiller::fill_head(const Match& match, const Yield& yield) {
  std::int32_t party = kNone;  // "GAINS", then "Labour: Medway, Dover"
  visit_slots(match, yield.who_slots, [&](std::int32_t i) { party = view_.at(i).party; });
  visit_slots(match, yield.where_slots, [&](std::int32_t i) {
    if (!view_.is_council(i)) return;
    for (Frame frame : context_.head()) {
      if ((frame.party == kNone) != (party != kNone)) continue;
      if (party != kNone) frame.party = party;
      frame.place_kind = PlaceKind::kCouncil;
      frame.place = view_.at(i).place;
      frame.sentence = view_.index;
      frame.first_token = view_.at(i).first;
      frame.last_token = view_.at(i).last;
      frame.mention = match.span.end;
      frame.partial = frame.partial || (view_.roles & kRolePartial) != 0;
      view_.note(TraceKind::kFrame, *match.rule, match.span, "the heading above says it");
      emit(match, std::move(frame));
    }
    context_.use_head();
  });
}

void FrameFiller::emit(const Match& match, Frame frame) {
  if (frame.outcome.empty()) {
    const bool percent = frame.measure == Measure::kVoteShare || frame.measure == Measure::kTurnout;
    const char* why = nullptr;
    if (is_of_chamber(frame.measure) && std::fabs(frame.number) > view_.settings.largest_council)
      why = "no council is that large";
    else if (!percent && frame.number != std::floor(frame.number))
      why = "no whole number";
    else if (percent && (frame.number < 0 || frame.number > 100))
      why = "no percentage";
    if (why != nullptr) {
      drop(match, why);
      return;
    }
  }
  out_.push_back(std::move(frame));
}

}  // namespace recount
