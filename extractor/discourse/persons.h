// Persons whose party the article tells once and then takes as known: "Labour leader Jim Robbins
// …", later "Mr Robbins' party has 33".
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "extractor/lexicon/annotator.h"

namespace recount {

/// Makes a party of what is told as the party of a person of that party, and a person of a party of
/// a bare name of one. `changed` gets the sentences whose mentions have changed, in order.
/// REQUIRES: the mentions are rewritten.
void settle_persons(const Lexicon& lexicon, std::string_view text, Annotation& annotation,
                    std::vector<std::uint32_t>& changed);

}  // namespace recount
