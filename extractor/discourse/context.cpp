#include "extractor/discourse/context.h"

#include <algorithm>

#include "extractor/discourse/recast.h"

namespace recount {
namespace {

constexpr std::uint32_t kHeadFirst = 2;    // blocks from a heading to the first line that takes it
constexpr std::uint32_t kHeadNext = 4;     // from there to the next
constexpr std::uint32_t kLabelBlocks = 6;  // a label holds for so many
constexpr std::size_t kLabelMentions = 3;
constexpr int kListItems = 2;               // so many make a list
constexpr std::uint32_t kTitleBlocks = 4;   // the title names the place of result lines so long
constexpr std::uint32_t kWinnerBlocks = 2;  // from "Labour hold" to "Majority: 12"

}  // namespace

bool is_oblique(const Lexicon& lexicon, const std::vector<Mention>& mentions, std::int32_t at) {
  std::int32_t i = at - 1;
  // Walk back over the members of a list: "from Labour and the Greens".
  while (i > 0) {
    const Mention& mark = mentions[static_cast<std::size_t>(i)];
    const bool list = lexicon.symbols.has(mark.symbol, kRoleJoint) ||
                      lexicon.symbols.has(mark.symbol, kRoleListMark);
    if (!list || mentions[static_cast<std::size_t>(i - 1)].symbol != lexicon.core.party) break;
    i -= 2;
  }
  // "saw off two independents"
  if (i > 0 && mentions[static_cast<std::size_t>(i)].symbol == lexicon.core.number &&
      lexicon.symbols.has(mentions[static_cast<std::size_t>(i - 1)].symbol, kRoleDefeat))
    --i;
  while (i > 0 && lexicon.symbols.has(mentions[static_cast<std::size_t>(i)].symbol, kRoleNounInner))
    --i;
  return i >= 0 && lexicon.symbols.has(mentions[static_cast<std::size_t>(i)].symbol, kRoleOblique);
}

void Context::begin(const std::vector<Mention>& title, std::int32_t site_party, bool live_page) {
  title_ = survey(lexicon_, title).single_place(true);
  if (is_state(title_)) title_ = {};
  note_wide(title_);
  site_party_ = site_party;
  party_ = site_party;
  live_page_ = live_page;
}

void Context::set_publisher(std::int32_t council) {
  if (council == kNone || title_.place != kNone || live_page_) return;
  title_ = {PlaceKind::kCouncil, council};
}

/// "17:42 GMT, 18:42 UK": of several nations no headline and no part of a page is.
bool Context::is_state(PlaceRef place) const {
  return place.kind == PlaceKind::kArea && place.place != kNone &&
         lexicon_.places.places[static_cast<std::size_t>(place.place)].nation.empty();
}

void Context::set_day(Day day) {
  polled_ = 0;
  year_ = day / 10000;
  // Nations may poll on days of their own in the same year, and one article may tell of them all.
  for (const PollingDay& known : lexicon_.polled_in(day / 10000)) polled_ |= known.kinds;
}

bool Context::polled(std::int32_t place) const {
  const Place& here = lexicon_.places.places[static_cast<std::size_t>(place)];
  return polled_ == 0 || here.is_area() || (here.kind & polled_) != 0;
}

std::int32_t Context::county_council(std::int32_t area) {
  if (!counties_open_ || area == kNone) return kNone;
  const auto& places = lexicon_.places.places;
  const std::int32_t county = places[static_cast<std::size_t>(area)].within.itself;
  const auto council = std::find_if(places.begin(), places.end(), [county](const Place& place) {
    return place.kind == kCounty && place.within.county == county;
  });
  if (council == places.end()) return kNone;
  if (std::find(told_counties_.begin(), told_counties_.end(), area) == told_counties_.end())
    told_counties_.push_back(area);
  return static_cast<std::int32_t>(council - places.begin());
}

void Context::note_wide(PlaceRef place) {
  if (place.kind != PlaceKind::kArea || place.place == kNone) return;
  // A county may be told for its council.
  const Place& here = lexicon_.places.places[static_cast<std::size_t>(place.place)];
  if (here.within.itself != here.within.nation && !here.is_region()) return;
  wide_ = place;
  wide_block_ = block_;
}

PlaceRef Context::wide() const {
  if (wide_.place == kNone) return {};
  const bool fresh = static_cast<int>(block_ - wide_block_) <= settings_.focus_blocks;
  if (!fresh && wide_ != title_) return {};
  const auto& places = lexicon_.places.places;
  const std::int32_t area = places[static_cast<std::size_t>(wide_.place)].within.itself;
  for (const std::int32_t council : recent_councils_) {
    const Place::Within& in = places[static_cast<std::size_t>(council)].within;
    if (in.nation != area && in.region != area && in.county != area) return {};
  }
  return wide_;
}

void Context::enter_item(bool item) {
  // Behind a list of several items the passage is about what it was before.
  const bool ended = !item && items_ >= kListItems;
  items_ = item ? items_ + 1 : 0;
  if (ended) {
    recent_ = outside_.recent;
    recent_block_ = outside_.block;
    heading_ = outside_.heading;
  }
  in_item_ = item;
  if (!item) return;
  if (told_by_item_) {
    recent_ = outside_.recent;
    recent_block_ = outside_.block;
    heading_ = outside_.heading;
    several_ = false;
  }
  if (items_ == 1 || told_by_item_) outside_ = {recent_, heading_, recent_block_};
  told_by_item_ = false;
}

void Context::enter(const Sentence& sentence, const std::vector<Mention>& mentions,
                    const Survey& here, bool item) {
  const bool next_block = sentence.block_start && sentence.block != block_;
  if (next_block && !live_page_ && recent_.kind == PlaceKind::kCouncil && recent_block_ == block_ &&
      here.council.place == kNone) {
    // "Labour took Luton.", and in the next paragraph: "Here the big issue was …", of an article
    // about one council.
    const bool aside = subject_.place != kNone && recent_ != subject_ && heading_ != recent_ &&
                       (passing_ < kMuch || many_here_);
    // "The Greens gained 80, three of them in Luton.", and in the next paragraph another party.
    const bool part = passing_ < kMuch && wide_frames_block_ == block_ + 1 && !about_one();
    if (aside || part) {
      recent_ = aside ? subject_ : PlaceRef{};
      recent_block_ = sentence.block;
      several_ = !aside;
    }
  }
  if (sentence.block != block_) {
    other_here_ = kNone;
    many_here_ = false;
  }
  block_ = sentence.block;
  opens_block_ = sentence.block_start;
  refers_back_ = here.refers_back;
  if (sentence.block_start) enter_item(item);
  const bool heading = sentence.kind == BlockKind::kHeading;
  const bool was_heading = in_heading_;
  in_heading_ = heading;
  head_fresh_ = false;
  if (!head_.empty() && block_ - head_block_ > (head_used_ ? kHeadNext : kHeadFirst))
    set_head({}, false);
  enter_section(sentence, mentions, here);
  caption_ = (here.roles & kRoleCaption) != 0;
  // "Before the election:", "After the vote of 2019:", and below it a line for each party.
  if (!heading || here.parties == 0 || mentions.front().symbol != lexicon_.core.party) {
    const bool year =
        polled_ != 0 && here.figures == 1 && (here.roles & (kRoleCounted | kRoleCellBreak)) == 0 &&
        std::any_of(mentions.begin(), mentions.end(), [&](const Mention& m) {
          // but "compared to 2017:"
          return m.symbol == lexicon_.core.year &&
                 (&m == mentions.data() || !lexicon_.symbols.has((&m - 1)->symbol, kRoleOblique));
        });
    rows_before_ = heading && here.parties == 0 &&
                   (year || ((here.roles & kRolePrior) != 0 && here.figures == 0));
  }
  anaphor_told_ = anaphor_told_ || (here.roles & kRoleCouncilAnaphor) != 0;
  if (sentence.post && !heading && !head_.empty()) set_head({}, false);
  // A byline below the heading of a post opens no other.
  if (sentence.post && (heading || live_page_) && !post_headed_) {
    recent_ = {};
    heading_ = {};
    wide_ = {};
    several_ = false;
    post_lost_ = true;
    party_ = site_party_;
  }
  post_headed_ = heading && (post_headed_ || here.single_place(true).place != kNone);
  if (!heading) return;
  // "Labour" above what a page tells of that party: no more of the council named last.
  // "The rest": of an article about a country, the same.
  const bool wide_article = title_.kind == PlaceKind::kArea && title_.place != kNone;
  const bool section =
      here.parties == 0 && here.figures == 0 && (wide_article || (many_councils_ && !about_one()));
  const bool of_party =
      (section || (here.parties == 1 && mentions.front().symbol == lexicon_.core.party)) &&
      here.councils == 0 && here.area.place == kNone && !was_heading && heading_.place == kNone;
  if (of_party && !live_page_) {
    recent_ = main_;
    recent_block_ = block_;
    several_ = false;
  }
  const PlaceRef place = here.single_place(true);
  // "Full results from across England": of an article about one council a line that leads away.
  const bool away = place.kind == PlaceKind::kArea && title_.kind == PlaceKind::kCouncil &&
                    mentions.size() > kLabelMentions;
  if (place.place != kNone && mentions.size() <= 14 && !away && !caption_ && !is_state(place)) {
    heading_ = place;
    heading_alone_ = place.kind == PlaceKind::kCouncil && mentions.size() <= kLabelMentions;
    recent_ = place;
    recent_block_ = block_;
    note_wide(place);
    several_ = false;
    post_lost_ = false;
    listed_ = false;
  }
}

void Context::enter_section(const Sentence& sentence, const std::vector<Mention>& mentions,
                            const Survey& here) {
  const bool heading = sentence.kind == BlockKind::kHeading;
  if (here.councils > 0) {
    for (const Mention& mention : mentions) {
      if (mention.symbol != lexicon_.core.council) continue;
      if (first_council_ == kNone) first_council_ = mention.place;
      many_councils_ = many_councils_ || mention.place != first_council_;
      if (mention.place == subject_.place) continue;
      many_here_ = many_here_ || (other_here_ != kNone && other_here_ != mention.place);
      other_here_ = mention.place;
    }
  }
  const bool opens = heading && (here.roles & kRoleOtherSection) != 0 && here.councils == 0 &&
                     mentions.size() <= kLabelMentions;
  // "Upper Hill, Medway Borough Council": a ward, of which the lines below tell.
  const std::size_t n = mentions.size();
  const bool ward = heading && n >= 3 && mentions.front().symbol == lexicon_.core.word &&
                    mentions.back().symbol == lexicon_.core.council && mentions.back().formal &&
                    lexicon_.symbols.has(mentions[n - 2].symbol, kRoleListMark);
  // "BEDFORD: LD hold" below "MAYORS".
  bool row = false;
  for (std::size_t i = 0; heading && here.parties > 0 && i + 1 < n && !row; ++i)
    row = mentions[i].symbol == lexicon_.core.council &&
          (lexicon_.symbols.roles(mentions[i + 1].symbol) & (kRoleListMark | kRoleFigureLead)) != 0;
  if (opens || ward)
    other_section_ = true;
  else if ((here.councils > here.ward_councils && !row) ||
           (here.roles & (kRoleLocalElection | kRolePostBreak)) != 0)
    other_section_ = false;
  // "2011 share of the vote", of another year: so are the lines below.
  if (heading && n >= 2 && n <= kLabelMentions && here.figures == 1 && here.parties == 0 &&
      mentions.front().symbol == lexicon_.core.year && year_ != 0 &&
      (here.roles & kRoleColumnTotal) == 0)
    other_section_ = static_cast<int>(mentions.front().value) != year_;
  // A party that is not in the list, or something else that the lines below are about.
  const bool stranger = heading && here.figures == 0 && n <= kLabelMentions &&
                        (here.roles & (kRoleCounted | kRoleListMark)) == 0 &&
                        std::any_of(mentions.begin(), mentions.end(), [this](const Mention& m) {
                          return m.symbol == lexicon_.core.word;
                        });
  const bool label = heading && here.parties == 1 && here.figures == 0 && here.councils == 0 &&
                     mentions.size() <= kLabelMentions;
  if (heading) section_party_ = label ? here.party : kNone;
  if (label) {
    label_ = here.party;
    label_block_ = block_;
  } else if ((!mentions.empty() && mentions.front().symbol == lexicon_.core.council) ||
             here.parties > 0 || stranger || block_ - label_block_ > kLabelBlocks) {
    label_ = kNone;
  }
}

void Context::set_head(std::vector<Frame> frames, bool adds) {
  if (adds) {
    head_ = head_base_;
    head_.insert(head_.end(), frames.begin(), frames.end());
  } else {
    head_base_ = frames;
    head_ = std::move(frames);
  }
  head_block_ = block_;
  head_fresh_ = true;
  head_used_ = head_here_ = false;
}

void Context::use_head() {
  head_block_ = block_;
  head_fresh_ = head_used_ = listed_ = true;
}

std::int32_t Context::label() const {
  if (label_ != kNone) return label_;
  return block_ - winner_block_ <= kWinnerBlocks ? winner_ : kNone;
}

std::int32_t Context::item_label() const { return in_item_ ? label_ : kNone; }

bool Context::labelled_place() const {
  if (listed_) return false;
  if (heading_.kind == PlaceKind::kCouncil && heading_ == recent_) return true;
  return heading_.place == kNone && title_.kind == PlaceKind::kCouncil && block_ < kTitleBlocks;
}

Context::Focus Context::focus() const {
  const int limit = live_page_ ? settings_.focus_blocks_live : settings_.focus_blocks;
  const bool fresh = static_cast<int>(block_ - recent_block_) <= limit;
  if (recent_.place != kNone &&
      (fresh || (!live_page_ && heading_.place == kNone && title_.place == kNone))) {
    const int distance = recent_ == title_ ? 0 : static_cast<int>(block_ - recent_block_);
    return {recent_, true, distance};
  }
  if (several_ && fresh) {
    const PlaceRef area = live_page_ ? PlaceRef{} : wide();
    return {area, area.place != kNone, 1};
  }
  if (heading_.place != kNone) return {heading_, true};
  // The posts of a page on one council are about that; of other pages each is on its own.
  const bool alone = post_lost_ || live_page_;
  if (title_.place != kNone && (!alone || title_.kind == PlaceKind::kCouncil))
    return {title_, true};
  return {};
}

}  // namespace recount
