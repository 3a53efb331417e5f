// What a figure rests on: how its party and its place were found.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace recount {

enum class PartyBasis : std::uint8_t {
  kNobody,    // the measure has no party, or the rule says which
  kNamed,     // in the match, or as the subject of its clause
  kRelative,  // "who", "which": the party right before it
  kSentence,  // a pronoun for the subject earlier in the sentence
  kOnly,      // not the subject, but no other party is in the sentence
  kPerson,    // the party of a person
  kPair,      // "the former", "both": of those told before
  kFigure,    // the party of the figure before
  kPassage,   // the subject of an earlier sentence
  kSite,      // the party whose site it is
  kHeading,   // named in a line above
  kNoParty,   // from here on nothing was found: no party in the sentence
  kSeveral,   // several parties, none of them the subject
  kNotParty,  // the subject is no party
};
inline constexpr std::size_t kPartyBases = 14;

enum class PlaceBasis : std::uint8_t {
  kMatch,     // named in the match
  kBefore,    // before it in the clause
  kAfter,     // after it in the clause
  kSentence,  // elsewhere in the sentence
  kArea,      // an area in the sentence
  kSeveral,   // of several councils together
  kPassage,   // what the passage is about
  kNothing,   // nothing tells
  kArticle,   // what the passage is about, and so is the whole article
};
inline constexpr std::size_t kPlaceBases = 9;

/// How the basis is called in patterns/calibration.toml and by `recount explain`.
std::string_view basis_name(PartyBasis basis);
std::string_view basis_name(PlaceBasis basis);

}  // namespace recount
