#include "cli/pattern_text.h"

#include <algorithm>
#include <string_view>

#include "extractor/lexicon/pattern_files.h"
#include "extractor/rules/embedded_patterns.h"

namespace recount::cli {
namespace {

std::string content_of(const std::string& path, const std::string& directory) {
  if (directory.empty()) {
    for (const EmbeddedFile& file : embedded_patterns()) {
      if (file.path == path) return std::string(file.content);
    }
    return "";
  }
  const Result<PatternFiles> files = PatternFiles::read(directory);
  const PatternFile* file = files.ok() ? files.value().find(path) : nullptr;
  return file == nullptr ? "" : file->content;
}

/// Drops blank lines and comments from the end: they belong to what follows.
void trim_tail(std::string& block) {
  while (!block.empty()) {
    block.erase(block.find_last_not_of('\n') + 1);
    const std::size_t newline = block.rfind('\n');
    const std::size_t last = newline == std::string::npos ? 0 : newline + 1;
    const std::size_t first = block.find_first_not_of(" \t\r", last);
    if (first != std::string::npos && block[first] != '#') break;
    block.erase(last);
  }
  block += '\n';
}

}  // namespace

std::string rule_source(const Rule& rule, const std::string& directory) {
  const std::string content = content_of(rule.file, directory);
  std::size_t begin = 0;
  for (std::size_t line = 1; line < rule.line && begin < content.size(); ++line) {
    begin = std::min(content.find('\n', begin), content.size() - 1) + 1;
  }
  if (begin >= content.size()) return "pattern = " + rule.source + '\n';
  std::string block = content.substr(begin, content.find("\n[[", begin) - begin);
  trim_tail(block);
  return block;
}

}  // namespace recount::cli
