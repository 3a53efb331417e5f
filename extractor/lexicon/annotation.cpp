// What an annotation holds, apart from how it is made.
#include "extractor/lexicon/annotator.h"

namespace recount {

Contents contents_of(const Lexicon& lexicon, const std::vector<Mention>& mentions) {
  const Symbol year = lexicon.core.year;
  RoleSet roles = 0;
  bool names = false, years = false;
  for (const Mention& mention : mentions) {
    roles |= lexicon.symbols.roles(mention.symbol);
    names |= mention.name != kNone;
    years |= mention.symbol == year;
  }
  return {roles, names, years};
}

void Annotation::clear() {
  tokens.clear();
  sentences.clear();
  for (auto& list : mentions) list.clear();
  local_parties.clear();
  possessives.clear();
  shared.clear();
  proven_places.clear();
}

}  // namespace recount
