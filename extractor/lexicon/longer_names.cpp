#include "extractor/lexicon/longer_names.h"

namespace recount {

void settle_longer_names(const Lexicon& lexicon, const Sentence& sentence,
                         const std::vector<Token>& tokens, std::vector<Mention>& mentions) {
  if (sentence.kind == BlockKind::kHeading) return;
  for (std::size_t i = 1; i + 1 < mentions.size(); ++i) {
    Mention& mention = mentions[i];
    const Mention& next = mentions[i + 1];
    if (mention.symbol != lexicon.core.council || mention.formal || next.first != mention.last ||
        next.symbol != lexicon.core.word)
      continue;
    // "At Lewes Sports Hall Labour won …": there all the same.
    if (i == 1 && lexicon.symbols.has(mentions[0].symbol, kRolePlaceLead)) continue;
    const Token& token = tokens[next.first];
    const bool goes_on = token.kind == TokenKind::kWord && token.has(kCapital) &&
                         !token.has(kAllCaps) && token.has(kSpaceBefore);
    if (!goes_on || tokens[mention.first].has(kAllCaps)) continue;
    mention.symbol = lexicon.core.word;
    mention.inner = true;
  }
}

}  // namespace recount
