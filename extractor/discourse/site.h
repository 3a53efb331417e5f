// Whose site an article comes from: the party that "we" is there.
#pragma once

#include <cstdint>
#include <string_view>

#include "extractor/lexicon/annotator.h"
#include "extractor/lexicon/lexicon.h"

namespace recount {

/// The only party that the publisher's name tells, or kNone.
std::int32_t site_of_source(const Lexicon& lexicon, const Annotation& source);

/// What the text itself tells, or kNone: the only party of an imprint ("Promoted by … on behalf of
/// Medway Labour"); the party that is named alone on top ("Medway Labour"); or the only one that
/// sentences outside quotations go on to call "we" ("The Greens are glad that we …"). `text` is
/// that of `annotation`, as annotate() left it.
std::int32_t site_of_text(const Lexicon& lexicon, std::string_view text,
                          const Annotation& annotation);

}  // namespace recount
