// What an annotation holds, apart from how it is made.
#include "extractor/lexicon/annotator.h"

namespace recount {

Contents contents_of(const Lexicon& lexicon, const std::vector<Mention>& mentions) {
  Contents out;
  for (const Mention& mention : mentions) {
    out.roles |= lexicon.symbols.roles(mention.symbol);
    out.names |= mention.name != kNone;
    out.years |= mention.symbol == lexicon.core.year;
  }
  return out;
}

void Annotation::clear() {
  tokens.clear();
  sentences.clear();
  for (auto& list : mentions) list.clear();
  local_parties.clear();
  possessives.clear();
}

}  // namespace recount
