// The sample articles of corpus/samples.
#pragma once

#include <string>
#include <vector>

#include "corpus/document.h"

namespace recount::test {

/// All sample articles, sorted by id, each as `recount` would read it with its sidecar. Throws when
/// a file cannot be read.
std::vector<Document> load_samples();

/// The bytes of a file. Throws when it cannot be read.
std::string read_bytes(const std::string& path);

}  // namespace recount::test
