#include "extractor/discourse/anaphora.h"

#include <algorithm>

namespace recount {

PartyRef list_at(const Lexicon& lexicon, const std::vector<Mention>& mentions, std::int32_t at) {
  PartyRef out;
  out.at = at;
  out.basis = PartyBasis::kNamed;
  out.parties.push_back(mentions[static_cast<std::size_t>(at)].party);
  bool joined = false, pause = false, paused = false;
  ToldList found = out.parties;
  std::int32_t first = at;
  for (std::int32_t i = at; i >= 2;) {
    const Mention& mark = mentions[static_cast<std::size_t>(i - 1)];
    std::int32_t previous = i - 2;
    if (lexicon.symbols.has(mark.symbol, kRoleJoint)) {
      joined = true;
      // ", and"
      if (previous >= 1 &&
          lexicon.symbols.has(mentions[static_cast<std::size_t>(previous)].symbol, kRoleListMark)) {
        --previous;
        paused = true;
      }
    } else if (!lexicon.symbols.has(mark.symbol, kRoleListMark)) {
      break;
    }
    if (!joined || previous < 0 ||
        mentions[static_cast<std::size_t>(previous)].symbol != lexicon.core.party)
      break;
    found.push_back(mentions[static_cast<std::size_t>(previous)].party);
    pause = pause || paused;
    first = previous;
    i = previous;
  }
  // "slips from Labour, and the SNP is …": the list belongs to the preposition, its last member may
  // not. "… are independents, and the SNP have …": of two, a comma before "and" parts clauses.
  if (pause && found.size() == 2) return out;
  if (joined && found.size() > 1 && !is_oblique(lexicon, mentions, first)) {
    std::reverse(found.begin(), found.end());
    out.parties = found;
    out.at = first;
  }
  return out;
}

namespace {

/// Who a remark on a place that ends right before `at` begins with: "in Luton, where it had ruled
/// with independents, it …"; or -1.
std::int32_t aside_subject(const Lexicon& lexicon, const std::vector<Mention>& mentions,
                           std::int32_t at) {
  const auto has = [&](std::int32_t i, RoleSet roles) {
    return (lexicon.symbols.roles(mentions[static_cast<std::size_t>(i)].symbol) & roles) != 0;
  };
  if (at < 4 || !has(at - 1, kRoleListMark)) return -1;
  std::int32_t open = at - 2;
  while (open > 0 && !has(open, kRoleRelative | kRoleClauseBreak)) --open;
  if (open < 2 || !has(open, kRoleRelative) || !has(open - 1, kRoleListMark) ||
      mentions[static_cast<std::size_t>(open - 2)].place == kNone)
    return -1;
  for (std::int32_t i = open + 1; i < at - 1; ++i) {
    const Mention& mention = mentions[static_cast<std::size_t>(i)];
    const RoleSet roles = lexicon.symbols.roles(mention.symbol);
    if ((roles & (kRolePartyAnaphor | kRoleSkip)) == kRolePartyAnaphor) return i;
    if (mention.symbol == lexicon.core.party)
      return is_oblique(lexicon, mentions, i) || mention.party == lexicon.noc ? -1 : i;
    if ((roles & kRoleSubjectStop) != 0) return -1;
  }
  return -1;
}

}  // namespace

PartyRef resolve_anaphor(const Lexicon& lexicon, const Context& context,
                         const std::vector<Mention>& mentions, std::int32_t at) {
  const RoleSet roles = lexicon.symbols.roles(mentions[static_cast<std::size_t>(at)].symbol);
  PartyRef out;
  if ((roles & kRoleFirstPerson) != 0) {
    const std::int32_t site = context.site_party();
    const std::int32_t ours = site != kNone ? site : speaker_told(lexicon, context, mentions);
    out.basis = PartyBasis::kSite;
    if (ours != kNone)
      out.parties = {ours};
    else if (context.speaker() != kNone)
      out.parties = {context.speaker()};
    return out;
  }
  if ((roles & kRoleOfPerson) != 0) {
    std::int32_t person = context.person();
    for (std::int32_t i = 0; i < at; ++i) {
      const Mention& mention = mentions[static_cast<std::size_t>(i)];
      if ((lexicon.symbols.roles(mention.symbol) & kOfOnePerson) != 0 && mention.party != kNone)
        person = mention.party;
    }
    const std::int32_t named = mentions[static_cast<std::size_t>(at)].party;
    if (named != kNone) person = named;
    if (person != kNone) {
      out.parties = {person};
      out.basis = PartyBasis::kPerson;
      return out;
    }
  }
  const bool of_two = (roles & (kRoleFormer | kRoleLatter)) != 0;
  for (auto aside = at; aside >= 0 && !of_two; aside = aside_subject(lexicon, mentions, at)) {
    at = aside;
    if (mentions[static_cast<std::size_t>(at)].symbol != lexicon.core.party) continue;
    out.parties = {mentions[static_cast<std::size_t>(at)].party};
    out.at = at;
    out.basis = PartyBasis::kSentence;
    return out;
  }
  ToldList told;  // parties before it in the sentence
  for (std::int32_t i = 0; i < at; ++i) {
    const Mention& mention = mentions[static_cast<std::size_t>(i)];
    if (mention.symbol == lexicon.core.party) told.push_back(mention.party);
  }
  if ((roles & (kRoleFormer | kRoleLatter)) != 0) {
    const auto& pair = told.size() >= 2 ? told : context.recent_parties();
    if (pair.size() >= 2)
      out.parties = {(roles & kRoleFormer) != 0 ? pair[pair.size() - 2] : pair.back()};
    out.basis = PartyBasis::kPair;
    return out;
  }
  // "Ukip lost all that it had, and it …": the party named first.
  const auto names_subject = [&](std::int32_t before) {
    for (std::int32_t i = 0; i < before; ++i) {
      if (mentions[static_cast<std::size_t>(i)].symbol == lexicon.core.party &&
          !is_oblique(lexicon, mentions, i))
        return true;
    }
    return false;
  };
  for (std::int32_t i = at - 1; i >= 0; --i) {
    const Mention& mention = mentions[static_cast<std::size_t>(i)];
    if (mention.symbol == lexicon.core.party && !is_oblique(lexicon, mentions, i)) {
      out = list_at(lexicon, mentions, i);
      if (out.parties.size() > 1) out.parties = {out.parties.front()};
      out.basis = PartyBasis::kSentence;
      return out;
    }
    // "They lost Devon to the Tories, though they …": the same party as in the first place.
    constexpr RoleSet kTold = kRolePartyAnaphor | kRoleSkip;
    if ((lexicon.symbols[mention.symbol].roles & kTold) == kRolePartyAnaphor &&
        context.party() != kNone && !is_oblique(lexicon, mentions, i) && !names_subject(i))
      return resolve_anaphor(lexicon, context, mentions, i);
    if (lexicon.symbols.has(mention.symbol, kRoleSubjectStop) && mention.party != kNone) {
      out.parties = {mention.party};
      out.at = i;
      out.basis = PartyBasis::kPerson;
      return out;
    }
  }
  // "In Hull, where they had a majority, the Lib Dems …": they are who comes.
  const auto size = static_cast<std::int32_t>(mentions.size());
  if (told.empty() && at > 0 &&
      lexicon.symbols.has(mentions[static_cast<std::size_t>(at - 1)].symbol, kRoleRelative)) {
    std::int32_t i = at + 1;
    while (i < size &&
           !lexicon.symbols.has(mentions[static_cast<std::size_t>(i)].symbol, kRoleListMark))
      ++i;
    if (i + 1 < size && mentions[static_cast<std::size_t>(i + 1)].symbol == lexicon.core.party) {
      out.parties = {mentions[static_cast<std::size_t>(i + 1)].party};
      out.basis = PartyBasis::kSentence;
      return out;
    }
  }
  // "They lost it to the Tories, though they …": who they were before.
  bool again = told.empty() && context.refers_back();
  for (std::int32_t i = 0; i < at; ++i) {
    const Mention& mention = mentions[static_cast<std::size_t>(i)];
    if (mention.symbol == lexicon.core.party) break;
    // "It was a bad night for Labour, which …": a mere place-holder.
    again = again || (lexicon.symbols[mention.symbol].roles & (kRolePartyAnaphor | kRoleSkip)) ==
                         kRolePartyAnaphor;
  }
  if (again && context.party() != kNone) told.clear();
  // "Luton remained a Labour-run council, with the party taking …": who runs it.
  const bool same = context.refers_back() && context.party() != kNone;
  for (std::int32_t i = at - 1; told.empty() && !same && i >= 0; --i) {
    const std::int32_t run = mentions[static_cast<std::size_t>(i)].party;
    if (run != kNone) told.push_back(run);
  }
  const bool one = !told.empty() && std::all_of(told.begin(), told.end(), [&told](std::int32_t p) {
    return p == told.front();
  });
  if (one) {
    out.parties = {told.front()};
    out.basis = PartyBasis::kOnly;
  } else if (context.topic() != kNone) {
    // "They took Bury. Labour lost Luton.", and the next paragraph: "In Hart they …".
    out.parties = {context.topic()};
    out.basis = PartyBasis::kPassage;
    out.guessed = true;
  } else if (context.party() != kNone) {
    out.parties = {context.party()};
    out.basis = PartyBasis::kPassage;
    out.guessed = true;
  }
  return out;
}

std::int32_t speaker_in(const Lexicon& lexicon, const std::vector<Mention>& mentions) {
  std::int32_t speaker = kNone;
  for (std::size_t i = 0; i < mentions.size(); ++i) {
    const RoleSet roles = lexicon.symbols.roles(mentions[i].symbol);
    std::int32_t party = (roles & kOfOnePerson) != 0 ? mentions[i].party : kNone;
    // "said a Tory councillor"
    if ((roles & kRoleSpeech) != 0 && i + 2 < mentions.size() &&
        mentions[i + 1].symbol == lexicon.core.party &&
        lexicon.symbols.has(mentions[i + 2].symbol, kRoleCounted))
      party = mentions[i + 1].party;
    // "the leader of the Conservatives"
    if (party == kNone && (roles & kRoleSubjectStop) != 0 && i + 2 < mentions.size() &&
        mentions[i + 2].symbol == lexicon.core.party &&
        (lexicon.symbols.roles(mentions[i + 1].symbol) & (kRolePlaceAttach | kRoleOblique)) != 0)
      party = mentions[i + 2].party;
    // "Ann Bell of the Greens said", "Labour's Ann Bell said", "Labour said"
    if (party == kNone && (roles & kRoleSpeech) != 0) {
      std::size_t before = i;
      while (before > 0 && mentions[before - 1].symbol == lexicon.core.word) --before;
      if (before > 0 && before < i &&
          (lexicon.symbols.roles(mentions[before - 1].symbol) & kRoleNounInner) != 0)
        --before;
      if (before > 0 && mentions[before - 1].symbol == lexicon.core.party)
        party = mentions[before - 1].party;
    }
    if (party == kNone || party == speaker) continue;
    if (speaker != kNone) return kNone;
    speaker = party;
  }
  return speaker;
}

std::int32_t speaker_told(const Lexicon& lexicon, const Context& context,
                          const std::vector<Mention>& mentions) {
  const std::int32_t speaker = speaker_in(lexicon, mentions);
  if (speaker != kNone || context.person() == kNone) return speaker;
  const auto names = [&](std::size_t i) {
    return mentions[i].symbol == lexicon.core.word ||
           lexicon.symbols.has(mentions[i].symbol, kRoleSubjectStop);
  };
  for (std::size_t i = 0; i < mentions.size(); ++i) {
    // A pronoun and the word of speech have become one.
    if (!lexicon.symbols.has(mentions[i].symbol, kRoleSpeech) ||
        mentions[i].last - mentions[i].first != 2)
      continue;
    if ((i == 0 || !names(i - 1)) && (i + 1 == mentions.size() || !names(i + 1)))
      return context.person();
  }
  return kNone;
}

PartyRef party_at(const Lexicon& lexicon, const Context& context,
                  const std::vector<Mention>& mentions, std::int32_t at) {
  const Mention& mention = mentions[static_cast<std::size_t>(at)];
  const RoleSet roles = lexicon.symbols.roles(mention.symbol);
  if ((roles & kStandsForParty) != 0) {
    return resolve_anaphor(lexicon, context, mentions, at);
  }
  PartyRef out;
  if (mention.party != kNone) {
    out.parties = {mention.party};
    out.at = at;
    out.basis = PartyBasis::kNamed;
  }
  return out;
}

PartyRef party_further_on(const Lexicon& lexicon, const Context& context,
                          const std::vector<Mention>& mentions, std::int32_t after) {
  for (auto i = after; i < static_cast<std::int32_t>(mentions.size()); ++i) {
    const RoleSet roles = lexicon.symbols.roles(mentions[static_cast<std::size_t>(i)].symbol);
    constexpr RoleSet kOther = kRoleSubjectStop | kRoleSomeParty | kRoleRelative | kRoleClauseBreak;
    if ((roles & kOther) != 0) break;
    if ((roles & (kRolePartyAnaphor | kRoleSkip)) == kRolePartyAnaphor)
      return resolve_anaphor(lexicon, context, mentions, i);
  }
  return {};
}

}  // namespace recount
