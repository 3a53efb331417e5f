#include "extractor/discourse/context.h"

#include <algorithm>

namespace recount {

bool is_oblique(const Lexicon& lexicon, const std::vector<Mention>& mentions, std::int32_t at) {
  std::int32_t i = at - 1;
  // Walk back over the members of a list: "from Labour and the Greens".
  while (i > 0) {
    const Mention& mark = mentions[static_cast<std::size_t>(i)];
    const bool list = lexicon.symbols.has(mark.symbol, kRoleJoint) || lexicon.symbols.has(mark.symbol, kRoleListMark);
    if (!list || mentions[static_cast<std::size_t>(i - 1)].symbol != lexicon.core.party) break;
    i -= 2;
  }
  while (i > 0 && lexicon.symbols.has(mentions[static_cast<std::size_t>(i)].symbol, kRoleNounInner)) --i;
  return i >= 0 && lexicon.symbols.has(mentions[static_cast<std::size_t>(i)].symbol, kRoleOblique);
}

void Context::begin(const std::vector<Mention>& title, std::int32_t site_party, bool live_page) {
  title_ = single_place(title, true);
  site_party_ = site_party;
  party_ = site_party;
  live_page_ = live_page;
}

PlaceRef Context::single_place(const std::vector<Mention>& mentions, bool areas) const {
  PlaceRef council, area;
  bool many_councils = false, many_areas = false;
  for (const Mention& mention : mentions) {
    if (mention.place == kNone) continue;
    if (mention.symbol == lexicon_.core.council) {
      if (council.place != kNone && council.place != mention.place) many_councils = true;
      council = {PlaceKind::kCouncil, mention.place};
    } else if (mention.symbol == lexicon_.core.area) {
      if (area.place != kNone && area.place != mention.place) many_areas = true;
      area = {PlaceKind::kArea, mention.place};
    }
  }
  if (many_councils) return {};
  if (council.place != kNone) return council;
  return areas && !many_areas ? area : PlaceRef{};
}

void Context::enter(const Sentence& sentence, const std::vector<Mention>& mentions) {
  block_ = sentence.block;
  const bool heading = sentence.kind == BlockKind::kHeading;
  caption_ = std::any_of(mentions.begin(), mentions.end(), [this](const Mention& m) {
    return lexicon_.symbols.has(m.symbol, kRoleCaption);
  });
  if (sentence.post && (heading || live_page_)) {
    recent_ = {};
    heading_ = {};
    several_ = false;
    post_lost_ = true;
    party_ = site_party_;
  }
  if (!heading) return;
  const PlaceRef place = single_place(mentions, true);
  if (place.place != kNone && mentions.size() <= 14) {
    heading_ = place;
    recent_ = place;
    recent_block_ = block_;
    several_ = false;
    post_lost_ = false;
  }
}

void Context::leave(const std::vector<Mention>& mentions, const std::vector<Frame>& frames) {
  if (caption_) return;
  const PlaceRef single = single_place(mentions, false);
  const bool any_council = std::any_of(mentions.begin(), mentions.end(), [this](const Mention& m) {
    return m.symbol == lexicon_.core.council && m.place != kNone;
  });
  PlaceRef placed;
  for (const Frame& frame : frames) {
    if (frame.place != kNone) placed = {frame.place_kind, frame.place};
  }
  if (any_council) {
    several_ = single.place == kNone;
    recent_ = several_ ? placed : single;
    recent_block_ = block_;
    post_lost_ = false;
  } else if (placed.place != kNone) {
    recent_ = placed;
    recent_block_ = block_;
  }

  std::vector<std::int32_t> told;
  std::int32_t subject = kNone, only = kNone, person = kNone;
  bool several = false, anaphor = false;
  for (std::size_t i = 0; i < mentions.size(); ++i) {
    const Mention& mention = mentions[i];
    if (subject == kNone && lexicon_.symbols.has(mention.symbol, kRolePartyAnaphor)) anaphor = true;
    if (mention.party == kNone) continue;
    if (mention.symbol != lexicon_.core.party) {
      if (lexicon_.symbols.has(mention.symbol, kRoleSubjectStop)) person = mention.party;
      continue;
    }
    if (std::find(told.begin(), told.end(), mention.party) == told.end()) told.push_back(mention.party);
    if (only != kNone && only != mention.party) several = true;
    only = mention.party;
    if (subject == kNone && !is_oblique(lexicon_, mentions, static_cast<std::int32_t>(i))) subject = mention.party;
  }
  const std::int32_t noc = lexicon_.party_named("noc");
  std::int32_t framed = kNone;
  for (const Frame& frame : frames) {
    if (framed == kNone && frame.party != kNone && frame.party != noc) framed = frame.party;
  }
  if (anaphor && party_ != kNone) {
    // "They …": the sentence goes on about the same party, whoever else it names.
  } else if (subject != kNone) party_ = subject;
  else if (only != kNone && !several) party_ = only;
  else if (framed != kNone) party_ = framed;
  else if (person != kNone) party_ = person;
  if (told.size() >= 2) recent_parties_ = told;
}

Context::Focus Context::focus() const {
  const int limit = live_page_ ? settings_.focus_blocks_live : settings_.focus_blocks;
  const bool fresh = static_cast<int>(block_ - recent_block_) <= limit;
  if (recent_.place != kNone && (fresh || (!live_page_ && heading_.place == kNone && title_.place == kNone))) {
    const int distance = recent_ == title_ ? 0 : static_cast<int>(block_ - recent_block_);
    return {recent_, true, block_ != recent_block_, distance};
  }
  if (several_ && fresh) return {};
  if (heading_.place != kNone) return {heading_, true, true};
  if (post_lost_ || (live_page_ && title_.kind != PlaceKind::kCouncil)) return {};
  if (title_.place != kNone) return {title_, true, true};
  return {};
}

}  // namespace recount
