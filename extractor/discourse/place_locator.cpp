// Method: the nearest council wins, where "near" is first the match, then the words since the match
// before it, then what a preposition attaches behind it; then the rest of the sentence; and last
// the passage, by way of the context.
#include "extractor/discourse/place_locator.h"

#include <algorithm>

#include "extractor/discourse/recast.h"

namespace recount {

/// An area counts where a preposition attaches it or where it opens a line ("SCOTLAND: SNP 421").
bool PlaceLocator::is_area(std::int32_t i) const {
  const Mention& mention = view_.at(i);
  const Symbol area = view_.lexicon.core.area;
  if (mention.symbol != area || mention.place == kNone) return false;
  // "in England and Scotland", "in the Midlands and the northern towns": in neither of them.
  const auto joined = [&](std::int32_t joint, std::int32_t other) {
    return other >= 0 && other < view_.size() && (view_.roles_at(joint) & kRoleJoint) != 0 &&
           (view_.at(other).symbol == area ||
            (other > i && view_.at(other).symbol == view_.lexicon.core.word));
  };
  if (joined(i + 1, i + 2) || joined(i - 1, i - 2)) return false;
  if (i == 0)
    return view_.size() > 1 && (view_.roles_at(1) & (kRoleListMark | kRoleFigureLead)) != 0;
  // "in the Kent mill town": a name between an article and a noun is no place of its own.
  const bool adjective = view_.at(i - 1).last < mention.first && i + 1 < view_.size() &&
                         view_.at(i + 1).symbol == view_.lexicon.core.word &&
                         view_.at(i + 1).first == mention.last;
  // "in Surrey's smallest district": a part of it.
  const bool owner = i + 2 < view_.size() && view_.at(i + 1).first == mention.last &&
                     (view_.roles_at(i + 1) & kRoleNounInner) != 0 &&
                     view_.at(i + 2).symbol == view_.lexicon.core.word;
  return (view_.roles_at(i - 1) & kRolePlaceAttach) != 0 && !adjective && !owner;
}

/// "Labour, beaten in Thanet and Dover, has five": what did not poll tells of no figure.
bool PlaceLocator::is_council(std::int32_t i) const {
  return view_.is_council(i) && context_.polled(view_.at(i).place);
}

/// Where the words behind a match begin: with the mark ("with 20;") or the preposition ("gained two
/// in") that ends it, if it took one.
std::int32_t PlaceLocator::open_end(const Match& match) const {
  const std::int32_t end = match.span.end;
  const bool took = end > match.span.begin &&
                    (view_.roles_at(end - 1) & (kRoleClauseBreak | kRolePlaceAttach)) != 0;
  return took ? end - 1 : end;
}

/// Whether at `i` something of its own begins: "and is …", ", two of them …".
bool PlaceLocator::parted_at(std::int32_t i) const {
  if (i + 1 >= view_.size()) return false;
  if ((view_.roles_at(i) & kRoleJoint) != 0 && (view_.roles_at(i + 1) & kRoleAuxiliary) != 0)
    return true;
  return (view_.roles_at(i) & kRoleListMark) != 0 && view_.at(i + 1).has_value;
}

PlaceLocator::Clues PlaceLocator::clause(const Match& match, std::int32_t left, std::int32_t right,
                                         bool councils, bool close) const {
  Clues clues;
  PlaceRef wide;
  bool where = false;   // a relative stands between here and the match
  bool listed = false;  // a list mark does
  const auto look = [&](std::int32_t i, bool attached, PlaceBasis basis) {
    // "lost one in Royston", "South Lakeland, where they have 14": a part of what the county has.
    const bool part = basis == PlaceBasis::kAfter ? !listed : where;
    if (councils && attached && (part ? view_.is_council(i) : is_council(i))) {
      clues.place = {PlaceKind::kCouncil, view_.at(i).place};
      clues.basis = basis;
      return true;
    }
    if (wide.place == kNone && is_area(i)) wide = {PlaceKind::kArea, view_.at(i).place};
    if (councils && (view_.roles_at(i) & kRoleCouncilAnaphor) != 0) clues.anaphor = true;
    return false;
  };
  for (std::int32_t i = match.span.begin; i < match.span.end; ++i) {
    // "the number of councillors in Luton was cut to 48", as one mention
    const bool within = view_.at(i).has_value && view_.at(i).place != kNone;
    if (within && councils && context_.polled(view_.at(i).place)) {
      clues.place = {PlaceKind::kCouncil, view_.at(i).place};
      clues.basis = PlaceBasis::kMatch;
      return clues;
    }
    if (look(i, true, PlaceBasis::kMatch)) return clues;
  }
  // "30 of Enfield's 63 councillors", where Enfield did not poll: no other council's.
  for (std::int32_t i = match.span.begin; councils && i < match.span.end; ++i) {
    if (!view_.is_council(i)) continue;
    clues.place = {PlaceKind::kCouncil, view_.at(i).place};
    clues.basis = PlaceBasis::kMatch;
    return clues;
  }
  // "… and Bury, but lost 13 in Luton": right behind the figure is nearer than another clause.
  const std::int32_t behind = open_end(match) + 1;
  const bool attached = behind < right && (view_.roles_at(behind - 1) & kRolePlaceAttach) != 0 &&
                        view_.is_council(behind);
  bool parted = false;
  for (std::int32_t i = match.span.begin - 1; i >= left; --i) {
    where = where || (view_.roles_at(i) & kRoleRelative) != 0;
    parted = parted || (view_.roles_at(i) & (kRoleClauseBreak | kRoleListMark | kRoleJoint)) != 0;
    if (attached && parted && look(behind, true, PlaceBasis::kAfter)) return clues;
    if (look(i, true, PlaceBasis::kBefore)) {
      clues.behind = true;
      return clues;
    }
  }
  bool figure = false;
  for (std::int32_t i = match.span.begin; i < match.span.end; ++i)
    figure = figure || view_.at(i).has_value;
  listed = open_end(match) > 0 && (view_.roles_at(open_end(match) - 1) & kRoleListMark) != 0;
  for (std::int32_t i = open_end(match); i < right; ++i) {
    if ((view_.roles_at(i) & kRoleClauseBreak) != 0) break;
    // "gained 13 seats and is now the second group in Luton": of another predicate.
    if ((view_.roles_at(i) & kRoleJoint) != 0 && i + 1 < right &&
        (view_.roles_at(i + 1) & kRoleAuxiliary) != 0)
      break;
    const bool mark = (view_.roles_at(i) & kRoleListMark) != 0;
    // "are still three short, and in Colchester we are …": a clause of its own
    if (listed && (view_.roles_at(i) & kRoleJoint) != 0) break;
    listed = listed || mark;
    if (close && mark) break;
    // "lost four councils, two of them in the north": the place belongs to the second figure.
    if (figure && view_.at(i).symbol == view_.lexicon.core.number) break;
    const RoleSet lead = i > 0 ? view_.roles_at(i - 1) : 0;
    // Right behind the match "of" attaches as well: "no party has control of Swale".
    const bool next =
        i == match.span.end + 1 && (lead & kRolePlaceLead) != 0 && (lead & kRoleOblique) == 0;
    // "control of a new authority, Central Bedfordshire, where …"
    const bool apposed = i >= 2 && (lead & kRoleListMark) != 0 &&
                         (view_.roles_at(i - 2) & kRoleCouncilAnaphor) != 0 &&
                         i + 1 < view_.size() && (view_.roles_at(i + 1) & kRoleListMark) != 0;
    if (listed && lies_in(i)) break;
    if (look(i, next || apposed || (lead & kRolePlaceAttach) != 0, PlaceBasis::kAfter))
      return clues;
  }
  if (!clues.anaphor && wide.place != kNone) {
    clues.place = wide;
    clues.basis = PlaceBasis::kArea;
  }
  return clues;
}

/// The council named behind `match` before the clause ends: "With 22 seats Labour keeps Luton".
std::int32_t PlaceLocator::further_on(const Match& match) const {
  constexpr RoleSet kBreak = kRoleClauseBreak | kRoleListMark | kRoleJoint | kRoleRelative;
  for (std::int32_t i = open_end(match); i < view_.size(); ++i) {
    if ((view_.roles_at(i) & kBreak) != 0) break;
    if (is_council(i)) return view_.at(i).place;
  }
  return kNone;
}

PlaceLocator::Clues PlaceLocator::sentence(const Match& match, std::int32_t left,
                                           std::int32_t right, bool councils, Measure measure,
                                           const Clues& clues) const {
  Clues found = clues;
  const auto settle = [&found](PlaceKind kind, std::int32_t place, PlaceBasis basis) {
    found.place = {kind, place};
    found.basis = basis;
    return found;
  };
  // "… in Lewes, where they run the council": then the council told before is meant, and no area.
  const std::int32_t start = clues.anaphor ? match.span.begin : left;
  // "The council, one of the safest in Britain, … the Tories lost two, leaving them 14"
  for (std::int32_t i = 0; councils && i < start; ++i)
    found.anaphor = found.anaphor || (view_.roles_at(i) & kRoleCouncilAnaphor) != 0;
  bool broken = false;
  for (std::int32_t i = start; i < match.span.begin; ++i)
    broken = broken || (view_.roles_at(i) & kRoleClauseBreak) != 0;
  for (std::int32_t i = start - 1; i >= 0; --i) {
    broken = broken || (view_.roles_at(i) & kRoleClauseBreak) != 0;
    if (councils && is_council(i)) {
      // "lost Hart but took two seats to gain Winchester"
      const std::int32_t next = broken ? further_on(match) : kNone;
      if (next != kNone) return settle(PlaceKind::kCouncil, next, PlaceBasis::kSentence);
      found.behind = true;
      return settle(PlaceKind::kCouncil, view_.at(i).place, PlaceBasis::kSentence);
    }
    if (!found.anaphor && is_area(i))
      return settle(PlaceKind::kArea, view_.at(i).place, PlaceBasis::kArea);
  }
  // "took a council for the first time, winning Lewes": then it is named further on.
  if ((clues.anaphor && context_.focus().known) || !councils) return found;
  if (const std::int32_t next = further_on(match); next != kNone)
    return settle(PlaceKind::kCouncil, next, PlaceBasis::kSentence);
  // "Labour, previously on 22, has 17 seats in Bury": one place, no other can be meant. What the
  // passage is about is left for it only by a new paragraph that joins it to a figure.
  const Context::Focus focus = context_.focus();
  if (focus.known && (focus.distance == 0 || focus.place.kind != PlaceKind::kCouncil)) return found;
  if (measure == Measure::kTurnout && (focus.known || context_.many_councils())) return found;
  std::int32_t only = kNone;
  for (std::int32_t i = open_end(match); i < view_.size(); ++i) {
    const bool broken_here = focus.known && (view_.roles_at(i) & kRoleClauseBreak) != 0;
    if (i < right && (broken_here || parted_at(i))) return found;
    if (!is_council(i)) continue;
    if (lies_in(i)) return found;
    const bool attached = i > 0 && (view_.roles_at(i - 1) & kRolePlaceAttach) != 0;
    if ((focus.known || context_.live_page()) && !attached && !clues.anaphor) return found;
    if (only != kNone && only != view_.at(i).place) return found;
    only = view_.at(i).place;
  }
  return only == kNone ? found : settle(PlaceKind::kCouncil, only, PlaceBasis::kSentence);
}

PlaceRef PlaceLocator::passage(Measure measure, bool anaphor, PlaceBasis& basis) const {
  constexpr int kNear = 3;  // paragraphs for which a share may be of the council told before
  Context::Focus focus = context_.focus();
  // A turnout told on its own is that of what the article is about.
  const bool there = anaphor && focus.known && focus.place.kind == PlaceKind::kCouncil &&
                     context_.main().place == kNone;
  // "Medway", and below it "Turnout was 33%", of an article about an area.
  const bool told = focus.known && focus.place.kind == PlaceKind::kCouncil && focus.distance <= 1 &&
                    context_.title().kind != PlaceKind::kCouncil && context_.labelled_place();
  if (measure == Measure::kTurnout && (focus.distance > 0 || !focus.known) && !there && !told &&
      !context_.in_heading()) {
    // "Labour lose Luton", above an article about the councils of England
    const bool one_of_many = context_.title().kind == PlaceKind::kCouncil &&
                             context_.many_councils() && context_.main().place == kNone &&
                             context_.subject().place == kNone && context_.wide().place != kNone;
    if (one_of_many)
      focus = {context_.wide(), true};
    else if (context_.title().place != kNone)
      focus = {context_.title(), true};
    else if (context_.main().place != kNone)
      focus = {context_.main(), true};
    else if (context_.told().place != kNone && !context_.live_page())
      focus = {context_.told(), true};
    else if (context_.many_councils())
      focus = {};
  }
  if (!anaphor && !is_outcome(measure) && context_.spread().place != kNone)
    focus = {context_.spread(), true};
  const bool told_of_subject =
      focus.known && focus.place == context_.subject() && focus.distance <= kNear;
  // Named only further on.
  if (!focus.known && context_.sole().place != kNone) focus = {context_.sole(), true};
  if (!focus.known && context_.subject().place != kNone) focus = {context_.subject(), true};
  const bool share = is_percent(measure);
  // "Labour 31,204 41%": a row of the council's table.
  const bool row = context_.in_heading() && view_.at(0).symbol == view_.lexicon.core.party;
  // The whole article is about one council.
  const bool subject = focus.place.kind == PlaceKind::kCouncil &&
                       (told_of_subject ||
                        (focus.place == context_.main() &&
                         (context_.title().place == kNone || context_.title() == context_.main())));
  const bool national = view_.has(kRoleNational) || (context_.nationwide() && !anaphor) ||
                        (share && !anaphor && !row && !subject &&
                         focus.distance > (measure == Measure::kVoteShare ? 0 : kNear));
  const bool fits =
      focus.place.kind == PlaceKind::kArea ? !anaphor : !counts_councils(measure) && !national;
  // A region has none of its own but where it is told.
  const bool part =
      measure == Measure::kTurnout && focus.place.kind == PlaceKind::kArea &&
      view_.lexicon.places.places[static_cast<std::size_t>(focus.place.place)].is_region();
  if (focus.known && fits && !part) {
    basis = PlaceBasis::kPassage;
    return focus.place;
  }
  basis = PlaceBasis::kNothing;
  const bool all = counts_councils(measure) || share || national ||
                   (!anaphor && !context_.live_page() && !context_.one_unnamed());
  return {all ? PlaceKind::kAll : PlaceKind::kUnknown, kNone};
}

PlaceRef PlaceLocator::locate(std::size_t index, Measure measure, PlaceBasis& basis) const {
  const auto& matches = view_.matches;
  const Match& match = matches[index];
  std::int32_t left = 0, right = view_.size();
  for (std::size_t i = 0; i < index; ++i)
    left = std::max(left, std::min(matches[i].span.end, match.span.begin));
  for (std::size_t i = index + 1; i < matches.size(); ++i) {
    if (matches[i].span.begin >= match.span.end) {
      right = matches[i].span.begin;
      break;
    }
  }
  const bool summed = sums(match);
  const bool councils = !summed && !counts_councils(measure);
  Clues clues = clause(match, left, right, councils, measure == Measure::kTurnout);
  if (summed || (clues.place.place == kNone && told_of_several(match))) {
    basis = PlaceBasis::kSeveral;
    return clues.place.place != kNone ? clues.place : PlaceRef{PlaceKind::kAll, kNone};
  }
  if (clues.place.place == kNone && councils && has_part_elsewhere(match)) {
    basis = PlaceBasis::kSeveral;
    return context_.all();
  }
  // Turnouts are told of wards as well.
  if (clues.place.place == kNone && councils && measure != Measure::kTurnout &&
      !view_.names_council() && context_.last_council() != kNone &&
      view_.points_back(left, right)) {
    basis = PlaceBasis::kPassage;
    return {PlaceKind::kCouncil, context_.last_council()};
  }
  if (clues.place.place == kNone) clues = sentence(match, left, right, councils, measure, clues);
  if (clues.place.place == kNone) return passage(measure, clues.anaphor, basis);
  // "gained Herefordshire and became the largest in Telford"
  if (clues.place.kind == PlaceKind::kCouncil && clues.behind && view_.names_elsewhere(match)) {
    basis = PlaceBasis::kNothing;
    return {PlaceKind::kUnknown, kNone};
  }
  if (!is_outcome(measure) && clues.place.kind == PlaceKind::kCouncil && clues.behind &&
      ends_list(match)) {
    basis = PlaceBasis::kSeveral;
    return {context_.live_page() ? PlaceKind::kUnknown : PlaceKind::kAll, kNone};
  }
  basis = clues.basis;
  return clues.place;
}

PlaceList PlaceLocator::behind(const Match& match) const {
  PlaceList out;
  const auto has = [this](std::int32_t i, RoleSet roles) {
    return (view_.roles_at(i) & roles) != 0;
  };
  std::int32_t i = match.span.end;
  if (has(i - 1, kRolePlaceAttach)) --i;  // the match may end with it ("the largest party in")
  if (i < view_.size() && has(i, kRoleEach)) ++i;
  if (i >= view_.size() || !has(i, kRolePlaceAttach)) return out;
  for (++i; i < view_.size(); ++i) {
    // "the largest in Bolton, and in Bury it is …": a clause of its own.
    constexpr RoleSet kOn = kRoleJoint | kRoleListMark | kRoleClauseBreak | kRoleRelative;
    if (!out.empty() && i + 1 < view_.size() &&
        !has(i + 1, kOn | kRoleOblique | kRolePlaceAttach) && view_.is_council(i))
      break;
    if (view_.is_council(i)) {
      out.push_back({PlaceKind::kCouncil, view_.at(i).place});
    } else if (!has(i, kRoleJoint | kRoleListMark | kRolePlaceAttach) ||
               (i + 1 < view_.size() && !has(i + 1, kRoleJoint | kRolePlaceAttach) &&
                view_.at(i + 1).symbol != view_.lexicon.core.council)) {
      break;
    }
  }
  return out;
}

}  // namespace recount
