// The posts of a live page.
#pragma once

#include <string_view>

#include "extractor/lexicon/annotator.h"
#include "extractor/lexicon/lexicon.h"

namespace recount {

/// Marks the sentences that begin a post: those that open with a time of day ("07:12", "1745:",
/// "10.05pm"), which is taken out of their sketches, and lines with a word for posts (role
/// post-break).
void mark_posts(const Lexicon& lexicon, std::string_view text, Annotation& annotation);

/// Whether the text is a live page: several posts, which stand alone.
bool is_live_page(const Annotation& annotation);

}  // namespace recount
