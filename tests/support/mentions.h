// Mentions of a sentence as text: "<party labour> <gained> <n 4>".
#pragma once

#include <string>
#include <string_view>

#include "extractor/lexicon/annotator.h"
#include "extractor/lexicon/lexicon.h"

namespace recount::test {

/// The mentions of the first sentence of `text`, not yet resolved: a name of a place is written as
/// its folded name, a party as its id, a value as a number, a bound and a sign as words.
std::string mentions(const Lexicon& lexicon, std::string_view text);

/// The mentions of all sentences of an annotated text, with the ids of places that are resolved.
std::string mentions(const Lexicon& lexicon, const Annotation& annotation);

}  // namespace recount::test
