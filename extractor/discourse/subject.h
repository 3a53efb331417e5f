// Whose figure it is: the subject of a clause.
#pragma once

#include <vector>

#include "extractor/discourse/anaphora.h"

namespace recount {

/// The subject of what begins at mention `before`: the nearest party to the left that no
/// preposition governs, through relative clauses and past other verbs; else nobody.
PartyRef find_subject(const Lexicon& lexicon, const Context& context,
                      const std::vector<Mention>& mentions, std::int32_t before);

}  // namespace recount
