// Of two councils told together, the one meant by "the former" or "the latter".
#pragma once

#include <cstdint>
#include <vector>

#include "extractor/lexicon/annotator.h"

namespace recount {

/// Makes councils of "in the former" and "in the latter" behind two councils joined by "and", in
/// the sentence or the one before. `changed` gets the sentences whose mentions have changed, in
/// order. REQUIRES: the mentions are rewritten.
void settle_place_pairs(const Lexicon& lexicon, Annotation& annotation,
                        std::vector<std::uint32_t>& changed);

}  // namespace recount
