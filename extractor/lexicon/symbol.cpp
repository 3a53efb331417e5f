#include "extractor/lexicon/symbol.h"

#include <array>
#include <utility>

namespace recount {

Symbol SymbolTable::add(SymbolClass symbol_class) {
  if (classes_.size() > 255 || by_name_.count(symbol_class.name) != 0) return kNoSymbol;
  const auto symbol = static_cast<Symbol>(classes_.size());
  symbol_class.symbol = symbol;
  by_name_.emplace(symbol_class.name, symbol);
  roles_[symbol] = symbol_class.roles;
  classes_.push_back(std::move(symbol_class));
  return symbol;
}

Symbol SymbolTable::find(std::string_view name) const {
  const auto it = by_name_.find(name);
  return it == by_name_.end() ? kNoSymbol : it->second;
}

RoleSet SymbolTable::role_named(std::string_view name) {
  static constexpr std::array<std::pair<std::string_view, Role>, 58> kNames{{
      {"skip", kRoleSkip},
      {"party-anaphor", kRolePartyAnaphor},
      {"former", kRoleFormer},
      {"latter", kRoleLatter},
      {"council-anaphor", kRoleCouncilAnaphor},
      {"oblique", kRoleOblique},
      {"subject-stop", kRoleSubjectStop},
      {"place-lead", kRolePlaceLead},
      {"place-attach", kRolePlaceAttach},
      {"partial", kRolePartial},
      {"each", kRoleEach},
      {"article", kRoleArticle},
      {"counted", kRoleCounted},
      {"council-form", kRoleCouncilForm},
      {"council-prefix", kRoleCouncilPrefix},
      {"joint", kRoleJoint},
      {"baseline-last", kRoleBaselineLast},
      {"baseline-eve", kRoleBaselineEve},
      {"baseline-notional", kRoleBaselineNotional},
      {"local-election", kRoleLocalElection},
      {"other-election", kRoleOtherElection},
      {"first-person", kRoleFirstPerson},
      {"figure-lead", kRoleFigureLead},
      {"post-break", kRolePostBreak},
      {"clause-break", kRoleClauseBreak},
      {"list-mark", kRoleListMark},
      {"noun-inner", kRoleNounInner},
      {"auxiliary", kRoleAuxiliary},
      {"relative", kRoleRelative},
      {"caption", kRoleCaption},
      {"national", kRoleNational},
      {"other-section", kRoleOtherSection},
      {"preview", kRolePreview},
      {"cell", kRoleCell},
      {"row-label", kRoleRowLabel},
      {"cell-break", kRoleCellBreak},
      {"nought", kRoleNought},
      {"column-text", kRoleColumnText},
      {"column-aside", kRoleColumnAside},
      {"column-total", kRoleColumnTotal},
      {"column-change", kRoleColumnChange},
      {"column-earlier", kRoleColumnEarlier},
      {"prior", kRolePrior},
      {"earlier-year", kRoleEarlierYear},
      {"between-votes", kRoleBetweenVotes},
      {"page-end", kRolePageEnd},
      {"imprint", kRoleImprint},
      {"speech", kRoleSpeech},
      {"governed", kRoleGoverned},
      {"sum", kRoleSum},
      {"council-talk", kRoleCouncilTalk},
      {"vote-talk", kRoleVoteTalk},
      {"some-party", kRoleSomeParty},
      {"persons-party", kRolePersonsParty},
      {"of-person", kRoleOfPerson},
      {"defeat", kRoleDefeat},
      {"ward", kRoleWard},
      {"abroad", kRoleAbroad},
  }};
  for (const auto& [known, role] : kNames) {
    if (known == name) return role;
  }
  return 0;
}

}  // namespace recount
