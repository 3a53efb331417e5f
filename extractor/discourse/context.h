// What the passage is about: the memory that fills the slots which a sentence leaves open.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "extractor/discourse/frame.h"
#include "extractor/discourse/short_list.h"
#include "extractor/discourse/survey.h"
#include "extractor/lexicon/lexicon.h"
#include "extractor/lexicon/mention.h"
#include "extractor/rules/rule_loader.h"
#include "extractor/text/segmenter.h"

namespace recount {

/// What a change can be against.
inline constexpr RoleSet kBaselines = kRoleBaselineLast | kRoleBaselineEve | kRoleBaselineNotional;

/// Parties or councils told together.
using ToldList = ShortList<std::int32_t, 8>;

/// Lives for one document; fed its sentences in order.
class Context {
 public:
  Context(const Lexicon& lexicon, const EngineSettings& settings)
      : lexicon_(lexicon), settings_(settings) {}

  /// What the headline says about where, and whose site it is (kNone when nobody's).
  void begin(const std::vector<Mention>& title, std::int32_t site_party, bool live_page);

  /// The council whose page it is, or kNone: it is meant where neither headline nor text names one.
  void set_publisher(std::int32_t council);

  /// The council that a live page is kept about, or none: as if its headline named it.
  void set_page(PlaceRef council) {
    if (title_.place == kNone) title_ = council;
  }
  /// The council that the article is about, or none: it is meant where nothing else tells.
  void set_subject(PlaceRef council) { subject_ = council; }
  PlaceRef subject() const { return subject_; }
  /// What a sentence above says that the changes below it are against; or 0.
  RoleSet baseline() const { return baseline_; }
  const Lexicon& lexicon() const { return lexicon_; }

  /// To be called before the matches of a sentence are filled: headings and new posts move the
  /// focus. `here` is the survey of `mentions`; `item` tells that a bullet opens the sentence.
  void enter(const Sentence& sentence, const std::vector<Mention>& mentions, const Survey& here,
             bool item);

  /// To be called after, with the same: the sentence becomes what later ones refer to.
  void leave(const std::vector<Mention>& mentions, const Survey& here,
             std::span<const Frame> frames);

  /// The council or area that an unplaced figure belongs to; `known` is false when nothing tells.
  struct Focus {
    PlaceRef place;
    bool known = false;
    int distance = 0;  // blocks since it was named; 0 for headings and headlines
  };
  Focus focus() const;

  /// The area that figures of several councils together are of: the last one told, if what has been
  /// told since lies in it; none when nothing tells.
  PlaceRef wide() const;
  /// What a figure is of that is no single council's: that area, else all councils.
  PlaceRef all() const {
    const PlaceRef area = wide();
    return area.place != kNone ? area : PlaceRef{PlaceKind::kAll, kNone};
  }

  /// What the heading over a list of councils says ("Labour gains from Conservative"); empty when
  /// no such heading stands. A heading without names of its own may add to the one before ("from
  /// NOC").
  const std::vector<Frame>& head() const { return head_; }
  void set_head(std::vector<Frame> frames, bool adds);
  /// The heading names its councils itself and says nothing of the lines below.
  void head_only_here() { head_here_ = true; }
  /// A line has taken what the heading says: it stands for the lines after it too.
  void use_head();

