// A match to frames: its measure, its numbers, whose they are and where.
#pragma once

#include <vector>

#include "extractor/discourse/context.h"
#include "extractor/discourse/place_locator.h"
#include "extractor/discourse/sentence_view.h"
#include "extractor/discourse/subject.h"

namespace recount {

/// Fills the matches of one sentence, from left to right. Appends to `out`; what a heading says of
/// the lines below it goes to the context.
class FrameFiller {
 public:
  FrameFiller(const SentenceView& view, Context& context, std::vector<Frame>& out)
      : view_(view), context_(context), out_(out), locator_(view, context) {}

  /// All yields of match `index`.
  void fill(std::size_t index);

  /// Whether some figure was too large for a single council.
  bool too_large() const { return too_large_; }

 private:
  /// What a yield is filled with on its way to frames.
  struct Filling {
    Frame frame;
    ShortList<const Mention*, 4> values;
    int sign = 1;
    double factor = 1;
    double same = 0;  // the number of the figure before
    PartyRef parties;
    PlaceList places;
    PlaceBasis place_basis = PlaceBasis::kMatch;
    bool over_list = false;  // said of the councils in the lines below
  };
  // Each returns false when the yield gives nothing; the reason is in the trace.
  bool take_lead(const Match& match, const Yield& yield, Filling& filling);
  bool take_values(const Match& match, const Yield& yield, Filling& filling);
  bool take_parties(const Match& match, const Yield& yield, Filling& filling);
  bool parties_of_slot(const Match& match, const Yield& yield, Filling& filling);
  bool party_before(const Match& match, Filling& filling);
  void list_on(const Match& match, PlaceList& places) const;
  std::int32_t home_told(std::int32_t party) const;
  void take_places(std::size_t index, const Yield& yield, Filling& filling);
  bool tells_whole(const Match& match, const Yield& yield) const;  // "all 51 seats"
  bool contested_told(double seats) const;
  bool too_small(const Match& match);
  bool tells_chamber(const Match& match) const;
  bool of_same_ward(const Match& match, const Filling& filling) const;
  bool does_it_to_itself(const Match& match, const PartyRef& parties) const;

  void fill_yield(std::size_t index, const Yield& yield);
  void fill_head(const Match& match, const Yield& yield);
  void give_out(const Match& match, const Yield& yield, Filling& filling);
  /// The first frame of the sentence, the last of those just before it; or null.
  const Frame* first_figure() const;
  const Frame* told_before() const;
  std::int32_t holder_told() const;
  double largest_here(const Frame& frame, std::int32_t council, bool passage) const;
  void place_frame(const Match& match, const Filling& filling, PlaceRef place);
  void emit(const Match& match, const Frame& frame);
  bool drop(const Match& match, std::string_view why) const;
  // For the trace alone.
  [[gnu::cold]] void explain_drop(const Match& match, std::string_view what,
                                  std::string_view why) const;
  [[gnu::cold]] void explain_frame(const Match& match, const Filling& filling) const;

  const SentenceView& view_;
  Context& context_;
  std::vector<Frame>& out_;
  PlaceLocator locator_;
  std::vector<Frame> headed_;          // what the match at hand says of the lines below
  bool headed_here_ = false;           // … and of its own councils
  Measure carried_ = Measure::kSeats;  // what the match at hand has taken from the figure before
  bool too_large_ = false;
  double ward_size_ = 0;       // "three of the four seats in Upper Hill": the four …
  std::int32_t ward_end_ = 0;  // … and where it was told
};

}  // namespace recount
