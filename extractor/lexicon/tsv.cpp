#include "extractor/lexicon/tsv.h"

namespace recount {
namespace {

std::vector<std::string_view> split(std::string_view text, char separator,
                                    std::size_t expected = 1) {
  std::vector<std::string_view> parts;
  parts.reserve(expected);
  std::size_t begin = 0;
  for (;;) {
    const std::size_t end = text.find(separator, begin);
    parts.push_back(text.substr(begin, end - begin));
    if (end == std::string_view::npos) return parts;
    begin = end + 1;
  }
}

}  // namespace

TsvTable read_tsv(const PatternFiles& files, std::string_view path,
                  const std::vector<std::string_view>& columns, Faults& faults) {
  TsvTable table;
  const PatternFile* file = files.find(path);
  if (file == nullptr) {
    faults.add({std::string(path), 0, "", "", "the file is missing"});
    return table;
  }
  std::size_t line_number = 0;
  std::string_view rest = file->content;
  while (!rest.empty()) {
    ++line_number;
    const std::size_t end = rest.find('\n');
    std::string_view line = rest.substr(0, end);
    rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
    if (line.empty()) continue;
    auto cells = split(line, '\t', columns.size());
    if (line_number == 1) {
      if (cells != columns) {
        faults.add({file->path, 1, "", std::string(line),
                    "the header is not the expected list of columns"});
        return table;
      }
      continue;
    }
    if (cells.size() != columns.size()) {
      faults.add({file->path, line_number, std::string(cells.front()), std::to_string(cells.size()),
                  "expected " + std::to_string(columns.size()) + " cells"});
      continue;
    }
    table.rows.push_back({line_number, std::move(cells)});
  }
  return table;
}

std::vector<std::string_view> split_list(std::string_view cell) {
  std::vector<std::string_view> items;
  if (cell.empty()) return items;
  for (const std::string_view item : split(cell, '|')) {
    if (!item.empty()) items.push_back(item);
  }
  return items;
}

}  // namespace recount
