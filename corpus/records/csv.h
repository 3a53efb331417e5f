// CSV as of RFC 4180, also with semicolons or tabs.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/raw_article.h"
#include "corpus/records/fields.h"
#include "corpus/source_options.h"

namespace recount {

/// Bytes of the record at the beginning of `bytes`, its line end included; npos if it does not end
/// there. A line end between quotation marks ends nothing.
std::size_t csv_record_size(std::string_view bytes, char delimiter);

/// The fields of a record; nothing if it is not as RFC 4180 wants it: something behind a closing
/// quotation mark, or none that closes.
std::optional<std::vector<std::string>> csv_fields(std::string_view record, char delimiter);

/// What the first record tells.
struct CsvColumns {
  char delimiter = ',';
  std::size_t size = 0;  // bytes of that record
  std::vector<std::string> names;
  std::vector<std::optional<FieldMatch>> matches;  // of each column
};

/// The columns that the record at the beginning of `bytes` names, if one of them is the text of
/// articles.
std::optional<CsvColumns> csv_columns(std::string_view bytes, const FieldFinder& finder);

/// Adds the article in `record` to `out`, and failures: kDamaged for a record that is not as it
/// should be, or has not as many fields as there are columns, and as of FieldValues.
void read_csv_record(std::string_view record, const std::string& path, const std::string& stem,
                     std::uint64_t offset, const CsvColumns& columns, const SourceOptions& options,
                     std::vector<RawItem>& out);

}  // namespace recount
