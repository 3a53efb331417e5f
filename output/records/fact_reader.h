// Facts read back from the files that they were written to.
#pragma once

#include <string>
#include <vector>

#include "corpus/result.h"
#include "extractor/facts/fact.h"

namespace recount {

/// Adds the facts of a file of JSON lines, of CSV or of a database, as its content shows, to
/// `facts`; "-" is standard input, which can be no database. Facts of one article that stand
/// together share its provenance. A line or row that holds no fact is reported as kBadRecord with
/// the file and the line, and the rest is read; kUnreadable when the file cannot be. Empty lines
/// are passed over.
void read_facts(const std::string& path, std::vector<Fact>& facts, std::vector<Error>& errors);

}  // namespace recount
