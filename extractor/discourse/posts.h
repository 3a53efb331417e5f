// The posts of a live page.
#pragma once

#include <string_view>

#include "extractor/lexicon/annotator.h"
#include "extractor/lexicon/lexicon.h"

namespace recount {

/// Marks the sentences that begin with a time of day ("07:12", "1745:", "10.05pm") and takes the time
/// out of their sketches.
void mark_clocks(std::string_view text, Annotation& annotation);

/// Whether the text is a live page: several posts, which stand alone.
bool is_live_page(const Lexicon& lexicon, const Annotation& annotation);

}  // namespace recount
