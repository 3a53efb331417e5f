// The one article that a person wants to look at.
#pragma once

#include <optional>
#include <string>

#include "corpus/document.h"
#include "corpus/reading.h"
#include "corpus/source_options.h"

namespace recount::cli {

/// Reads the input `name`, of any format, which must hold one article; `overrides` come before what
/// is known of it. What is wrong goes into the `errors` of what is returned. Nothing when it holds
/// another number of articles: nothing of it is read but the first.
std::optional<Reading> read_one_article(const std::string& name, const SourceOptions& options,
                                        const Metadata& overrides);

}  // namespace recount::cli
