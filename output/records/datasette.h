// What Datasette shows around a database of records.
#pragma once

#include <string>

namespace recount {

/// Datasette's metadata for the database in `file` (datasette FILE -m METADATA): titles and
/// descriptions of tables, views and columns, units, and what to facet by.
std::string datasette_metadata(const std::string& file);

}  // namespace recount
