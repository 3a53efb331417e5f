// What stands in a sentence, as those ask who come by it: told in one look at its mentions.
#pragma once

#include <cstdint>
#include <vector>

#include "extractor/discourse/frame.h"
#include "extractor/lexicon/lexicon.h"
#include "extractor/lexicon/mention.h"

namespace recount {

struct Survey {
  RoleSet roles = 0;          // of all mentions together
  std::uint32_t figures = 0;  // mentions with a value
  std::uint32_t parties = 0;  // mentions of the class
  std::uint32_t councils = 0;
  std::uint32_t ward_councils = 0;  // of them those told for a ward: "Upper Hill ward, Medway"
  std::int32_t party = kNone;       // the last of the class
  bool has_party = false;           // some mention has a party, be it a person's
  PlaceRef council, area;           // the last that is known, except in "the Lewes leader"
  bool names_council = false;       // some mention of the class has a place
  bool many_councils = false;       // several different ones
  bool many_areas = false;
  bool quoted = false;       // the sentence is somebody's words, without a figure
  bool owned = false;        // "their" stands before any party: of the same party as before
  bool refers_back = false;  // the sentence begins with "their": about the same party as before

  /// The one council (with `or_area` else the area) that is named; none or several is unknown.
  PlaceRef single_place(bool or_area) const {
    if (many_councils) return {};
    if (council.place != kNone) return council;
    return or_area && !many_areas ? area : PlaceRef{};
  }
};

Survey survey(const Lexicon& lexicon, const std::vector<Mention>& mentions);

}  // namespace recount
