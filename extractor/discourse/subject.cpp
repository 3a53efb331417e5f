#include "extractor/discourse/subject.h"

#include <algorithm>

namespace recount {
namespace {

/// The party that "who" at `at` refers to: the one right before it, whatever governs it.
PartyRef antecedent(const Lexicon& lexicon, const std::vector<Mention>& mentions, std::int32_t at) {
  PartyRef out;
  for (std::int32_t i = at - 1; i >= 0; --i) {
    const Mention& mention = mentions[static_cast<std::size_t>(i)];
    if (mention.symbol == lexicon.core.party) {
      out.at = i;
      out.parties = {mention.party};
      out.basis = PartyBasis::kRelative;
      return out;
    }
    const bool place =
        mention.symbol == lexicon.core.council || mention.symbol == lexicon.core.area;
    const RoleSet roles = lexicon.symbols.roles(mention.symbol);
    // "the Tories – who …", "the Tories (who …"
    const bool mark = i + 1 == at && (roles & ~RoleSet{kRoleCell | kRoleFigureLead}) == 0 &&
                      (roles == 0 || (roles & kRoleCell) != 0) &&
                      mention.symbol != lexicon.core.word && !mention.has_value &&
                      mention.last - mention.first == 1;
    if (mark) continue;
    if (!place && (roles & (kRoleListMark | kRolePlaceAttach | kRoleCouncilAnaphor)) == 0)
      return out;
  }
  return out;
}

/// Whether the party at `at`, behind `before`, is the subject of a clause of its own: "…, with the
/// Tories on ten", "… and Labour 20".
bool opens_clause(const Lexicon& lexicon, const std::vector<Mention>& mentions, std::int32_t before,
                  std::size_t at) {
  const auto has = [&](std::size_t i, RoleSet roles) {
    return (lexicon.symbols[mentions[i].symbol].roles & roles) != 0;
  };
  bool parted = false;
  for (auto i = static_cast<std::size_t>(before); i < at; ++i)
    parted = parted || has(i, kRoleListMark | kRoleJoint | kRoleClauseBreak);
  if (!parted) return false;
  for (std::size_t i = at + 1; i < mentions.size() && i <= at + 2; ++i) {
    if (mentions[i].has_value) return true;
    if (!has(i, kRolePlaceAttach)) break;
  }
  if (at < 2 || has(at - 1, kRoleListMark)) return false;
  if (has(at - 1, kRoleClauseBreak)) return true;
  return has(at - 2, kRoleListMark) &&
         !is_oblique(lexicon, mentions, static_cast<std::int32_t>(at));
}

/// Whether nothing but auxiliaries stands between mention `at` and `before`.
bool adjoins(const Lexicon& lexicon, const std::vector<Mention>& mentions, std::int32_t at,
             std::int32_t before) {
  for (std::int32_t i = at + 1; i < before; ++i) {
    if (!lexicon.symbols.has(mentions[static_cast<std::size_t>(i)].symbol, kRoleAuxiliary))
      return false;
  }
  return true;
}

/// "in the former Labour stronghold of Luton": of a place, no subject.
bool qualifies(const Lexicon& lexicon, const std::vector<Mention>& mentions, std::int32_t at) {
  std::int32_t i = at - 1;
  if (i > 0 && lexicon.symbols.has(mentions[static_cast<std::size_t>(i)].symbol, kRoleFormer)) --i;
  const auto next = static_cast<std::size_t>(at) + 1;
  if (i < 0 || next >= mentions.size() ||
      !lexicon.symbols.has(mentions[static_cast<std::size_t>(i)].symbol, kRolePlaceAttach))
    return false;
  // "the last four in Labour hands"
  return mentions[next].symbol == lexicon.core.word ||
         lexicon.symbols.has(mentions[next].symbol, kRoleGoverned);
}

/// A comma, or a dash that means nothing but itself.
bool is_mark(const Lexicon& lexicon, const Mention& mention) {
  const RoleSet roles = lexicon.symbols.roles(mention.symbol);
  return roles == kRoleListMark ||
         (roles == kRoleCell && !mention.has_value && mention.symbol != lexicon.core.word &&
          mention.last - mention.first == 1);
}

/// The subject before a remark that ends right before `before`: "the Tories, who also saw off two
/// independents, now have 25", "Labour – up five at the Greens' expense – holds 30". Nobody when
/// there is no such remark.
PartyRef before_remark(const Lexicon& lexicon, const Context& context,
                       const std::vector<Mention>& mentions, std::int32_t before) {
  const auto at = [&mentions](std::int32_t i) -> const Mention& {
    return mentions[static_cast<std::size_t>(i)];
  };
  const auto has = [&](std::int32_t i, RoleSet roles) {
    return (lexicon.symbols.roles(at(i).symbol) & roles) != 0;
  };
  std::int32_t close = before - 1;
  while (close > 0 && has(close, kRoleAuxiliary)) --close;
  // "lost six to the Conservatives, who gained five, but hold the council": not those.
  const bool turns = close > 1 && has(close, kRoleClauseBreak);
  if (turns) --close;
  if (close < 3 || !is_mark(lexicon, at(close)) || at(close - 1).symbol == lexicon.core.party)
    return {};
  bool broken = false;
  for (std::int32_t open = close - 1; open > 0; --open) {
    // "while Labour lost two", but not "after 2019"
    constexpr RoleSet kSubject = kStandsForParty | kRoleSubjectStop | kRoleCouncilAnaphor;
    broken = broken || (has(open, kRoleClauseBreak) &&
                        (at(open + 1).party != kNone || has(open + 1, kSubject)));
    const bool relative = has(open + 1, kRoleRelative);
    if (at(open).symbol != at(close).symbol || (broken && !relative)) continue;
    std::int32_t party = open - 1;
    // "the Tories in Dover, who …"
    if (party > 1 && at(party).symbol == lexicon.core.council && has(party - 1, kRolePlaceAttach))
      party -= 2;
    if (at(party).symbol != lexicon.core.party) continue;
    const RoleSet list = kRoleJoint | kRoleCell;
    if (at(open + 1).symbol == lexicon.core.party || has(open + 1, list) || at(open + 1).has_value)
      return {};
    const bool governed =
        is_oblique(lexicon, mentions, party) || qualifies(lexicon, mentions, party);
    if (turns && governed && relative) return find_subject(lexicon, context, mentions, open);
    return turns || governed ? PartyRef{} : list_at(lexicon, mentions, party);
  }
  return {};
}

}  // namespace

PartyRef find_subject(const Lexicon& lexicon, const Context& context,
                      const std::vector<Mention>& mentions, std::int32_t before) {
  const PartyRef resumed = before_remark(lexicon, context, mentions, before);
  if (!resumed.parties.empty()) return resumed;
  for (std::int32_t i = before - 1; i >= 0; --i) {
    const Mention& mention = mentions[static_cast<std::size_t>(i)];
    const RoleSet roles = lexicon.symbols.roles(mention.symbol);
    if ((roles & kRoleRelative) != 0) {
      PartyRef found = antecedent(lexicon, mentions, i);
      if (!found.parties.empty()) return found;
    }
    if (mention.symbol == lexicon.core.party) {
      // Right before the verb a party is its subject, whatever stands before: "with Labour gaining
      // two".
      const bool verb =
          static_cast<std::size_t>(before) < mentions.size() &&
          lexicon.symbols.has(mentions[static_cast<std::size_t>(before)].symbol, kRoleFigureLead);
      if (!(verb && adjoins(lexicon, mentions, i, before)) &&
          (is_oblique(lexicon, mentions, i) || qualifies(lexicon, mentions, i)))
        continue;
      return list_at(lexicon, mentions, i);
    }
    if ((roles & kStandsForParty) != 0 && (roles & kRoleSkip) == 0) {
      // On nobody's site "us" after a word is somebody's listener.
      const bool listener = (roles & kRoleFirstPerson) != 0 && context.site_party() == kNone &&
                            i > 0 &&
                            mentions[static_cast<std::size_t>(i - 1)].symbol == lexicon.core.word;
      if (listener) continue;
      if (!adjoins(lexicon, mentions, i, before) && is_oblique(lexicon, mentions, i)) continue;
      // "the Tories, who themselves lost Luton"
      if (i > 0 &&
          lexicon.symbols.has(mentions[static_cast<std::size_t>(i - 1)].symbol, kRoleRelative) &&
          !antecedent(lexicon, mentions, i - 1).parties.empty())
        continue;
      return resolve_anaphor(lexicon, context, mentions, i);
    }
    // "seats from the ruling administration": words may stand between.
    std::int32_t head = i;
    while ((roles & kRoleSubjectStop) != 0 && head > 0 &&
           mentions[static_cast<std::size_t>(head - 1)].symbol == lexicon.core.word)
      --head;
    const bool governed = is_oblique(lexicon, mentions, i) || is_oblique(lexicon, mentions, head);
    // "Ann Hart's group has 14": where nobody else is named, that of the one party told before.
    if ((roles & kRolePersonsParty) != 0 && !governed && context.lone_party() != kNone &&
        std::none_of(mentions.begin(), mentions.end(), [&lexicon](const Mention& m) {
          return m.symbol == lexicon.core.party && m.party != lexicon.noc;
        })) {
      PartyRef persons;
      persons.parties = {context.lone_party()};
      persons.at = i;
      persons.basis = PartyBasis::kPassage;
      persons.guessed = persons.persons = true;
      return persons;
    }
    if ((roles & kRoleSubjectStop) != 0 && !governed) {
      PartyRef stopped;
      stopped.basis = PartyBasis::kNotParty;
      return stopped;
    }
  }
  // "Labour:", and below it "Gained Bury from the Tories, but lost Hart to no overall control."
  if (context.section_party() != kNone && !mentions.empty() &&
      mentions.front().symbol != lexicon.core.party &&
      lexicon.symbols.has(mentions.front().symbol, kRoleFigureLead)) {
    PartyRef section;
    section.parties = {context.section_party()};
    section.basis = PartyBasis::kHeading;
    return section;
  }
  // "From six seats they are now on 13", "for the Greens it was …": one party, no other can be
  // meant.
  PartyRef only;
  bool later = false;
  for (std::size_t i = 0; i < mentions.size(); ++i) {
    if (mentions[i].symbol != lexicon.core.party) continue;
    // "Norwich fought off Labour … to bring their seats to 15": not Labour's.
    // "wrested from Terry Stacy's Lib Dem administration": nor that.
    std::size_t lead = i;
    while (lead > 0 && (lexicon.symbols.has(mentions[lead - 1].symbol, kRoleNounInner) ||
                        (lead < i && mentions[lead - 1].symbol == lexicon.core.word)))
      --lead;
    if (lead > 0 && lexicon.symbols.has(mentions[lead - 1].symbol, kRoleDefeat)) continue;
    const auto at = static_cast<std::int32_t>(i);
    if (at > before && opens_clause(lexicon, mentions, before, i)) {
      later = true;
      if (mentions[i].party != context.party()) continue;
    }
    if (!only.parties.empty() && only.parties.front() != mentions[i].party) {
      only.parties.clear();
      only.basis = PartyBasis::kSeveral;
      return only;
    }
    only.parties = {mentions[i].party};
  }
  only.free = only.parties.empty() && !later;
  only.later = only.parties.empty() && later;
  only.basis = only.parties.empty() ? PartyBasis::kNoParty : PartyBasis::kOnly;
  return only;
}

}  // namespace recount
