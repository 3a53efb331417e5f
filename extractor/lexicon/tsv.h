// Tables as tab-separated values: a header line, no quoting, "|" between the items of a list.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "extractor/lexicon/pattern_files.h"

namespace recount {

struct TsvRow {
  std::size_t line;                     // in the file, from 1
  std::vector<std::string_view> cells;  // one per column; views into the file's content
};

struct TsvTable {
  std::vector<TsvRow> rows;
};

/// Parses `files.find(path)` and checks that its header is exactly `columns` and every row has as
/// many cells. Every departure is a fault. The views live as long as `files`.
TsvTable read_tsv(const PatternFiles& files, std::string_view path,
                  const std::vector<std::string_view>& columns, Faults& faults);

/// The non-empty items of "a|b|c".
std::vector<std::string_view> split_list(std::string_view cell);

}  // namespace recount
