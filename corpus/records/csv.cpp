#include "corpus/records/csv.h"

#include <algorithm>
#include <utility>

namespace recount {
namespace {

/// Where the field that begins at `at` ends: at a delimiter, a line end, or the end of the bytes.
/// npos if it is in quotation marks that do not close.
std::size_t field_end(std::string_view bytes, std::size_t at, char delimiter) {
  if (at < bytes.size() && bytes[at] == '"') {
    for (at = bytes.find('"', at + 1); at != bytes.npos; at = bytes.find('"', at + 2)) {
      if (bytes.substr(at + 1, 1) != "\"") break;
    }
    if (at == bytes.npos) return at;
  }
  const char ends[] = {delimiter, '\n'};
  return std::min(bytes.find_first_of(std::string_view(ends, 2), at), bytes.size());
}

/// What a field says; nothing if something stands behind the closing quotation mark.
std::optional<std::string> field_value(std::string_view field) {
  if (!field.starts_with('"')) return std::string(field);
  std::string out;
  for (std::size_t at = 1; at < field.size(); ++at) {
    if (field[at] != '"') {
      out += field[at];
    } else if (at + 1 == field.size()) {
      return out;
    } else if (field[++at] == '"') {
      out += '"';
    } else {
      break;
    }
  }
  return std::nullopt;
}

}  // namespace

std::size_t csv_record_size(std::string_view bytes, char delimiter) {
  for (std::size_t at = 0;; ++at) {
    at = field_end(bytes, at, delimiter);
    if (at >= bytes.size()) return bytes.npos;
    if (bytes[at] == '\n') return at + 1;
  }
}

std::optional<std::vector<std::string>> csv_fields(std::string_view record, char delimiter) {
  if (record.ends_with('\n')) record.remove_suffix(1);
  if (record.ends_with('\r')) record.remove_suffix(1);
  std::vector<std::string> out;
  for (std::size_t begin = 0;;) {
    const std::size_t end = field_end(record, begin, delimiter);
    if (end == record.npos) return std::nullopt;
    std::optional<std::string> value = field_value(record.substr(begin, end - begin));
    if (!value) return std::nullopt;
    out.push_back(std::move(*value));
    if (end == record.size()) return out;
    begin = end + 1;
  }
}

std::optional<CsvColumns> csv_columns(std::string_view bytes, const FieldFinder& finder) {
  const std::size_t mark = bytes.starts_with("\xef\xbb\xbf") ? 3 : 0;
  bytes.remove_prefix(mark);
  for (const char delimiter : {',', ';', '\t'}) {
    const std::size_t size = std::min(csv_record_size(bytes, delimiter), bytes.size());
    std::optional<std::vector<std::string>> names = csv_fields(bytes.substr(0, size), delimiter);
    if (!names) continue;
    CsvColumns columns{delimiter, mark + size, std::move(*names), {}};
    bool has_text = false;
    for (const std::string& name : columns.names) {
      columns.matches.push_back(finder.match(name));
      has_text = has_text ||
                 (columns.matches.back() && columns.matches.back()->field == ArticleField::kText);
    }
    if (has_text) return columns;
  }
  return std::nullopt;
}

void read_csv_record(std::string_view record, const std::string& path, const std::string& stem,
                     std::uint64_t offset, const CsvColumns& columns, const SourceOptions& options,
                     std::vector<RawItem>& out) {
  std::optional<std::vector<std::string>> fields = csv_fields(record, columns.delimiter);
  if (!fields) {
    out.push_back(record_failure(path, offset, ErrorCode::kDamaged,
                                 "a field in quotation marks does not end with one"));
    return;
  }
  if (fields->size() == 1 && fields->front().empty()) return;  // an empty line
  if (fields->size() != columns.names.size()) {
    out.push_back(record_failure(path, offset, ErrorCode::kDamaged,
                                 std::to_string(fields->size()) + " fields, but there are " +
                                     std::to_string(columns.names.size()) + " columns"));
    return;
  }
  FieldValues values;
  for (std::size_t i = 0; i < fields->size(); ++i) {
    if (columns.matches[i]) values.set(*columns.matches[i], std::move((*fields)[i]));
  }
  values.add_article(path, stem, offset, offset, columns.names, options, out);
}

}  // namespace recount
