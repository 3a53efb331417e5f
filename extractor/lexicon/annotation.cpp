// What an annotation holds, apart from how it is made.
#include <algorithm>

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

void settle_doubts(const Lexicon& lexicon, Annotation& annotation) {
  const PlaceProofs& places = annotation.places;
  for (const auto& [name, alone] : places.doubted) {
    // "Plymouth went the same way", where no Mr Plymouth is told of
    const bool place = alone && !places.persons.has(name.name);
    if (!place && !places.proven.has(name.name)) continue;
    const auto& sentences = annotation.sentences;
    const auto behind = std::upper_bound(
        sentences.begin(), sentences.end(), name.first,
        [](std::uint32_t token, const Sentence& sentence) { return token < sentence.first; });
    const auto index = static_cast<std::size_t>(behind - sentences.begin()) - 1;
    for (Mention& mention : annotation.mentions[index]) {
      if (mention.first == name.first && mention.last == name.last) mention = name;
    }
    annotation.contents[index] = contents_of(lexicon, annotation.mentions[index]);
  }
}

void Annotation::leave_out(std::uint32_t token, RoleSet roles) {
  if ((roles & kRolePartyAnaphor) != 0) possessives.push_back(token);
  if ((roles & kRoleEach) != 0) shared.push_back(token);
  if ((roles & kRoleCouncilAnaphor) != 0) there.push_back(token);
}

void Annotation::clear() {
  tokens.clear();
  sentences.clear();
  for (auto& list : mentions) list.clear();
  local_parties.clear();
  possessives.clear();
  there.clear();
  shared.clear();
  places.proven.clear();
  places.doubted.clear();
  places.persons.clear();
}

}  // namespace recount
