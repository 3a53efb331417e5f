// What a rule found, before and after its slots are filled.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "extractor/discourse/evidence.h"
#include "extractor/facts/fact.h"
#include "extractor/lexicon/mention.h"
#include "extractor/rules/matcher.h"

namespace recount {

/// One figure with whose and where it is. Becomes a Fact.
struct Frame {
  const Rule* rule = nullptr;
  Measure measure = Measure::kSeats;
  std::string_view outcome;  // a constant, for outcomes; else `number` counts
  double number = 0;
  Bound bound = Bound::kExact;
  bool partial = false;
  RoleSet baseline = 0;  // one of the kRoleBaseline bits, or 0
  std::int32_t party = kNone;
  PlaceKind place_kind = PlaceKind::kUnknown;
  std::int32_t place = kNone;
  std::uint32_t sentence = 0;
  std::uint32_t first_token = 0;  // of the quote
  std::uint32_t last_token = 0;   // exclusive
  PartyBasis party_basis = PartyBasis::kNobody;
  PlaceBasis place_basis = PlaceBasis::kMatch;
  std::size_t parties = 0;    // named in the sentence
  bool carries = false;       // a later elliptical figure may take its measure
  bool from_passage = false;  // the place is what the passage is about, or unknown
  bool national = false;      // the sentence speaks of all councils together
  bool counted = false;       // the match says what is counted ("seats")
  std::int32_t begin = 0;     // mention of the sentence where the match begins
  std::int32_t mention = 0;   // of the sentence, behind the match
  int direction = 1;          // sign of the change, for carrying
};

/// What a place slot is filled with.
struct PlaceRef {
  PlaceKind kind = PlaceKind::kUnknown;
  std::int32_t place = kNone;

  bool operator==(const PlaceRef&) const = default;
};

}  // namespace recount
