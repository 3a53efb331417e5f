// What is written beside records so that other programs know what they hold.
#pragma once

#include <optional>
#include <string>

#include "output/records/record_writer.h"

namespace recount {

/// Writes, into the folder of the records at `path`, `datapackage.json`; beside CSV and JSONL also
/// councils, areas and parties as CSV, if `registry` is given ("facts-councils.csv"); beside a
/// database, Datasette's metadata ("facts.metadata.json"). Each file whole, over an older one.
/// Errors kNoSpace and kCannotWrite. REQUIRES: `path` is no standard output.
std::optional<Error> describe_records(const std::string& path, RecordKind kind,
                                      const Registry* registry);

}  // namespace recount
