#include "corpus/input_files.h"

#include <glob.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <filesystem>
#include <string_view>
#include <system_error>
#include <utility>

namespace recount {
namespace {

namespace fs = std::filesystem;

class FileLister {
 public:
  explicit FileLister(const std::vector<std::string>& exclude) : exclude_(exclude) {}

  void add(const std::string& name) {
    std::error_code ignored;
    if (name == "-") {
      add_standard_input();
    } else if (name.find_first_of("*?[") != name.npos && !fs::exists(name, ignored)) {
      add_matches(name);
    } else {
      add_path(name);
    }
  }

  std::vector<InputFile> take() { return std::move(out_); }

 private:
  void add_error(const std::string& path, const std::string& message) {
    out_.push_back({path, Error{ErrorCode::kUnreadable, path + ": " + message}});
  }

  void add_standard_input() {
    if (std::exchange(stdin_named_, true)) {
      add_error("-", "standard input can be read once only");
    } else {
      out_.push_back({"-", std::nullopt});
    }
  }

  void add_path(const std::string& path) {
    std::error_code ignored;
    if (!fs::is_directory(path, ignored)) {
      out_.push_back({path, std::nullopt});
      return;
    }
    const std::size_t before = out_.size();
    add_folder(path);
    if (out_.size() == before) add_error(path, "the folder holds no file to read");
  }

  void add_matches(const std::string& pattern) {
    glob_t found{};
    const int code = ::glob(pattern.c_str(), 0, nullptr, &found);
    for (std::size_t i = 0; code == 0 && i < found.gl_pathc; ++i) {
      if (!excluded(found.gl_pathv[i])) add_path(found.gl_pathv[i]);
    }
    ::globfree(&found);
    if (code != 0) add_error(pattern, "there is no such file, and none matches it as a pattern");
  }

  /// A folder is sorted with "/" behind its name, so that the paths as a whole are in order.
  void add_folder(const std::string& folder) {
    std::error_code error;
    std::vector<std::string> paths;
    for (fs::directory_iterator it(folder, error), end; !error && it != end; it.increment(error)) {
      const std::string name = it->path().filename().string();
      if (name.starts_with(".") || name.ends_with(".meta.json")) continue;
      std::error_code ignored;
      if (it->is_directory(ignored)) {
        if (!it->is_symlink(ignored)) paths.push_back(it->path().string() + "/");
      } else if (it->is_regular_file(ignored) || it->is_symlink(ignored)) {
        if (!excluded(it->path())) paths.push_back(it->path().string());
      }
    }
    std::sort(paths.begin(), paths.end());
    for (std::string& path : paths) {
      if (path.ends_with('/')) {
        path.pop_back();
        add_folder(path);
      } else {
        out_.push_back({std::move(path), std::nullopt});
      }
    }
    if (error) add_error(folder, "the folder cannot be read: " + error.message());
  }

  bool excluded(const fs::path& path) const {
    return std::any_of(exclude_.begin(), exclude_.end(), [&path](const std::string& name) {
      const fs::path other(name);
      std::error_code ignored;
      return path.filename() == other.filename() && fs::equivalent(path, other, ignored);
    });
  }

  const std::vector<std::string>& exclude_;
  std::vector<InputFile> out_;
  bool stdin_named_ = false;
};

}  // namespace

std::vector<InputFile> list_files(const std::vector<std::string>& names,
                                  const std::vector<std::string>& exclude) {
  FileLister lister(exclude);
  for (const std::string& name : names) lister.add(name);
  return lister.take();
}

std::string stem_of(const std::string& path) {
  if (path == "-") return "stdin";
  std::string stem;
  icu::UnicodeString::fromUTF8(fs::path(path).stem().string()).toUTF8String(stem);
  return stem;
}

}  // namespace recount
