// What only the neighbours of a mention can decide.
#pragma once

#include <cstdint>
#include <vector>

#include "extractor/lexicon/annotator.h"
#include "extractor/lexicon/mention.h"
#include "extractor/text/segmenter.h"
#include "extractor/text/token.h"

namespace recount {

/// Makes an article before something that is counted the number 1 and drops other articles; turns
/// names that need proof and have none into plain words. `mentions` are those of `sentence`;
/// `places` gathers what the text has shown of names of places. Returns what the
/// sentence then holds.
Contents settle_mentions(const Lexicon& lexicon, const Sentence& sentence,
                         const std::vector<Token>& tokens, std::vector<Mention>& mentions,
                         PlaceProofs& places);

}  // namespace recount
