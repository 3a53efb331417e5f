// What stands for a party: its name, a list of names, a pronoun, a person.
#pragma once

#include <vector>

#include "extractor/discourse/context.h"

namespace recount {

struct PartyRef {
  ToldList parties;      // several for "Labour and the Greens"; empty when none is found
  std::int32_t at = -1;  // mention where it was found, or -1 for an earlier sentence
  PartyBasis basis = PartyBasis::kNobody;
  bool guessed = false;  // a pronoun that an earlier sentence explains
  bool persons = false;  // somebody's party: the one told before, for want of another
  bool free = false;     // nothing in the sentence is a party or stands for one
  bool later = false;    // only in a clause behind is a party named
};

/// The roles of what has the party of a person: the person, or words of speech and who said them.
inline constexpr RoleSet kOfOnePerson = kRoleSubjectStop | kRoleSpeech;

/// The party of the one person of a party in the sentence ("…", said the Tory leader), or kNone.
std::int32_t speaker_in(const Lexicon& lexicon, const std::vector<Mention>& mentions);

/// The same, or the party of the person told before whom "he said" means.
std::int32_t speaker_told(const Lexicon& lexicon, const Context& context,
                          const std::vector<Mention>& mentions);

/// The parties that mention `at` means: itself, or what a pronoun refers to.
PartyRef party_at(const Lexicon& lexicon, const Context& context,
                  const std::vector<Mention>& mentions, std::int32_t at);

/// The party list that ends at `at`: "Labour, the Greens and the Liberal Democrats".
PartyRef list_at(const Lexicon& lexicon, const std::vector<Mention>& mentions, std::int32_t at);

/// What "they" at `at` means: the subject before it in the sentence, else what the passage is
/// about.
PartyRef resolve_anaphor(const Lexicon& lexicon, const Context& context,
                         const std::vector<Mention>& mentions, std::int32_t at);

/// Of a sentence that names nobody: the party that it turns out to go on about, as one of the words
/// from mention `after` on tells ("seven gains put the party on 55"); or none.
PartyRef party_further_on(const Lexicon& lexicon, const Context& context,
                          const std::vector<Mention>& mentions, std::int32_t after);

}  // namespace recount
