// Somebody's words within a text.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "extractor/lexicon/annotator.h"

namespace recount {

/// Whether a quotation that its paragraph has opened is still open at token `at` of the sentence.
bool in_quotation(std::string_view text, const Annotation& annotation, std::size_t sentence,
                  std::uint32_t at);

}  // namespace recount