  /// Whether a heading or the headline names the one council that a line without a place is about.
  bool labelled_place() const;
  /// The place that the headline names; none when it names none or several.
  PlaceRef title() const { return title_; }
  /// The country or region that a sentence of this paragraph, or one with figures of the paragraph
  /// before, began with, since when no council has been named ("Across Wales it was a good
  /// night."); or none.
  PlaceRef spread() const { return spread_end_ > block_ ? spread_ : PlaceRef{}; }
  /// A sentence of this paragraph began with "Nationally", since when no council has been named.
  bool nationwide() const { return nationwide_block_ == block_ + 1; }
  /// Whether the text so far has named more than one council.
  bool many_councils() const { return many_councils_; }
  bool in_heading() const { return in_heading_; }
  /// The line at hand is one of several about the council before the vote, as the heading says.
  bool rows_before() const { return rows_before_; }
  /// The party that a line of its own names above, else the one that just won or held the council;
  /// or kNone.
  std::int32_t label() const;
  /// The party that has won or held a council in this paragraph; or kNone.
  std::int32_t winner_here() const { return winner_block_ == block_ ? winner_ : kNone; }
  /// Of an item of a list: the party that a line above the list names; or kNone.
  std::int32_t item_label() const;
  /// The party that the heading above names, and nothing else; or kNone.
  std::int32_t section_party() const { return section_party_; }
  /// National tallies run over lines next to each other.
  void note_tally() { tally_block_ = block_ + 1; }
  bool place_in_block() const { return recent_.place != kNone && recent_block_ == block_; }
  bool in_tally() const { return tally_block_ != 0 && block_ + 1 - tally_block_ <= 1; }
  /// A national tally stands in the block at hand.
  bool tally_in_block() const { return tally_block_ == block_ + 1; }
  /// The last figure of the sentence before, in the same block, counts councils.
  bool counted_councils() const { return councils_block_ == block_ + 1; }
  /// The council that most of the article's names of councils mean, if there is one, and the one
  /// that all its names of places mean.
  void set_main(PlaceRef most, PlaceRef all) {
    main_ = most;
    sole_ = all;
  }
  PlaceRef main() const { return main_; }
  /// Whether the whole article is about that council, or its headline names it alone.
  bool is_article(PlaceRef council) const {
    return council.kind == PlaceKind::kCouncil &&
           (council == main_ || council == sole_ || council == title_ || council == subject_);
  }
  PlaceRef sole() const { return sole_; }
  /// The article names no place at all.
  void set_nameless() { nameless_ = true; }
  /// It speaks of one all the same.
  bool one_unnamed() const { return nameless_ && anaphor_told_; }
  /// The polling day, as far as it is known: councils of kinds that did not poll on it are none of
  /// which the article tells.
  void set_day(Day day);
  /// The kinds that may have polled where the day is unknown, and whether it is open if counties
  /// did.
  void set_polled(std::uint16_t kinds, bool counties_open) {
    polled_ = kinds;
    counties_open_ = counties_open;
  }
  /// The council of a county that is named as an area, if it may have polled; else kNone. Whoever
  /// asks has heard what only a council can be told of: it did.
  std::int32_t county_council(std::int32_t area);
  /// The areas whose councils were told so.
  const ToldList& told_counties() const { return told_counties_; }
  bool polled(std::int32_t place) const;
  /// The one council that all figures and outcomes so far are of; none when they are of several.
  PlaceRef told() const { return told_several_ ? PlaceRef{} : told_; }
  /// The sentence stands in a part about other votes.
  bool other_section() const { return other_section_; }

  /// The party of "they", or kNone.
  std::int32_t party() const { return party_; }
  /// Of the first sentence of a paragraph: the party that the paragraph before went on about from
  /// its own first sentence on; or kNone.
  std::int32_t topic() const { return opens_block_ && topic_block_ + 1 == block_ ? topic_ : kNone; }
  /// The last party before that one which "they" could have meant, or kNone.
  std::int32_t party_before() const { return party_before_; }
  /// The parties of the last sentences in the order told, for "the former" and "the latter".
  const ToldList& recent_parties() const { return recent_parties_; }
  /// The councils of the last sentence that named several, for "all three"; none once a later one
  /// has named a council.
  const ToldList& recent_councils() const { return recent_councils_; }
  /// The council named last, in this paragraph or the one before, for "there"; or kNone.
  std::int32_t last_council() const {
    return recent_councils_.empty() || block_ - recent_block_ > 1 ? kNone : recent_councils_.back();
  }
  std::int32_t site_party() const { return site_party_; }
  /// The party that the last sentence with any has named, and no other; or kNone.
  std::int32_t lone_party() const { return lone_party_ == party_ ? lone_party_ : kNone; }
  /// Whether the sentence begins with "their": about the same party as before.
  bool refers_back() const { return refers_back_; }
  /// The party of the person told of last, in this paragraph or the one before; or kNone.
  std::int32_t person() const { return block_ - person_block_ <= 1 ? person_ : kNone; }
  /// The party of the person who was quoted last, in this paragraph or the one before; or kNone.
  std::int32_t speaker() const { return block_ - speaker_block_ <= 1 ? speaker_ : kNone; }
  bool live_page() const { return live_page_; }

 private:
  static constexpr std::size_t kMuch = 4;  // facts that make a council more than one in passing

  /// Items of a list stand alone: what one of them is about is nothing to the next.
  void enter_item(bool item);

  bool is_state(PlaceRef place) const;

  /// Whether the article, or the part of it, is about one council.
  bool about_one() const;

