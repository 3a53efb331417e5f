// One symbol of a sketch with what it stands for.
#pragma once

#include <cstdint>

#include "extractor/lexicon/symbol.h"

namespace recount {

inline constexpr std::int32_t kNone = -1;

struct Mention {
  std::uint32_t first = 0;  // tokens [first, last) of the document
  std::uint32_t last = 0;
  Symbol symbol = kNoSymbol;
  Bound bound = Bound::kExact;
  std::int8_t sign = 0;  // +1, -1 or 0: direction of a change
  bool has_value = false;
  bool formal = false;       // a place named with its form ("Medway Council"): surely a council
  bool inner = false;        // a place within a longer name ("Omagh Leisure Complex"): a word
  bool needs_proof = false;  // a name that is often something else, not yet supported
  double value = 0;
  std::int32_t party = kNone;  // index into Parties, or beyond it into the document's local parties
  std::int32_t name = kNone;   // index into the place names
  std::int32_t place = kNone;  // index into Places once the name is resolved
  std::int32_t form = kNone;   // index into the council forms ("county council")
};

}  // namespace recount
