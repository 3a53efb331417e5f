// The second half of the context: what a sentence leaves for those after it.
#include <algorithm>

#include "extractor/discourse/anaphora.h"
#include "extractor/discourse/context.h"

namespace recount {
namespace {

constexpr std::size_t kItemMentions = 5;  // a shorter item may head the items below

}  // namespace

void Context::leave(const std::vector<Mention>& mentions, const Survey& here,
                    std::span<const Frame> frames) {
  // "In Exeter Labour kept three seats", of a county: the passage is still about the county.
  const bool any_council =
      here.council.place != kNone &&
      std::any_of(mentions.begin(), mentions.end(), [this](const Mention& m) {
        return m.symbol == lexicon_.core.council && m.place != kNone && polled(m.place);
      });
  // "Changes below are against notional results."
  if (frames.empty() && (here.roles & kRoleColumnChange) != 0 && (here.roles & kBaselines) != 0)
    baseline_ = here.roles & kBaselines;
  // Another heading; a name that is not quite right is none.
  if (head_here_ || (in_heading_ && !in_item_ && !head_fresh_ && here.figures == 0 && !any_council))
    set_head({}, false);
  if ((here.roles & kRoleSpeech) != 0) {
    const std::int32_t speaker = speaker_told(lexicon_, *this, mentions);
    if (speaker != kNone || (here.roles & kRoleSubjectStop) != 0) {
      speaker_ = speaker;
      speaker_block_ = block_;
    }
  }
  if (here.councils > 0 || in_heading_) {
    spread_end_ = nationwide_block_ = 0;
  } else if (here.area.place != kNone && !here.many_areas && mentions.size() > 1 &&
             lexicon_.symbols.has(mentions.front().symbol, kRolePlaceAttach) &&
             mentions[1].symbol == lexicon_.core.area) {
    spread_ = here.area;
    spread_end_ = block_ + (frames.empty() ? 1 : 2);
  }
  if (here.councils == 0 && mentions.size() > 1 &&
      lexicon_.symbols.has(mentions.front().symbol, kRoleNational) &&
      (lexicon_.symbols.has(mentions[1].symbol, kRoleListMark) || mentions[1].party != kNone))
    nationwide_block_ = block_ + 1;
  // Most sentences name nothing and nobody.
  if (caption_ || (frames.empty() && !any_council && !here.has_party)) return;
  if (here.quoted && party_ == kNone) party_ = speaker_in(lexicon_, mentions);
  if (here.quoted && !here.many_councils && recent_.place != kNone) return;
  leave_places(mentions, here, frames, any_council);
  if (!here.quoted) leave_parties(mentions, here, frames);
}

/// A council in a list under a heading is none that the lines below are about.
bool Context::about_one() const {
  return main_.place != kNone || subject_.place != kNone || title_.kind == PlaceKind::kCouncil ||
         (heading_.kind == PlaceKind::kCouncil && !listed_);
}

/// Whether no council is named with its form, and none opens the sentence ("In Luton …").
bool Context::named_in_passing(const std::vector<Mention>& mentions) const {
  bool told = false;  // somebody is named, or a figure told
  for (std::size_t i = 0; i < mentions.size(); ++i) {
    const Mention& mention = mentions[i];
    told = told || mention.party != kNone || mention.has_value;
    if (mention.symbol != lexicon_.core.council || mention.place == kNone) continue;
    // "Over the border in Luton, …" opens it as well.
    const bool opens = i == 1 || (!told && i + 1 < mentions.size() &&
                                  lexicon_.symbols.has(mentions[i + 1].symbol, kRoleListMark));
    const bool attached =
        opens && i > 0 && lexicon_.symbols.has(mentions[i - 1].symbol, kRolePlaceAttach);
    if (mention.formal || i == 0 || attached) return false;
  }
  return true;
}

/// Whether all councils stand behind words that lead away from what is spoken of ("from Luton"), or
/// tell where somebody does something who is named before ("Labour's men in Luton").
bool Context::named_aside(const std::vector<Mention>& mentions) const {
  bool told = false;  // somebody is, or something is done
  for (std::size_t i = 0; i < mentions.size(); ++i) {
    const Mention& mention = mentions[i];
    if (mention.symbol == lexicon_.core.council && mention.place != kNone) {
      const RoleSet lead = i == 0 ? 0 : lexicon_.symbols.roles(mentions[i - 1].symbol);
      const bool behind = told && (lead & (kRolePlaceAttach | kRolePlaceLead | kRoleJoint)) != 0;
      if (mention.formal || (!behind && (lead & kRoleOblique) == 0)) return false;
    }
    const RoleSet roles = lexicon_.symbols.roles(mention.symbol);
    told = told || mention.party != kNone || (roles & (kRoleAuxiliary | kRoleSubjectStop)) != 0;
  }
  return true;
}

/// The one council that may have polled, of several that the sentence names; or none.
PlaceRef Context::only_polled(const std::vector<Mention>& mentions) const {
  PlaceRef only;
  for (const Mention& mention : mentions) {
    if (mention.symbol != lexicon_.core.council || mention.place == kNone) continue;
    if (mention.place == only.place || !polled(mention.place)) continue;
    if (only.place != kNone) return {};
    only = {PlaceKind::kCouncil, mention.place};
  }
  return only;
}

void Context::leave_places(const std::vector<Mention>& mentions, const Survey& here,
                           std::span<const Frame> frames, bool any_council) {
  PlaceRef placed;
  bool councils = false, others = false;
  bool counted = false;  // a figure tells more of what is spoken of than an outcome
  bool counted_several = false;
  for (const Frame& frame : frames) {
    const PlaceRef place = {frame.place_kind, frame.place};
    if (told_.place == kNone && place.kind == PlaceKind::kCouncil) told_ = place;
    told_several_ = told_several_ || place != told_;
    const bool figure = frame.outcome.empty();
    if (figure) (counts_councils(frame.measure) ? councils : others) = true;
    if (frame.place == kNone || (counted && !figure) || !polled(frame.place)) continue;
    counted_several = counted_several || (counted && placed != place);
    placed = place;
    note_wide(placed);
    counted = figure;
  }
  // "MEDWAY", and below it "old Luton villages": a part about one council names others in passing.
  const bool aside = !live_page_ && heading_alone_ && heading_ == recent_ && any_council &&
                     !in_heading_ && here.council.place != kNone && here.council != heading_ &&
                     placed != here.council && named_in_passing(mentions);
  // "The Greens won 13 seats, four of them in Luton": told of the country or the region.
  bool in_all = false, wide = false, here_told = false;
  for (const Frame& frame : frames) {
    in_all = in_all || frame.place_kind == PlaceKind::kAll;
    wide = wide || in_all || (frame.place_kind == PlaceKind::kArea && frame.place != kNone);
    here_told = here_told || frame.place == here.council.place;
  }
  if (wide) wide_frames_block_ = block_ + 1;
  // "not seen since the men from Luton came": of an article about one council, likewise.
  const bool neighbour = subject_.place != kNone && recent_ == subject_ && any_council &&
                         here.council != subject_ && frames.empty() && named_aside(mentions);
  if (aside || neighbour || (wide && !here_told && named_in_passing(mentions))) any_council = false;
  // "In all, the Greens made ten gains.", and the next sentence, of an article about many councils:
  // no more of the council told before.
  if (in_all && here.council.place == kNone && placed.kind != PlaceKind::kCouncil && !about_one() &&
      !live_page_) {
    recent_ = {};
    if (heading_.kind == PlaceKind::kCouncil) heading_ = {};
    several_ = true;
    recent_block_ = block_;
  }
  if (any_council || placed.place != kNone)
    told_by_item_ = in_item_ && mentions.size() >= kItemMentions;
  if (councils || others) councils_block_ = councils && !others ? block_ + 1 : 0;
  if (any_council) {
    recent_councils_.clear();
    for (const Mention& mention : mentions) {
      if (mention.symbol != lexicon_.core.council || mention.place == kNone) continue;
      if (std::find(recent_councils_.begin(), recent_councils_.end(), mention.place) ==
          recent_councils_.end())
        recent_councils_.push_back(mention.place);
    }
    recent_ = here.many_councils ? only_polled(mentions) : here.single_place(false);
    // "won Bury and Luton, taking 30 seats there": of several the one whose seats are told.
    const bool one = counted && !counted_several && placed.kind == PlaceKind::kCouncil;
    if (recent_.place == kNone && one) recent_ = placed;
    several_ = recent_.place == kNone;
    passing_ = kMuch;
    if (named_in_passing(mentions)) {
      const auto told = std::count_if(frames.begin(), frames.end(), [this](const Frame& frame) {
        return recent_.place == kNone || frame.place == recent_.place;
      });
      passing_ = static_cast<std::size_t>(told);
    }
    recent_block_ = block_;
    post_lost_ = false;
  } else if (placed.place != kNone && placed != spread()) {
    recent_ = placed;
    recent_block_ = block_;
    passing_ += frames.size();
  }
}

namespace {

/// "Luton, which had been Conservative, is Labour's": all that is told of the party is that it ran
/// a council, which is now another's.
bool had_only(std::span<const Frame> frames, std::int32_t party, std::int32_t noc) {
  bool had = false, other = false;
  for (const Frame& frame : frames) {
    if (frame.party != party)
      other = other || (frame.measure == Measure::kControl && frame.party != noc);
    else if (frame.measure == Measure::kControlBefore)
      had = true;
    else
      return false;
  }
  return had && other;
}

}  // namespace

void Context::leave_parties(const std::vector<Mention>& mentions, const Survey& here,
                            std::span<const Frame> frames) {
  ToldList told;
  std::int32_t subject = kNone, only = kNone, person = kNone;
  std::int32_t related = kNone;  // "What a night for the Greens, who beat Labour"
  bool several = false, anaphor = here.refers_back;
  bool some = false;      // the subject is a party, but nobody knows which
  bool aside = false;     // in a relative clause between commas
  bool of_aside = false;  // so is the subject
  for (std::size_t i = 0; i < mentions.size(); ++i) {
    const Mention& mention = mentions[i];
    const RoleSet roles = lexicon_.symbols.roles(mention.symbol);
    // "In Hastings, where some Labour members left, the Greens …"
    if ((roles & kRoleListMark) != 0)
      aside = !aside && i + 1 < mentions.size() &&
              lexicon_.symbols.has(mentions[i + 1].symbol, kRoleRelative);
    if ((roles & (kRolePartyAnaphor | kRoleSkip)) == kRolePartyAnaphor && subject == kNone &&
        person == kNone && told.empty() && !anaphor) {
      const RoleSet lead = i > 0 ? lexicon_.symbols.roles(mentions[i - 1].symbol) : 0;
      // "In Hull, where they had a majority, the Lib Dems …": they are who comes.
      const bool ahead = (lead & kRoleRelative) != 0;
      // "Only in Dorset was it the Conservatives who smiled."
      const bool cleft = i + 1 < mentions.size() && mentions[i + 1].symbol == lexicon_.core.party &&
                         (lead & kRoleAuxiliary) != 0;
      // "All but one of them were in Tory hands.": of councils.
      const bool counted =
          i >= 2 && mentions[i - 2].has_value && (lead & (kRoleOblique | kRolePlaceLead)) != 0;
      anaphor = !ahead && !cleft && !counted;
    }
    if (subject == kNone && (roles & kRoleSomeParty) != 0)
      some = (roles & kRolePersonsParty) == 0 || lone_party() == kNone;
    if (mention.party == kNone || mention.party == lexicon_.others) continue;
    if (mention.symbol != lexicon_.core.party) {
      if ((roles & kOfOnePerson) != 0) person = mention.party;
      continue;
    }
    if (std::find(told.begin(), told.end(), mention.party) == told.end())
      told.push_back(mention.party);
    if (only != kNone && only != mention.party) several = true;
    only = mention.party;
    for (std::size_t r = i + 1; related == kNone && r < mentions.size() && r <= i + 2; ++r) {
      if (lexicon_.symbols.has(mentions[r].symbol, kRoleRelative)) related = mention.party;
      if (!lexicon_.symbols.has(mentions[r].symbol, kRoleListMark)) break;
    }
    const bool opens = i > 0 && lexicon_.symbols.has(mentions[i - 1].symbol, kRoleListMark);
    if ((subject == kNone || (of_aside && opens && !aside)) &&
        !is_oblique(lexicon_, mentions, static_cast<std::int32_t>(i)) &&
        !had_only(frames, mention.party, lexicon_.noc)) {
      of_aside = aside;
      subject = mention.party;
      // "When they did, the DUP found …": the clause before it is beside the point.
      if (i > 1 && lexicon_.symbols.has(mentions[i - 1].symbol, kRoleListMark) &&
          lexicon_.symbols.has(mentions.front().symbol, kRoleClauseBreak))
        anaphor = here.refers_back;
    }
  }
  std::int32_t framed = kNone;
  for (const Frame& frame : frames) {
    const bool won = frame.measure == Measure::kControl
                         ? frame.outcome != "loss"
                         : frame.measure == Measure::kCouncilsChange && frame.number > 0;
    if (!won || frame.party == lexicon_.noc) continue;
    winner_ = frame.party;
    winner_block_ = block_;
  }
  // "Luton, which had long been Labour, was won by the Tories.": of them more is told.
  for (const bool before : {false, true}) {
    for (const Frame& frame : frames) {
      const bool was = frame.measure == Measure::kControlBefore;
      if (framed == kNone && was == before && frame.party != kNone && frame.party != lexicon_.noc)
        framed = frame.party;
    }
  }
  // "Luton was also taken from the Tories": they are not who the passage is about.
  const bool ousted =
      !frames.empty() && std::all_of(frames.begin(), frames.end(), [&](const Frame& frame) {
        return frame.measure == Measure::kControlBefore &&
               (frame.party == only || frame.party == lexicon_.noc);
      });
  const std::int32_t before = party_;
  const bool other = framed != kNone && framed != party_ && subject == kNone;
  if (anaphor && party_ != kNone && !other) {
    // "They …": the sentence goes on about the same party, whoever else it names.
  } else if (some)
    party_ = kNone;
  else if (subject != kNone)
    party_ = subject;
  else if ((ousted || here.owned) && party_ != kNone) {
  } else if (only != kNone && !several)
    party_ = only;
  else if (framed != kNone)
    party_ = framed;
  else if (related != kNone)
    party_ = related;
  else if (person != kNone)
    party_ = person;
  if (person != kNone) {
    person_ = person;
    person_block_ = block_;
  }
  if (topic_block_ != block_) {
    topic_ = anaphor && !other ? party_ : kNone;
    topic_block_ = block_;
  }
  if (before != party_) party_before_ = before;
  if (told.size() >= 2) recent_parties_ = told;
  if (!told.empty()) lone_party_ = told.size() == 1 ? told.front() : kNone;
}

}  // namespace recount
