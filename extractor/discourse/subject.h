// Whose figure it is: the subject of a clause, and what stands for a party.
#pragma once

#include <string>
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

/// The party of the one person of a party in the sentence ("…", said the Tory leader), or kNone.
std::int32_t speaker_in(const Lexicon& lexicon, const std::vector<Mention>& mentions);

/// The parties that mention `at` means: itself, or what a pronoun refers to.
PartyRef party_at(const Lexicon& lexicon, const Context& context,
                  const std::vector<Mention>& mentions, std::int32_t at);

/// The subject of what begins at mention `before`: the nearest party to the left that no
/// preposition governs, through relative clauses and past other verbs; else nobody.
PartyRef find_subject(const Lexicon& lexicon, const Context& context,
                      const std::vector<Mention>& mentions, std::int32_t before);

}  // namespace recount
