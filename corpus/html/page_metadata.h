// What a page says about itself.
#pragma once

#include <optional>
#include <string>

#include "corpus/document.h"
#include "corpus/html/tree.h"

namespace recount::html {

struct PageMetadata {
  Metadata metadata;     // all but `election`; `url` is the canonical address if that is absolute
  std::string language;  // as written: "en-GB"; empty if the page does not say
  std::string titles;    // all that the page calls itself, a line each
  std::string body;      // the text of the article in its JSON-LD, if that has it; may be HTML
};

/// From JSON-LD, Open Graph, <meta>, <link>, <html lang>, <title> and <time>, in that order.
PageMetadata read_page_metadata(const Tree& tree);

}  // namespace recount::html
