#include "extractor/discourse/survey.h"

namespace recount {

Survey survey(const Lexicon& lexicon, const std::vector<Mention>& mentions) {
  const CoreSymbols core = lexicon.core;
  const SymbolTable& symbols = lexicon.symbols;
  Survey out;
  RoleSet together = 0;
  std::uint32_t figures = 0;
  PlaceRef branch;
  for (std::size_t i = 0, n = mentions.size(); i < n; ++i) {
    const Mention& mention = mentions[i];
    together |= symbols.roles(mention.symbol);
    figures += mention.has_value ? 1U : 0U;
    const bool council = mention.symbol == core.council;
    const bool named = mention.party != kNone || mention.place != kNone;
    if (!named && !council && mention.symbol != core.party) continue;
    if (mention.symbol == core.party) {
      out.party = mention.party;
      ++out.parties;
    }
    out.has_party = out.has_party || mention.party != kNone;
    if (council) ++out.councils;
    const auto has = [&](std::size_t at, RoleSet roles) {
      return (lexicon.symbols.roles(mentions[at].symbol) & roles) != 0;
    };
    if (council && i >= 2 && has(i - 2, kRoleWard) && has(i - 1, kRoleListMark | kRolePlaceLead))
      ++out.ward_councils;
    if (mention.place == kNone || (!council && mention.symbol != core.area)) continue;
    out.names_council = out.names_council || council;
    const bool describes = council && !mention.formal && i + 1 < n &&
                           symbols.has(mentions[i + 1].symbol, kRoleSubjectStop);
    // "Political reporter, Radio Devon": a medium.
    const bool medium = council && i > 0 && symbols.has(mentions[i - 1].symbol, kRolePostBreak) &&
                        mentions[i - 1].last == mention.first;
    if (describes || medium) continue;
    // "Essex Conservatives are glad that Harlow …": whose branch it is.
    if (council && !mention.formal && i + 1 < n && mentions[i + 1].symbol == core.party &&
        mentions[i + 1].first == mention.last) {
      if (branch.place == kNone) branch = {PlaceKind::kCouncil, mention.place};
      continue;
    }
    PlaceRef& known = council ? out.council : out.area;
    bool& many = council ? out.many_councils : out.many_areas;
    many = many || (known.place != kNone && known.place != mention.place);
    known = {council ? PlaceKind::kCouncil : PlaceKind::kArea, mention.place};
  }
  if (out.council.place == kNone) out.council = branch;
  out.roles = together;
  out.figures = figures;
  return out;
}

}  // namespace recount
