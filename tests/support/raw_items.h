// What an article source gives, as text.
#pragma once

#include <string>
#include <vector>

#include "corpus/article_source.h"

namespace recount::testing {

/// All that is left in `source`, in order and as it should come out, void parcels mended: "id:
/// bytes" of an article, the message of a failure.
std::vector<std::string> items_of(ArticleSource& source, const SourceOptions& options);

}  // namespace recount::testing
