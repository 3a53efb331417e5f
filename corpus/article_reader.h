// From the bytes of an article in an archive to a document.
#pragma once

#include <cstdint>

#include "corpus/raw_article.h"
#include "corpus/reading.h"

namespace recount {

struct ReaderOptions {
  /// Bytes above which an article is not read, as it comes and as text. At most what an Extractor
  /// takes, 4 GiB - 1.
  std::uint64_t max_bytes = std::uint64_t{64} << 20;
  /// Whatever is given here holds for all articles, whatever is known about them otherwise.
  Metadata overrides;
};

/// Reads plain text (UTF-8 is left as it is, with its byte order mark; see charset.h for others) or
/// the article on a web page (html/html_reader.h). What options say of it comes before what the
/// record or sidecar says, and that before what the page says. A `published` of the record that is
/// no day is a kBadMetadata beside the document. Error kTooLarge. Thread-safe.
Reading read_article(RawArticle&& raw, const ReaderOptions& options);

}  // namespace recount
