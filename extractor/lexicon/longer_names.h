// Names of places within longer names of something else.
#pragma once

#include <vector>

#include "extractor/lexicon/lexicon.h"
#include "extractor/lexicon/mention.h"
#include "extractor/text/segmenter.h"
#include "extractor/text/token.h"

namespace recount {

/// "announced at Omagh Leisure Complex", "in Antrim Line": the council's name becomes a word, which
/// still tells where it lies. Headlines write every word so.
void settle_longer_names(const Lexicon& lexicon, const Sentence& sentence,
                         const std::vector<Token>& tokens, std::vector<Mention>& mentions);

}  // namespace recount
