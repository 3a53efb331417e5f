// Descriptions of written records as a Frictionless Data Package.
#pragma once

#include <string>

#include "output/records/record_writer.h"

namespace recount {

/// A datapackage.json (Data Package 2.0) for records of that kind: each table with types,
/// descriptions, units, permitted values and keys. `file` is the name of the file of records, in
/// the same folder as the package. A database has all its tables described; CSV and JSONL have the
/// files beside them that registry_file() names, if `with_registry`.
std::string datapackage_json(const std::string& file, RecordKind kind, bool with_registry);

/// The name of the file of CSV that holds `table` beside the file of records: "facts-councils.csv"
/// beside "facts.csv".
std::string registry_file(const std::string& file, std::string_view table);

/// The name of a file without folder and extension.
std::string file_stem(const std::string& file);

}  // namespace recount
