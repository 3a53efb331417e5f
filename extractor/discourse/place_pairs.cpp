// Method: where a preposition of place stands before the anaphor, no party can be meant. The last
// two councils that are joined, and are no longer list, are the pair.
#include "extractor/discourse/place_pairs.h"

#include <utility>

namespace recount {
namespace {

constexpr std::pair<std::int32_t, std::int32_t> kNoPair{kNone, kNone};

/// The last pair of councils before mention `end`.
std::pair<std::int32_t, std::int32_t> pair_before(const Lexicon& lexicon,
                                                  const std::vector<Mention>& mentions,
                                                  std::size_t end) {
  const auto council = [&](std::size_t i) {
    return mentions[i].symbol == lexicon.core.council && mentions[i].place != kNone;
  };
  const auto has = [&](std::size_t i, RoleSet roles) {
    return (lexicon.symbols.roles(mentions[i].symbol) & roles) != 0;
  };
  for (std::size_t i = end; i-- > 2;) {
    if (!council(i) || !has(i - 1, kRoleJoint) || !council(i - 2)) continue;
    const bool list = i > 3 && council(i - 4) && has(i - 3, kRoleListMark | kRoleJoint);
    return list ? kNoPair : std::pair(mentions[i - 2].place, mentions[i].place);
  }
  return kNoPair;
}

}  // namespace

void settle_place_pairs(const Lexicon& lexicon, Annotation& annotation,
                        std::vector<std::uint32_t>& changed) {
  changed.clear();
  constexpr RoleSet kOfTwo = kRoleFormer | kRoleLatter;
  for (std::size_t s = 0; s < annotation.sentences.size(); ++s) {
    if ((annotation.contents[s].roles & kOfTwo) == 0) continue;
    std::vector<Mention>& mentions = annotation.mentions[s];
    for (std::size_t i = 1; i < mentions.size(); ++i) {
      const RoleSet roles = lexicon.symbols.roles(mentions[i].symbol);
      if ((roles & kOfTwo) == 0 || !lexicon.symbols.has(mentions[i - 1].symbol, kRolePlaceAttach))
        continue;
      // "in the former mill town"
      if (i + 1 < mentions.size() && mentions[i + 1].symbol == lexicon.core.word) continue;
      auto pair = pair_before(lexicon, mentions, i);
      if (pair == kNoPair && s > 0)
        pair = pair_before(lexicon, annotation.mentions[s - 1], annotation.mentions[s - 1].size());
      if (pair == kNoPair) continue;
      mentions[i].symbol = lexicon.core.council;
      mentions[i].place = (roles & kRoleFormer) != 0 ? pair.first : pair.second;
      if (changed.empty() || changed.back() != s) changed.push_back(static_cast<std::uint32_t>(s));
    }
  }
}

}  // namespace recount
