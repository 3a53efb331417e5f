// Where a figure is: the council or area of the clause, the sentence or the passage.
#pragma once

#include "extractor/discourse/context.h"
#include "extractor/discourse/sentence_view.h"
#include "extractor/discourse/short_list.h"

namespace recount {

/// Places told together.
using PlaceList = ShortList<PlaceRef, 4>;

class PlaceLocator {
 public:
  PlaceLocator(const SentenceView& view, const Context& context) : view_(view), context_(context) {}

  /// The place of match `index`: in it, in its clause, earlier in the sentence, else what the
  /// passage is about; kAll for totals and kUnknown for a council that cannot be told. Tells in
  /// `basis` how it was found.
  PlaceRef locate(std::size_t index, Measure measure, PlaceBasis& basis) const;

  /// The councils that share the figure of `match`: "in Bury, Luton and Lewes" behind it.
  PlaceList behind(const Match& match) const;

 private:
  /// What the words around a match say of places.
  struct Clues {
    PlaceRef place;  // settled, if its place is set
    PlaceBasis basis = PlaceBasis::kNothing;
    bool anaphor = false;  // "the council" stands near
    bool behind = false;   // the place was told before the match
  };
  bool is_area(std::int32_t i) const;
  bool is_council(std::int32_t i) const;
  bool in_county_told(std::int32_t i) const;
  bool lies_in(std::int32_t i) const;
  bool has_part_elsewhere(const Match& match) const;
  std::int32_t open_end(const Match& match) const;
  bool parted_at(std::int32_t i) const;
  bool ends_list(const Match& match) const;
  std::int32_t further_on(const Match& match) const;
  Clues clause(const Match& match, std::int32_t left, std::int32_t right, bool councils,
               bool close) const;
  bool sums(const Match& match) const;
  bool told_of_several(const Match& match) const;
  Clues sentence(const Match& match, std::int32_t left, std::int32_t right, bool councils,
                 Measure measure, const Clues& clues) const;
  PlaceRef passage(Measure measure, bool anaphor, PlaceBasis& basis) const;

  const SentenceView& view_;
  const Context& context_;
};

}  // namespace recount