  /// Labels, and parts of a page about something else.
  void enter_section(const Sentence& sentence, const std::vector<Mention>& mentions,
                     const Survey& here);

  /// Remembers the area that a sentence or what it tells is about.
  void note_wide(PlaceRef place);

  bool named_in_passing(const std::vector<Mention>& mentions) const;
  bool named_aside(const std::vector<Mention>& mentions) const;
  PlaceRef only_polled(const std::vector<Mention>& mentions) const;

  /// The halves of leave().
  void leave_places(const std::vector<Mention>& mentions, const Survey& here,
                    std::span<const Frame> frames, bool any_council);
  void leave_parties(const std::vector<Mention>& mentions, const Survey& here,
                     std::span<const Frame> frames);

  const Lexicon& lexicon_;
  const EngineSettings& settings_;
  PlaceRef title_, heading_, recent_, main_, sole_, subject_, told_, wide_;
  PlaceRef spread_;
  std::uint32_t spread_end_ = 0;  // behind the last block
  std::uint32_t wide_block_ = 0;
  std::uint32_t nationwide_block_ = 0;   // one more than the block of "Nationally, …"
  std::uint32_t wide_frames_block_ = 0;  // … of figures of all councils or of an area
  RoleSet baseline_ = 0;
  /// So much has been told of what the passage is about since it was named in passing; kMuch if it
  /// was not.
  std::size_t passing_ = kMuch;
  bool told_several_ = false;
  ToldList recent_councils_;
  std::uint32_t recent_block_ = 0;
  std::uint32_t block_ = 0;
  std::vector<Frame> head_, head_base_;  // what stands; without what later headings added
  std::uint32_t head_block_ = 0;
  bool refers_back_ = false;
  std::int32_t lone_party_ = kNone, person_ = kNone;
  std::uint32_t person_block_ = 0;
  bool head_fresh_ = false;  // set by the sentence at hand
  bool head_used_ = false;   // a line has taken it
  bool head_here_ = false;   // it stands for its own sentence only
  bool listed_ = false;      // the last place was a member of a list under a heading
  std::int32_t label_ = kNone, section_party_ = kNone;
  std::uint32_t label_block_ = 0;
  std::uint32_t tally_block_ = 0;     // one more than the block of the last national tally
  std::uint32_t councils_block_ = 0;  // one more than the block of the last count of councils
  std::int32_t winner_ = kNone;
  std::uint32_t winner_block_ = 0;
  bool other_section_ = false;
  int year_ = 0;              // of the election; 0 for unknown
  std::uint16_t polled_ = 0;  // kinds of council; 0 for unknown
  bool counties_open_ = false;
  ToldList told_counties_;
  std::int32_t first_council_ = kNone;
  bool many_councils_ = false;
  std::int32_t other_here_ = kNone;  // a council of this paragraph that the article is not about
  bool many_here_ = false;           // several such
  bool rows_before_ = false;
  bool nameless_ = false;      // no sentence names a council
  bool anaphor_told_ = false;  // a word for a council has stood in the text
  std::int32_t party_before_ = kNone;
  bool in_heading_ = false;     // the sentence at hand is a heading
  bool several_ = false;        // the last sentence with places named several
  bool heading_alone_ = false;  // the heading is the council's name
  bool post_headed_ = false;    // only headings since one that names a place
  bool post_lost_ = false;      // a new post began and has named no place yet
  bool live_page_ = false;
  struct Outside {
    PlaceRef recent, heading;
    std::uint32_t block = 0;
  };
  Outside outside_;            // what the passage was about before the item
  int items_ = 0;              // in a row, up to the block at hand
  bool in_item_ = false;       // the block at hand is an item
  bool told_by_item_ = false;  // the last place was told in an item
  bool caption_ = false;       // the sentence at hand is a caption
  std::int32_t party_ = kNone;
  std::int32_t topic_ = kNone;
  std::uint32_t topic_block_ = 0;
  bool opens_block_ = false;  // the sentence at hand opens its paragraph
  std::int32_t site_party_ = kNone;
  std::int32_t speaker_ = kNone;
  std::uint32_t speaker_block_ = 0;
  ToldList recent_parties_;
};

/// Index of the party mentions that are no subject because a preposition or a verb of defeat stands
/// before them ("from the Tories", "beat Labour").
bool is_oblique(const Lexicon& lexicon, const std::vector<Mention>& mentions, std::int32_t at);

}  // namespace recount
