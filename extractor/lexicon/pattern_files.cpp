#include "extractor/lexicon/pattern_files.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <system_error>

namespace recount {

PatternFiles::PatternFiles(std::vector<PatternFile> files) : files_(std::move(files)) {
  std::sort(files_.begin(), files_.end(),
            [](const PatternFile& a, const PatternFile& b) { return a.path < b.path; });
}

Result<PatternFiles> PatternFiles::read(const std::string& directory) {
  namespace fs = std::filesystem;
  std::error_code error;
  if (!fs::is_directory(directory, error)) {
    return Error{ErrorCode::kUnreadable, directory + ": no readable folder of patterns"};
  }
  std::vector<PatternFile> files;
  for (auto it = fs::recursive_directory_iterator(directory, error);
       !error && it != fs::recursive_directory_iterator(); it.increment(error)) {
    const fs::path& path = it->path();
    if (!it->is_regular_file() || (path.extension() != ".toml" && path.extension() != ".tsv"))
      continue;
    std::ifstream in(path, std::ios::binary);
    std::ostringstream content;
    content << in.rdbuf();
    if (!in) return Error{ErrorCode::kUnreadable, path.string() + ": cannot be read"};
    files.push_back(
        {path.lexically_relative(directory).generic_string(), std::move(content).str()});
  }
  if (error) return Error{ErrorCode::kUnreadable, directory + ": " + error.message()};
  return PatternFiles(std::move(files));
}

const PatternFile* PatternFiles::find(std::string_view path) const {
  const auto it =
      std::lower_bound(files_.begin(), files_.end(), path,
                       [](const PatternFile& f, std::string_view p) { return f.path < p; });
  return it != files_.end() && it->path == path ? &*it : nullptr;
}

std::string Faults::report() const {
  std::string out;
  for (const Fault& fault : faults_) {
    out += fault.file;
    if (fault.line != 0) out += ':' + std::to_string(fault.line);
    out += ": ";
    if (!fault.rule.empty()) out += fault.rule + ": ";
    out += fault.message;
    if (!fault.piece.empty()) out += ": \"" + fault.piece + '"';
    out += '\n';
  }
  if (!out.empty()) out.pop_back();
  return out;
}

}  // namespace recount
