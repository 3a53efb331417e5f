#include "extractor/discourse/frame_filler.h"

#include <algorithm>
#include <cmath>
#include <span>
#include <string>
#include <utility>

#include "extractor/discourse/recast.h"

namespace recount {

bool FrameFiller::drop(const Match& match, std::string_view why) const {
  view_.note(TraceKind::kDropped, *match.rule, match.span, why);
  return false;
}

void FrameFiller::explain_drop(const Match& match, std::string_view what,
                               std::string_view why) const {
  drop(match, std::string(what).append(": ").append(why));
}

void FrameFiller::fill(std::size_t index) {
  const Match& match = view_.matches[index];
  const auto& yields = match.rule->yields;
  const bool takes_head = match.rule->takes_head;
  if (takes_head && context_.head().empty()) {
    drop(match, "no heading over a list stands above");
    return;
  }
  headed_.clear();
  headed_here_ = false;
  carried_ = Measure::kSeats;
  const std::size_t first = out_.size();
  const bool large_before = std::exchange(too_large_, false);
  for (const Yield& yield : yields) fill_yield(index, yield);
  if (too_large_) {  // "two down at 484": then the two are no single council's either
    for (std::size_t i = first; i < out_.size(); ++i) {
      if (!out_[i].outcome.empty() || out_[i].place_kind != PlaceKind::kCouncil) continue;
      out_[i].place_kind = context_.all().kind;
      out_[i].place = context_.all().place;
    }
  }
  too_large_ = too_large_ || large_before;
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
  if (yield.whole && !tells_whole(match, yield)) return;
  if (yield.head) {
    if (view_.guard_of(match, Measure::kControl) == nullptr) fill_head(match, yield);
    return;
  }
  Filling filling;
  Frame& frame = filling.frame;
  frame.rule = match.rule;
  frame.measure = yield.measure;
  frame.sentence = view_.index;
  frame.carries = match.rule->carries;
  frame.outcome = yield.outcome;
  if (yield.told) {
    frame.outcome = outcome_told(told_before());
    if (frame.outcome.empty()) {
      drop(match, "no number of councils was told just before");
      return;
    }
  }
  if (!take_lead(match, yield, filling)) return;
  // "in what used to be a one-party state – the Tories fell from 36 to 13": both are told.
  const bool both = frame.measure == Measure::kSeats &&
                    std::any_of(match.rule->yields.begin(), match.rule->yields.end(),
                                [](const Yield& y) { return y.measure == Measure::kSeatsBefore; });
  const bool prior = context_.rows_before() ||
                     (!yield.carry && !both && told_before_the_vote(view_, index, frame.measure));
  if (prior && !as_before_the_vote(frame) &&
      (context_.rows_before() || frame.measure == Measure::kSeatsChange ||
       frame.measure == Measure::kLargestParty)) {
    drop(match, "before the vote");
    return;
  }
  if (too_small(match)) {
    drop(match, "no council is that small");
    return;
  }
  if (const Rule* guard = view_.guard_of(match, frame.measure)) {
    if (view_.trace != nullptr) explain_drop(match, "guard " + guard->id, guard->says);
    return;
  }
  if (!take_values(match, yield, filling) || !take_parties(match, yield, filling)) return;
  // "nine of the 13": of those contested, or it had been dropped as too small.
  if (frame.measure == Measure::kCouncilSeats && !filling.values.empty() &&
      filling.values.front()->value < view_.settings.smallest_council)
    frame.measure = Measure::kSeatsContested;
  if (of_same_ward(match, filling)) {
    drop(match, "a seat of the ward just told of");
    return;
  }
  if (!yield.carry && may_count_councils(frame.measure) &&
      counts_on_councils(view_, context_, match, out_) && !as_councils(frame)) {
    drop(match, "councils before the vote");
    return;
  }
  // "They have 11 (three fewer)": the change goes with the count.
  if (frame.measure != yield.measure && counts_councils(frame.measure)) carried_ = frame.measure;
  take_places(index, yield, filling);
  give_out(match, yield, filling);
}

const Frame* FrameFiller::first_figure() const {
  return out_.size() > view_.first_frame ? &out_[view_.first_frame] : nullptr;
}

const Frame* FrameFiller::told_before() const {
  return last_told(std::span<const Frame>(out_).first(view_.first_frame), view_.index, true);
}

/// The party that can have a majority by what has been told of the council that the passage is
/// about: the one that has won or held it, else the largest of several; or kNone.
std::int32_t FrameFiller::holder_told() const {
  const Context::Focus focus = context_.focus();
  if (!focus.known || focus.place.kind != PlaceKind::kCouncil) return kNone;
  const Frame* most = nullptr;
  bool several = false, tie = false;
  for (std::size_t i = out_.size(); i > 0; --i) {
    const Frame& frame = out_[i - 1];
    if (frame.place != focus.place.place) continue;
    if (frame.measure == Measure::kControl && frame.outcome != "loss")
      return frame.party != view_.lexicon.noc ? frame.party : kNone;
    if (frame.measure != Measure::kSeats && frame.measure != Measure::kSeatsWon) continue;
    several = several || (most != nullptr && most->party != frame.party);
    if (most != nullptr && most->party != frame.party && most->number == frame.number) tie = true;
    if (most == nullptr || frame.number > most->number) {
      most = &frame;
      tie = false;
    }
  }
  return several && !tie ? most->party : kNone;
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
  const Frame* lead =
      yield.who == Who::kFirst ? first_figure() : leading_figure(view_, match, out_);
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
  const bool resumes = view_.resumes(match);
  const bool aside = resumes && view_.in_relative_clause(filling.parties.at);
  for (std::size_t i = out_.size(); i > view_.first_frame; --i) {
    const Frame& before = out_[i - 1];
    if (before.party == kNone) continue;  // the council's own figure ("16 of the 51 seats, up two")
    if (resumes && view_.in_relative_clause(before.begin)) continue;
    if (filling.parties.at >= before.mention && !aside) return true;
    filling.parties = {};
    filling.parties.parties = {before.party};
    filling.parties.basis = PartyBasis::kFigure;
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
    // "The two have 24 each", "both are on 24": as many parties as the sentence before named.
    const std::size_t group = view_.group_at(i);
    const auto& told = context_.recent_parties();
    if (group != 0 && group == told.size()) {
      filling.parties.parties = told;
      filling.parties.basis = PartyBasis::kPair;
    }
    if (view_.at(i).party == kNone && (view_.roles_at(i) & kStandsForParty) == 0) return;
    const PartyRef found = party_at(view_.lexicon, context_, *view_.mentions, i);
    auto& parties = filling.parties.parties;
    parties.append(found.parties.begin(), found.parties.end());
    filling.parties.basis = found.basis;
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
  // "They overturned a Tory majority": they are no Tories, if these are the first who are named.
  for (std::int32_t i = 0; i < view_.size(); ++i) {
    if (view_.at(i).symbol != view_.lexicon.core.party) continue;
    return view_.at(i).party == parties.parties.front() &&
           is_oblique(view_.lexicon, *view_.mentions, i);
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
    case Who::kFirst:
    case Who::kTold: {
      const Frame* told = yield.who == Who::kFirst ? first_figure() : told_before();
      if (told != nullptr && told->party != kNone) parties.parties = {told->party};
      parties.basis = PartyBasis::kFigure;
      break;
    }
    case Who::kLabel:
      if (context_.label() != kNone)
        parties.parties = {context_.label()};
      else if (match.rule->heads == Heads::kAlways && yield.where == Where::kContext)
        parties.parties = {kNone};  // the lines below name it
      else if (context_.site_party() != kNone)
        parties.parties = {context_.site_party()};  // "Councils gained: …"
      parties.basis = PartyBasis::kHeading;
      break;
    case Who::kSlot:
      if (!parties_of_slot(match, yield, filling)) return false;
      break;
  }
  const bool subject = yield.who == Who::kSubject;
  const bool follows = subject || yield.who == Who::kLast;  // what was told before it
  // "Labour lost two seats. Sir Nigel's party gained four": what moved may be another's.
  if (parties.persons &&
      (is_change(yield.measure) || yield.measure == Measure::kSeatsWon || !yield.outcome.empty()))
    parties = {};
  // "Its share fell to 23%, with the Tories on 30%": whoever comes later is not meant.
  // "Its rise from 105 seats hurt the SDLP": nor whom it hurt.
  const bool first = subject || (yield.who == Who::kLast && out_.size() == view_.first_frame);
  const bool opens = first && context_.refers_back() && view_.nobody_before(match);
  if (context_.party() != kNone && (opens || (subject && view_.refers_back_here(match)))) {
    parties = {};
    parties.parties = {context_.party()};
    parties.basis = PartyBasis::kPassage;
  }
  // "That meant a gain of 40": what was told before did.
  const bool that = view_.size() > 0 && (view_.roles_at(0) & kRoleRelative) != 0;
  if (parties.parties.empty() && parties.free && follows && context_.party() != kNone &&
      (that || view_.refers_back(match))) {
    parties.parties = {context_.party()};
    parties.basis = PartyBasis::kPassage;
  }
  // "That leaves them with 20": they are in the match.
  for (std::int32_t i = match.span.begin; subject && i < match.span.end; ++i) {
    if (!parties.parties.empty() || !parties.free) break;
    if ((view_.roles_at(i) & (kRolePartyAnaphor | kRoleSkip)) == kRolePartyAnaphor)
      parties = party_at(view_.lexicon, context_, *view_.mentions, i);
  }
  // "It is one seat short, with 20": the figure before had to look further back already.
  for (std::size_t i = out_.size(); subject && parties.free && i > view_.first_frame; --i) {
    if (!parties.parties.empty() || out_[i - 1].party == view_.lexicon.noc) break;
    if (out_[i - 1].party != kNone) parties.parties = {out_[i - 1].party};
    parties.basis = PartyBasis::kFigure;
  }
  // "We are the largest party in:", then "Warwick – 14 seats".
  if (parties.parties.empty() && (parties.free || parties.later) && !context_.head().empty() &&
      context_.head().front().party != kNone && follows) {
    parties.parties = {context_.head().front().party};
    parties.basis = PartyBasis::kHeading;
  }
  // "Greens:", and below it "• Gained 74 seats".
  if (parties.parties.empty() && parties.free && context_.item_label() != kNone && follows) {
    parties.parties = {context_.item_label()};
    parties.basis = PartyBasis::kHeading;
  }
  // On a party's own site: "Three seats gained!"
  const bool ours = parties.free && context_.site_party() != kNone;
  if (parties.parties.empty() && ours && follows) {
    parties.parties = {context_.site_party()};
    parties.basis = PartyBasis::kSite;
  }
  // "With 53 of 126 seats, it is still the largest party": who comes.
  const std::int32_t next = match.span.end;
  if (subject && parties.parties.empty() && parties.free && next + 1 < view_.size() &&
      (view_.roles_at(next) & kRoleListMark) != 0 &&
      (view_.roles_at(next + 1) & (kRolePartyAnaphor | kRoleSkip)) == kRolePartyAnaphor)
    parties = party_at(view_.lexicon, context_, *view_.mentions, next + 1);
  // "Seven gains put the party on 55": who is named behind the figure.
  if (subject && parties.parties.empty() && parties.free && view_.opens(match)) {
    PartyRef later = party_further_on(view_.lexicon, context_, *view_.mentions, next);
    // "Four losses, among them the leader's, cut their majority to one"
    if (later.parties.empty() && context_.party() != kNone && is_change(yield.measure) &&
        view_.refers_on(match)) {
      later.parties = {context_.party()};
      later.basis = PartyBasis::kPassage;
    }
    if (!later.parties.empty()) parties = later;
  }
  // "Labour:", and below it lines like "Up from 24 to 34".
  if (parties.parties.empty() && parties.free && context_.section_party() != kNone &&
      match.span.begin == 0 && follows) {
    parties.parties = {context_.section_party()};
    parties.basis = PartyBasis::kHeading;
  }
  // "Luton: Labour hold. Lost three."
  if (parties.parties.empty() && parties.free && subject && match.span.begin == 0 &&
      !view_.has(kRoleRelative) && context_.winner_here() != kNone &&
      context_.winner_here() == context_.lone_party()) {
    parties.parties = {context_.winner_here()};
    parties.basis = PartyBasis::kPassage;
  }
  // "It gives the party a majority of six": of those told of, the one that has one.
  constexpr std::int32_t kOpening = 2;  // mentions before a match that opens its sentence
  const bool gives = match.span.begin <= kOpening ||
                     (view_.roles_at(0) & (kRoleRelative | kRolePartyAnaphor)) != 0;
  const bool vague = parties.parties.empty() ? gives && (parties.basis == PartyBasis::kNoParty ||
                                                         parties.basis == PartyBasis::kNotParty)
                                             : parties.basis == PartyBasis::kPassage;
  if (subject && vague && yield.measure == Measure::kMajority && !view_.names_council() &&
      holder_told() != kNone) {
    parties.parties = {holder_told()};
    parties.basis = PartyBasis::kPassage;
  }
  if (parties.parties.empty()) {
    if (view_.trace != nullptr) explain_drop(match, "no party", basis_name(parties.basis));
    return false;
  }
  if (subject && does_it_to_itself(match, parties)) {
    parties.parties = {context_.party_before()};
    if (context_.party_before() == kNone || does_it_to_itself(match, parties))
      return drop(match, "the party would do it to itself");
    parties.basis = PartyBasis::kPassage;
  }
  const std::size_t values = filling.values.size();
  const bool paired = values == parties.parties.size();
  const bool none = yield.literal && yield.number == 0;  // "Labour and the Greens won nothing"
  if (subject && parties.parties.size() > 1 && !paired && !none && yield.outcome.empty() &&
      !view_.has(kRoleEach) && !view_.shared(parties.at, match.span.begin)) {
    return drop(match, "one figure for several parties");
  }
  if (values > 1 && !paired) return drop(match, "the figures do not pair off with the parties");
  return true;
}

}  // namespace recount
