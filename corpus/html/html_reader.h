// From the bytes of a web page to the article on it.
#pragma once

#include <string>
#include <string_view>

#include "corpus/document.h"

namespace recount {

struct HtmlArticle {
  std::string text;      // UTF-8, lines as html/body_text.h lays them out
  Metadata metadata;     // as far as the page says; `election` is not among it
  std::string language;  // as written: "en-GB"; empty if the page does not say
};

/// Reads a page, or a part of one. `charset` is what HTTP or a record says of its encoding; empty
/// if nothing is known. Any bytes will do: what is damaged is read as far as a browser would read
/// it. Time is linear in the size. Thread-safe. REQUIRES: `bytes` is smaller than 4 GiB - 1.
HtmlArticle read_html(std::string bytes, std::string_view charset);

/// Whether bytes of unknown kind are HTML: they begin as a page does, or have tags of paragraphs,
/// line breaks and the like.
bool looks_like_html(std::string_view bytes);

}  // namespace recount
