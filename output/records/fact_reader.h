// Facts read back from the files that they were written to.
#pragma once

#include <string>
#include <vector>

#include "corpus/result.h"
#include "extractor/facts/fact.h"

namespace recount {

/// Adds the facts of a file of JSON lines to `facts`; "-" is standard input. Facts of one article
/// share its provenance. A line that holds no fact is reported as kBadRecord with the file and the
/// line, and the rest is read; kUnreadable when the file cannot be. Empty lines are passed over.
void read_facts(const std::string& path, std::vector<Fact>& facts, std::vector<Error>& errors);

}  // namespace recount
