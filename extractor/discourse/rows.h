// Tables whose cells came out one a line.
#pragma once

#include "extractor/lexicon/annotator.h"
#include "extractor/lexicon/lexicon.h"

namespace recount {

/// Joins a line that is nothing but a party with the lines below it that are nothing but figures:
/// "Con", "34", "-2" becomes the sketch of "Con 34 -2". The mentions move to the first line; a
/// figure line is left empty. A first figure above `largest` (votes, most likely) joins nothing.
void join_rows(const Lexicon& lexicon, double largest, Annotation& text);

}  // namespace recount
