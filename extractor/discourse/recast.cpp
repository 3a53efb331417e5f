#include "extractor/discourse/recast.h"

#include <algorithm>
#include <utility>

namespace recount {
namespace {

/// Whether a figure that begins behind `left` has no verb of its own: "…, with one Lib Dem".
bool verbless(const SentenceView& view, std::int32_t left, const Match& match) {
  for (std::int32_t i = left; i < match.span.end; ++i) {
    const bool anaphor = (view.roles_at(i) & kStandsForParty) != 0;
    if (anaphor || (view.roles_at(i) & (kRoleAuxiliary | kRoleGoverned | kRoleDefeat)) != 0)
      return false;
  }
  return true;
}

/// Whether what stands at `i` can follow a phrase of time that goes with the whole clause.
bool clause_follows(const SentenceView& view, std::int32_t i) {
  if (i >= view.size()) return false;
  const Mention& mention = view.at(i);
  const bool party = mention.symbol == view.lexicon.core.party;
  // "previously Labour, the council …"
  // "formerly Labour Luton"
  if (party)
    return i + 1 < view.size() && !view.is_council(i + 1) &&
           (view.roles_at(i + 1) & (kRoleListMark | kRoleCouncilAnaphor)) == 0;
  // "Before the election the 59-member council …"
  if (mention.has_value && i + 1 < view.size() && (view.roles_at(i + 1) & kRoleCounted) != 0)
    return true;
  return view.is_council(i) || (view.roles_at(i) & (kStandsForParty | kRoleCouncilAnaphor |
                                                    kRoleAuxiliary | kRoleListMark)) != 0;
}

}  // namespace

bool as_before_the_vote(Frame& frame) {
  switch (frame.measure) {
    case Measure::kSeats:
    case Measure::kSeatsWon:
      frame.measure = Measure::kSeatsBefore;
      return true;
    case Measure::kMajority:
      frame.measure = Measure::kMajorityBefore;
      return true;
    case Measure::kControl:
      if (frame.outcome != "now" && frame.outcome != "hold") return false;
      frame.measure = Measure::kControlBefore;
      frame.outcome = "now";
      return true;
    case Measure::kSeatsBefore:
    case Measure::kMajorityBefore:
    case Measure::kControlBefore:
    case Measure::kCouncilSeats:
    case Measure::kSeatsContested:
      return true;
    default:
      return false;
  }
}

bool told_before_the_vote(const SentenceView& view, std::size_t index, Measure measure) {
  if (!view.has(kRolePrior)) return false;
  const Match& match = view.matches[index];
  const auto has = [&view](std::int32_t i, RoleSet roles) {
    return (view.roles_at(i) & roles) != 0;
  };
  // "… 16 councillors on the council before the vote"
  std::int32_t i = match.span.end;
  while (i < view.size() && (view.is_council(i) || has(i, kRolePlaceAttach | kRoleCouncilAnaphor)))
    ++i;
  constexpr RoleSet kEnd =
      kRoleListMark | kRoleJoint | kRoleClauseBreak | kRolePlaceAttach | kRoleRelative | kRoleCell;
  const bool ends = i + 1 >= view.size() || has(i + 1, kEnd);
  if (i < view.size() && has(i, kRolePrior) && ends) return true;
  // "… won 16 last time": then it is the last word of the match.
  const std::int32_t last = match.span.end - 1;
  const bool gained = measure == Measure::kSeatsWon || measure == Measure::kSeatsChange;
  if (gained && last > match.span.begin && has(last, kRolePrior) &&
      (view.at(last - 1).has_value || has(last - 1, kRoleCounted)))
    return true;
  // "… which previously had 16 councillors"
  std::int32_t left = 0;
  for (std::size_t k = 0; k < index; ++k) {
    const std::int32_t end = view.matches[k].span.end;
    if (end <= match.span.begin) left = std::max(left, end);
  }
  constexpr RoleSet kParted = kRoleClauseBreak | kRoleListMark | kRoleRelative;
  for (i = match.span.begin - 1; i >= left && !has(i, kParted); --i) {
    if (has(i, kRolePrior)) return i + 1 == match.span.begin || clause_follows(view, i + 1);
  }
  // "Before polling it was 34-18 the other way, with two independents"
  std::int32_t told = 0;  // the end of what was told of parties
  for (std::size_t k = 0; k < index; ++k) {
    const Span& before = view.matches[k].span;
    for (i = before.begin; i < before.end && before.end <= match.span.begin; ++i) {
      if (view.at(i).party != kNone) told = std::max(told, before.end);
    }
  }
  if (told > 1 && !verbless(view, told, match)) return false;
  std::int32_t first = 0;
  const auto opens = [&](std::int32_t at) {
    return has(at, kRoleJoint | kRoleClauseBreak | kRoleRelative) ||
           view.at(at).symbol == view.lexicon.core.word;
  };
  while (first < 2 && first + 1 < view.size() && opens(first)) ++first;
  if (!has(first, kRolePrior) || first >= match.span.begin || !clause_follows(view, first + 1))
    return false;
  for (i = first + 1; i < match.span.begin; ++i) {
    if (has(i, kRoleClauseBreak)) return false;
  }
  return true;
}

bool counts_on_councils(const SentenceView& view, const Context& context, const Match& match,
                        const std::vector<Frame>& frames) {
  for (std::int32_t i = match.span.begin; i < match.span.end; ++i) {
    const SymbolClass& symbol = view.lexicon.symbols[view.at(i).symbol];
    if ((symbol.roles & kRoleCounted) != 0 && symbol.sign == 0) return false;
    if (view.at(i).has_value && view.at(i).value > view.settings.largest_council) return false;
  }
  for (std::size_t i = frames.size(); i > view.first_frame; --i) {
    const Frame& before = frames[i - 1];
    // A rule that tells of both councils and seats knows which is which.
    if (before.rule == match.rule && before.begin == match.span.begin) {
      const auto& yields = match.rule->yields;
      return counts_councils(before.measure) &&
             std::none_of(yields.begin(), yields.end(),
                          [](const Yield& yield) { return counts_councils(yield.measure); });
    }
    if (before.outcome.empty()) return view.counts_on(match, before);
  }
  if (!context.counted_councils() || context.in_heading()) return false;
  for (std::int32_t i = 0; i < view.size(); ++i) {
    if (view.is_council(i) || (view.roles_at(i) & kRoleCouncilAnaphor) != 0) return false;
  }
  return true;
}

bool as_councils(Frame& frame) {
  switch (frame.measure) {
    case Measure::kSeats:
    case Measure::kSeatsWon:
      frame.measure = Measure::kCouncils;
      return true;
    case Measure::kSeatsChange:
      frame.measure = Measure::kCouncilsChange;
      return true;
    default:
      return frame.measure != Measure::kSeatsBefore;
  }
}

const Frame* leading_figure(const SentenceView& view, const Match& match,
                            const std::vector<Frame>& frames) {
  const Frame* lead = nullptr;
  const bool resumes = view.resumes(match);
  const auto party_since = [&view](std::int32_t begin, std::int32_t end) {
    for (std::int32_t i = begin; i < end; ++i) {
      if (view.at(i).party != kNone) return true;
    }
    return false;
  };
  for (std::size_t i = view.first_frame; i < frames.size(); ++i) {
    const Frame& frame = frames[i];
    if (!frame.carries || !frame.outcome.empty() || !needs_party(frame.measure)) continue;
    if (resumes && view.in_relative_clause(frame.begin)) continue;
    // Of "33 (+9)" the first figure leads, not the change behind it.
    if (lead != nullptr && lead->rule == frame.rule && lead->mention == frame.mention) {
      // "from eight to five": what is now.
      if (lead->measure == Measure::kSeatsBefore && frame.measure == Measure::kSeats) lead = &frame;
      continue;
    }
    // "won 24 seats, an increase of 14, and the Greens 17": the change is told aside.
    if (lead != nullptr && lead->party == frame.party && is_change(frame.measure) &&
        !is_change(lead->measure) && !party_since(lead->mention, frame.begin))
      continue;
    lead = &frame;
  }
  return lead;
}

const Frame* last_told(std::span<const Frame> frames, std::uint32_t sentence, bool of_party) {
  constexpr std::uint32_t kJustBefore = 2;  // sentences back
  for (std::size_t i = frames.size(); i > 0; --i) {
    const Frame& frame = frames[i - 1];
    if (frame.sentence + kJustBefore < sentence) break;
    if (!of_party || frame.party != kNone) return &frame;
  }
  return nullptr;
}

std::string_view outcome_told(const Frame* told) {
  if (told == nullptr) return {};
  if (told->measure == Measure::kCouncils) return outcome_named("now");
  if (told->measure != Measure::kCouncilsChange || told->number == 0) return {};
  return outcome_named(told->number > 0 ? "gain" : "loss");
}

void settle_losses(const SentenceView& view, std::vector<Frame>& frames) {
  std::vector<std::pair<std::int32_t, std::int32_t>> lost;  // party and place
  for (std::size_t i = view.first_frame; i < frames.size(); ++i) {
    if (frames[i].measure == Measure::kControl && frames[i].outcome == "loss")
      lost.emplace_back(frames[i].party, frames[i].place);
  }
  if (lost.empty()) return;
  const auto first = frames.begin() + static_cast<std::ptrdiff_t>(view.first_frame);
  const auto implied = [&lost](const Frame& had) {
    return had.measure == Measure::kControlBefore &&
           std::find(lost.begin(), lost.end(), std::pair(had.party, had.place)) != lost.end();
  };
  frames.erase(std::remove_if(first, frames.end(), implied), frames.end());
}

void settle_winners(const SentenceView& view, std::vector<Frame>& frames) {
  const auto first = frames.begin() + static_cast<std::ptrdiff_t>(view.first_frame);
  const auto moved = [&](const Frame& won, std::int32_t party) {
    double change = 0;
    for (auto frame = first; frame != frames.end(); ++frame) {
      if (frame->measure == Measure::kSeatsChange && frame->party == party &&
          frame->place == won.place)
        change += frame->number;
    }
    return change;
  };
  const auto contradicted = [&](Frame& won) {
    if (won.measure != Measure::kControl || won.outcome != "gain") return false;
    if (won.party == view.lexicon.noc || moved(won, won.party) >= 0) return false;
    std::int32_t gainer = kNone;
    bool several = false;
    for (auto frame = first; frame != frames.end(); ++frame) {
      if (frame->party == kNone || moved(won, frame->party) <= 0) continue;
      several = several || (gainer != kNone && gainer != frame->party);
      gainer = frame->party;
    }
    if (gainer == kNone || several) return true;
    won.party = gainer;
    return false;
  };
  const auto last = std::find_if(first, frames.end(), contradicted);
  if (last != frames.end()) frames.erase(last);
}

void settle_former(const SentenceView& view, std::vector<Frame>& frames) {
  if (!view.has(kRoleRelative)) return;
  const auto first = frames.begin() + static_cast<std::ptrdiff_t>(view.first_frame);
  const auto same = [](const Frame& a, const Frame& b) {
    return a.party == b.party && a.place == b.place && a.place_kind == b.place_kind;
  };
  std::vector<Frame> former;
  for (auto frame = first; frame != frames.end(); ++frame) {
    const bool state = frame->measure == Measure::kSeats || frame->measure == Measure::kMajority;
    if (!state || !view.in_relative_clause(frame->begin)) continue;
    const bool told_now = std::any_of(frame + 1, frames.end(), [&](const Frame& now) {
      return now.measure == frame->measure && same(now, *frame) && now.number != frame->number &&
             view.resumed_at(now.begin);
    });
    if (!told_now) continue;
    former.push_back(*frame);
    as_before_the_vote(*frame);
  }
  if (former.empty()) return;
  frames.erase(std::remove_if(first, frames.end(),
                              [&](const Frame& frame) {
                                return frame.measure == Measure::kLargestParty &&
                                       same(frame, former.front()) &&
                                       frame.begin <= former.front().begin &&
                                       view.in_relative_clause(frame.begin);
                              }),
               frames.end());
}

void settle_totals(const SentenceView& view, bool too_large, Context& context,
                   std::vector<Frame>& frames) {
  const auto first = frames.begin() + static_cast<std::ptrdiff_t>(view.first_frame);
  // "The DUP has 122 seats, Sinn Fein 105": more than fit into the council told before.
  double seats = 0, won = 0, before = 0;
  for (auto frame = first; frame != frames.end(); ++frame) {
    if (!frame->from_passage || frame->place_kind != PlaceKind::kCouncil) continue;
    if (frame->measure == Measure::kSeats) seats += frame->number;
    if (frame->measure == Measure::kSeatsWon) won += frame->number;
    if (frame->measure == Measure::kSeatsBefore) before += frame->number;
  }
  too_large = too_large || std::max({seats, won, before}) > view.settings.largest_council;
  const auto tally = std::find_if(
      first, frames.end(), [](const Frame& frame) { return counts_councils(frame.measure); });
  if (tally != frames.end()) {
    const PlaceRef place = {tally->place_kind, tally->place};
    for (auto frame = first; frame != frames.end(); ++frame) {
      if (!frame->outcome.empty() || !frame->from_passage) continue;
      frame->place_kind = place.kind;
      frame->place = place.place;
    }
  }
  if (too_large) context.note_tally();
  if (!context.in_tally()) return;
  const bool named = view.names_council();
  if (named && !too_large) return;
  if (!too_large && context.place_in_block()) return;
  const bool tally_here = too_large || context.tally_in_block();
  bool converted = false;
  for (auto frame = first; frame != frames.end(); ++frame) {
    const bool one = frame->place_kind == PlaceKind::kCouncil ||
                     (tally_here && frame->place_kind == PlaceKind::kUnknown);
    if (!frame->outcome.empty() || !one) continue;
    if (named && !frame->from_passage) continue;
    frame->place_kind = context.all().kind;
    frame->place = context.all().place;
    converted = true;
  }
  // The tally goes on in the lines next to this one.
  if (converted) context.note_tally();
}

void settle_running(std::vector<Frame>& frames) {
  bool running = false;
  for (Frame& frame : frames) {
    const bool wide = frame.place_kind == PlaceKind::kAll ||
                      (frame.place_kind == PlaceKind::kArea && frame.place != kNone);
    const bool total = counts_councils(frame.measure) || frame.measure == Measure::kSeats ||
                       frame.measure == Measure::kSeatsChange;
    if (!wide || !total) continue;
    running = running || frame.partial;
    frame.partial = running;
  }
}

void settle_counties(Context& context, std::vector<Frame>& frames) {
  const ToldList told = context.told_counties();
  if (told.empty()) return;
  for (Frame& frame : frames) {
    const bool of_county = frame.place_kind == PlaceKind::kArea && !counts_councils(frame.measure);
    if (!of_county || std::find(told.begin(), told.end(), frame.place) == told.end()) continue;
    frame.place = context.county_council(frame.place);
    frame.place_kind = PlaceKind::kCouncil;
  }
}

}  // namespace recount
