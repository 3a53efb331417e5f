// Which council an article is about, told by all its names of councils together.
#pragma once

#include "extractor/discourse/context.h"
#include "extractor/discourse/frame.h"
#include "extractor/lexicon/annotator.h"

namespace recount {

/// The council that the article tells of, as one to which neighbours are compared in passing; or
/// none: of no council, of several, or of a country. `context` knows which councils may have
/// polled. REQUIRES: the places are resolved.
PlaceRef subject_council(const Lexicon& lexicon, const Context& context, const Annotation& text);

/// The council that a live page is kept about: that council, if it is named above the first post;
/// or none.
PlaceRef page_council(const Lexicon& lexicon, const Context& context, const Annotation& text);

}  // namespace recount
