#include "extractor/lexicon/longer_names.h"

namespace recount {
namespace {

/// Whether the token is a word with a capital, not all capitals, right behind another one.
bool goes_on(const Token& token) {
  return token.kind == TokenKind::kWord && token.has(kCapital) && !token.has(kAllCaps) &&
         token.has(kSpaceBefore);
}

/// Regions of England mostly bear the names of points of the compass.
bool is_region(const Lexicon& lexicon, const Mention& mention) {
  if (mention.symbol != lexicon.core.area || mention.name == kNone) return false;
  const auto& candidates = lexicon.places.names[static_cast<std::size_t>(mention.name)].candidates;
  return lexicon.places.places[static_cast<std::size_t>(candidates.front().place)].is_region();
}

}  // namespace

void settle_longer_names(const Lexicon& lexicon, const Sentence& sentence,
                         const std::vector<Token>& tokens, std::vector<Mention>& mentions) {
  if (sentence.kind == BlockKind::kHeading) return;
  const auto hide = [&lexicon](Mention& mention) {
    mention.symbol = lexicon.core.word;
    mention.name = kNone;
  };
  for (std::size_t i = 1; i < mentions.size(); ++i) {
    Mention& mention = mentions[i];
    // "the South East Cambridgeshire seat", "the north-west London borough", "the North Bay"
    if ((mention.name != kNone || mention.symbol == lexicon.core.word) &&
        is_region(lexicon, mentions[i - 1]) && mentions[i - 1].last == mention.first &&
        goes_on(tokens[mention.first])) {
      hide(mentions[i - 1]);
      hide(mention);
      continue;
    }
    const bool council = mention.symbol == lexicon.core.council && !mention.formal;
    const bool abroad = lexicon.symbols.has(mention.symbol, kRoleAbroad);
    if ((!council && !abroad) || tokens[mention.first].has(kAllCaps)) continue;
    const Mention& before = mentions[i - 1];
    // "Anne Daventry", "South Antrim", "Jack Galway"
    if (before.symbol == lexicon.core.word && before.last == mention.first &&
        before.last > sentence.first + 1 && goes_on(tokens[mention.first]) &&
        goes_on(tokens[before.last - 1])) {
      hide(mention);
      continue;
    }
    if (!council || i + 1 == mentions.size()) continue;
    const Mention& next = mentions[i + 1];
    if (next.first != mention.last || next.symbol != lexicon.core.word) continue;
    // "At Lewes Sports Hall Labour won …": there all the same.
    if (i == 1 && lexicon.symbols.has(mentions[0].symbol, kRolePlaceLead)) continue;
    if (!goes_on(tokens[next.first])) continue;
    mention.symbol = lexicon.core.word;
    mention.inner = true;
  }
}

}  // namespace recount
