// Metadata beside an article: NAME.meta.json.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "corpus/document.h"
#include "corpus/result.h"

namespace recount {

/// Reads the keys source, url, title, published and election, each a string or null, out of a JSON
/// object into `metadata`; other keys are passed over. What is wrong goes to `errors` as
/// kBadMetadata, one for each key, with `path`, line and what was expected; what is good is kept
/// all the same. Of malformed JSON nothing is good.
void parse_sidecar(const std::string& path, std::string_view json, Metadata& metadata,
                   std::vector<Error>& errors);

/// The same from the file NAME.meta.json beside the article NAME.txt (or of any other extension),
/// if there is one. A sidecar that cannot be read, or is larger than 1 MiB, is kBadMetadata, too.
void read_sidecar(const std::string& article, Metadata& metadata, std::vector<Error>& errors);

}  // namespace recount
