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
/// `proven` gathers the names of places that the text has shown to be such. Returns what the
/// sentence then holds.
Contents settle_mentions(const Lexicon& lexicon, const Sentence& sentence,
                         const std::vector<Token>& tokens, std::vector<Mention>& mentions,
                         std::vector<std::int32_t>& proven);

}  // namespace recount
