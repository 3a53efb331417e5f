// Tables that have come down as text: a row is put together from its lines, and before each of its
// figures stands what the heading of the column says it is.
#pragma once

#include <string_view>

#include "extractor/lexicon/annotator.h"

namespace recount {

/// Joins a line that is nothing but a party and the lines of figures below it: "Labour", "33", "+9"
/// becomes one sentence. Under headings that the lexicon knows ("Party", "Elected", "Change") each
/// figure of a row, whether it stands on one line or on several, gets the mention of its column
/// before it, and so it does when the line itself names the column ("elected 9"); figures of
/// columns that are aside ("Votes") are left out. `year` is that of the election: a total under an
/// earlier year is the one before. A figure of more than `largest` seats opens no row without
/// headings.
void join_rows(const Lexicon& lexicon, std::string_view text, int year, double largest,
               Annotation& annotation);

}  // namespace recount
