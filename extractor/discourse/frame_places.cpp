// The second half of filling: where a frame is, what a heading says of it, and which frames cannot
// be.
#include <algorithm>
#include <cmath>
#include <string>
#include <utility>

#include "extractor/discourse/frame_filler.h"

namespace recount {
namespace {

/// A figure that only one council can have, never several together.
bool is_of_chamber(Measure measure) {
  return measure == Measure::kMajority || measure == Measure::kMajorityBefore ||
         measure == Measure::kShortOfMajority || measure == Measure::kCouncilSeats;
}

}  // namespace

void FrameFiller::take_places(std::size_t index, const Yield& yield, Filling& filling) {
  const Match& match = view_.matches[index];
  Frame& frame = filling.frame;
  auto& places = filling.places;
  bool grouped = false;
  if (yield.where == Where::kSlot) {
    visit_slots(match, yield.where_slots, [&](std::int32_t i) {
      const Mention& mention = view_.at(i);
      // "All three are now hung": as many councils as the sentence before named.
      const std::size_t group = view_.group_at(i);
      const auto& told = context_.recent_councils();
      if (group != 0) {
        grouped = true;
        if (group != told.size()) return;
        for (const std::int32_t place : told) places.push_back({PlaceKind::kCouncil, place});
      }
      if (mention.place == kNone) return;
      const bool area = mention.symbol == view_.lexicon.core.area;
      places.push_back({area ? PlaceKind::kArea : PlaceKind::kCouncil, mention.place});
    });
  }
  if (places.size() == 1 && !grouped && frame.measure == Measure::kControl) list_on(match, places);
  if (!places.empty() || grouped) return;
  const Heads heads = match.rule->heads;
  filling.over_list =
      !frame.outcome.empty() && !view_.names_council() &&
      ((heads == Heads::kAlways && (context_.in_heading() || !context_.labelled_place())) ||
       (heads == Heads::kUnplaced && context_.in_heading() && !context_.labelled_place()));
  if (filling.over_list) return;
  const bool tallied = frame.measure == Measure::kSeats || frame.measure == Measure::kSeatsChange ||
                       counts_councils(frame.measure);
  if (yield.who == Who::kLabel && tallied && !context_.labelled_place()) {
    const PlaceRef focus = context_.focus().place;
    places.push_back(focus.kind == PlaceKind::kArea ? focus : context_.all());
    filling.place_basis = PlaceBasis::kPassage;
    return;
  }
  const bool listed = yield.carry && frame.place_kind != PlaceKind::kUnknown;
  const bool largest = frame.measure == Measure::kLargestParty;
  if (!listed && (yield.outcome.empty() || largest) && filling.parties.parties.size() == 1)
    places = locator_.behind(match);
  if (places.size() > 1) {
    filling.place_basis = PlaceBasis::kSeveral;
    if (!largest && !view_.has(kRoleEach)) places = {{PlaceKind::kAll, kNone}};
    return;
  }
  PlaceRef here = locator_.locate(index, frame.measure, filling.place_basis);
  // What the passage is about counts for less than the list that the figure stands in.
  const bool vague = here.kind == PlaceKind::kUnknown || here.kind == PlaceKind::kAll ||
                     filling.place_basis == PlaceBasis::kPassage;
  if (listed && vague) here = {frame.place_kind, frame.place};
  // "The Boston Bypass Independents now have four, Labour two": where else, if nothing tells.
  const bool nowhere = here.kind == PlaceKind::kUnknown || here.kind == PlaceKind::kAll;
  if (nowhere && filling.parties.parties.size() == 1 && !counts_councils(frame.measure)) {
    const std::int32_t home = home_told(filling.parties.parties.front());
    if (home != kNone) {
      here = {PlaceKind::kCouncil, home};
      filling.place_basis = PlaceBasis::kPassage;
    }
  }
  places = {here};
}

/// "took over in Luton, Bury and Hart": of a match that ends with a council the others of its list.
void FrameFiller::list_on(const Match& match, PlaceList& places) const {
  if (!view_.is_council(match.span.end - 1) ||
      view_.at(match.span.end - 1).place != places.front().place)
    return;
  const auto has = [this](std::int32_t i, RoleSet roles) {
    return i < view_.size() && (view_.roles_at(i) & roles) != 0;
  };
  PlaceList more;
  std::int32_t i = match.span.end;
  bool joined = false;
  while (has(i, kRoleListMark | kRoleJoint) && !joined) {
    if (has(i, kRoleListMark) && has(i + 1, kRoleJoint)) ++i;
    joined = has(i, kRoleJoint);
    if (has(i + 1, kRolePlaceAttach)) ++i;
    if (i + 1 >= view_.size() || !view_.is_council(i + 1)) return;
    more.push_back({PlaceKind::kCouncil, view_.at(i + 1).place});
    i += 2;
  }
  // "… and Hart, where …", not "… and Hart fell too"
  if (!joined || (i < view_.size() && !has(i, kRoleListMark | kRoleClauseBreak))) return;
  for (const PlaceRef& place : more) places.push_back(place);
}

/// The council that a party of the sentence has its name from; of the party itself first.
std::int32_t FrameFiller::home_told(std::int32_t party) const {
  const auto& known = view_.lexicon.parties;
  const auto home = [&](std::int32_t p) {
    if (p < 0 || static_cast<std::size_t>(p) >= known.size()) return kNone;  // kNone is negative
    const std::int32_t council = known[static_cast<std::size_t>(p)].home;
    return council != kNone && context_.polled(council) ? council : kNone;
  };
  std::int32_t found = home(party);
  for (std::int32_t i = 0; found == kNone && i < view_.size(); ++i) found = home(view_.at(i).party);
  return found;
}

void FrameFiller::give_out(const Match& match, const Yield& yield, Filling& filling) {
  Frame& frame = filling.frame;
  frame.first_token = view_.at(match.span.begin).first;
  frame.last_token = view_.at(match.span.end - 1).last;
  const PartyRef& parties = filling.parties;
  if (yield.who == Who::kSubject && parties.at >= 0 && match.span.begin - parties.at <= 6) {
    frame.first_token = std::min(frame.first_token, view_.at(parties.at).first);
  }
  frame.partial = frame.outcome.empty() && view_.counts_go_on();
  frame.baseline = view_.here.roles & kBaselines;
  if (frame.baseline == 0 && is_change(frame.measure)) frame.baseline = context_.baseline();
  frame.direction = filling.sign;
  frame.begin = match.span.begin;
  frame.mention = match.span.end;
  for (std::size_t p = 0; p < parties.parties.size(); ++p) {
    frame.party = parties.parties[p];
    if (filling.over_list) {
      view_.note(TraceKind::kFrame, *match.rule, match.span, "said of the councils below");
      frame.party_basis = parties.basis;
      headed_.push_back(frame);
      continue;
    }
    if (yield.who == Who::kLabel && frame.party == kNone) {
      drop(match, "no party: none is named above");
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
    for (const PlaceRef& place : filling.places) place_frame(match, filling, place);
    // "Labour gains: Medway (Conservative), Luton (…)": the brackets behind it take it up.
    if (match.rule->heads != Heads::kNo && yield.where == Where::kSlot && !frame.outcome.empty()) {
      headed_.push_back(frame);
      headed_here_ = true;
    }
  }
}

/// A greater figure is not that council's; `passage` tells that only the passage names it.
double FrameFiller::largest_here(const Frame& frame, std::int32_t council, bool passage) const {
  const EngineSettings& settings = view_.settings;
  const bool ni =
      council != kNone &&
      view_.lexicon.places.places[static_cast<std::size_t>(council)].kind == kNorthernIrish;
  switch (frame.measure) {
    case Measure::kSeatsChange:
      if (ni) return settings.largest_change_ni;
      return passage && frame.bound != Bound::kExact ? settings.largest_rounded
                                                     : settings.largest_change;
    case Measure::kSeats:
    case Measure::kSeatsWon:
    case Measure::kSeatsBefore:
      return ni ? settings.largest_group_ni : settings.largest_group;
    default:
      return settings.largest_council;
  }
}

void FrameFiller::explain_frame(const Match& match, const Filling& filling) const {
  view_.note(TraceKind::kFrame, *match.rule, match.span,
             std::string(measure_name(filling.frame.measure)) +
                 "; party: " + std::string(basis_name(filling.parties.basis)) +
                 "; place: " + std::string(basis_name(filling.place_basis)));
}

void FrameFiller::place_frame(const Match& match, const Filling& filling, PlaceRef place) {
  const Frame& frame = filling.frame;
  // "The Tories seized control in Derbyshire": of a text of no known day.
  const bool tells_council = is_of_chamber(frame.measure) || !frame.outcome.empty();
  if (tells_council && place.kind == PlaceKind::kArea) {
    const std::int32_t council = context_.county_council(place.place);
    if (council != kNone) place = {PlaceKind::kCouncil, council};
  }
  // "60 of the 84", of an article about a county.
  if (place.kind == PlaceKind::kAll && (is_of_chamber(frame.measure) || tells_chamber(match)) &&
      context_.title().kind == PlaceKind::kArea &&
      std::fabs(frame.number) <= view_.settings.largest_council) {
    const std::int32_t council = context_.county_council(context_.title().place);
    if (council != kNone) place = {PlaceKind::kCouncil, council};
  }
  const bool one_council = place.kind == PlaceKind::kCouncil || place.kind == PlaceKind::kUnknown;
  const bool of_area = frame.measure == Measure::kLargestParty && place.kind == PlaceKind::kArea;
  // An outcome of no council that is named or meant ("Labour takes power across the country").
  if (!frame.outcome.empty() && !one_council && !of_area) {
    drop(match, "no council is named or meant");
    return;
  }
  // "Ukip has won its first council": only the posts of a live page tell of one without a name.
  if (!frame.outcome.empty() && place.kind == PlaceKind::kUnknown && !context_.live_page()) {
    drop(match, "nothing tells which council");
    return;
  }
  if (place.place != kNone && !context_.polled(place.place)) {
    drop(match, "no council of its kind was voted on");
    return;
  }
  // "took the seat with a majority of 1,993": a person's, and no national total.
  if (is_of_chamber(frame.measure) && std::fabs(frame.number) > view_.settings.largest_council) {
    drop(match, "no council is that large");
    return;
  }
  if (frame.outcome.empty() && one_council &&
      std::fabs(frame.number) >
          largest_here(frame, place.place, filling.place_basis == PlaceBasis::kPassage)) {
    place = context_.all();
    too_large_ = true;
  }
  // "35 of the 67 seats": what is told beside the size of a chamber is of that, too.
  const bool of_size = place.kind == PlaceKind::kAll && tells_chamber(match);
  if ((is_of_chamber(frame.measure) || of_size) && place.kind != PlaceKind::kCouncil &&
      place.kind != PlaceKind::kUnknown) {
    drop(match, "said of no council");
    return;
  }
  if (view_.trace != nullptr) explain_frame(match, filling);
  Frame placed = frame;
  placed.parties = view_.here.parties;
  placed.party_basis = filling.parties.basis;
  placed.place_basis = filling.place_basis;
  if (placed.place_basis == PlaceBasis::kPassage && context_.is_article(place))
    placed.place_basis = PlaceBasis::kArticle;
  placed.from_passage =
      filling.place_basis == PlaceBasis::kPassage || place.kind == PlaceKind::kUnknown;
  placed.national = view_.has(kRoleNational);
  for (std::int32_t i = match.span.begin; i < match.span.end; ++i)
    placed.counted = placed.counted || ((view_.roles_at(i) & kRoleCounted) != 0 &&
                                        view_.lexicon.symbols[view_.at(i).symbol].sign == 0);
  placed.place_kind = place.kind;
  placed.place = place.place;
  emit(match, placed);
}

/// What the heading above says, of the places in the slot.
void FrameFiller::fill_head(const Match& match, const Yield& yield) {
  std::int32_t party = kNone;  // "GAINS", then "Labour: Medway, Dover"
  visit_slots(match, yield.who_slots, [&](std::int32_t i) { party = view_.at(i).party; });
  visit_slots(match, yield.where_slots, [&](std::int32_t i) {
    if (!view_.is_council(i)) return;
    for (Frame frame : context_.head()) {
      // "GAINED" below another party's line names nobody: its party was but taken up from there.
      const bool taken_up = frame.party_basis == PartyBasis::kHeading;
      const bool open = frame.party == kNone || (party != kNone && taken_up);
      const bool nobody = party != kNone && frame.party == view_.lexicon.noc;
      if (open != (party != kNone) && !nobody) continue;
      if (open) frame.party = party;
      frame.place_kind = PlaceKind::kCouncil;
      frame.place = view_.at(i).place;
      frame.sentence = view_.index;
      frame.first_token = view_.at(i).first;
      frame.last_token = view_.at(i).last;
      frame.mention = match.span.end;
      frame.party_basis = PartyBasis::kHeading;
      frame.place_basis = PlaceBasis::kMatch;
      frame.partial = frame.outcome.empty() && (frame.partial || view_.counts_go_on());
      view_.note(TraceKind::kFrame, *match.rule, match.span, "the heading above says it");
      emit(match, frame);
    }
    context_.use_head();
  });
}

void FrameFiller::emit(const Match& match, const Frame& frame) {
  if (frame.outcome.empty()) {
    const bool percent = is_percent(frame.measure);
    const char* why = nullptr;
    if (!percent && std::fabs(frame.number) > view_.settings.largest_total)
      why = "not all councils together are that large";
    else if (!percent && frame.number != std::floor(frame.number))
      why = "no whole number";
    else if (percent && (frame.number < 0 || frame.number > 100))
      why = "no percentage";
    // "took 21 of the 28 seats", where 28 were contested.
    const auto contested = [&frame](const Frame& told) {
      return told.measure == Measure::kSeatsContested && told.place == frame.place &&
             told.number == frame.number;
    };
    if (frame.measure == Measure::kCouncilSeats && std::any_of(out_.begin(), out_.end(), contested))
      why = "so many were contested";
    if (why != nullptr) {
      drop(match, why);
      return;
    }
  }
  out_.push_back(frame);
}

}  // namespace recount
