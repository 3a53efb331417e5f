// From a record of a WARC to an article.
#pragma once

#include <optional>
#include <string>

#include "corpus/raw_article.h"
#include "corpus/source_options.h"
#include "corpus/warc/warc_reader.h"

namespace recount {

/// The article in a record of the file `path`, or kDamaged or kTooLarge if its body cannot be
/// decoded. Nothing if it is no article as its HTTP headers tell: a redirection, a page that was
/// not found, a picture.
std::optional<RawItem> read_warc_article(const WarcRecord& record, const std::string& path,
                                         const SourceOptions& options);

}  // namespace recount
