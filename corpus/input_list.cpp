#include "corpus/input_list.h"

#include <algorithm>
#include <filesystem>
#include <system_error>
#include <unordered_map>
#include <unordered_set>

#include "corpus/input_files.h"

namespace recount {
namespace {

namespace fs = std::filesystem;

void add_error(const std::string& path, const std::string& message, std::vector<Input>& out) {
  out.push_back({path, "", Error{ErrorCode::kUnreadable, path + ": " + message}});
}

void add_folder(const std::string& folder, std::vector<Input>& out) {
  std::vector<std::string> paths;
  std::error_code error;
  for (fs::recursive_directory_iterator it(folder, error), end; !error && it != end;
       it.increment(error)) {
    std::error_code ignored;
    if (it->path().extension() == ".txt" && !it->is_directory(ignored)) {
      paths.push_back(it->path().string());
    }
  }
  std::sort(paths.begin(), paths.end());
  for (std::string& path : paths) out.push_back({std::move(path), "", std::nullopt});
  if (error) {
    add_error(folder, "the folder cannot be read: " + error.message(), out);
  } else if (paths.empty()) {
    add_error(folder, "the folder holds no .txt file", out);
  }
}

void assign_ids(std::vector<Input>& inputs) {
  std::unordered_set<std::string> taken;  // every stem, and every id made up
  for (const Input& input : inputs) {
    if (!input.error) taken.insert(stem_of(input.path));
  }
  std::unordered_map<std::string, int> last_number;  // by stem; 1 is the bare stem
  for (Input& input : inputs) {
    if (input.error) continue;
    const std::string stem = stem_of(input.path);
    int& number = last_number[stem];
    input.id = stem;
    if (++number == 1) continue;
    while (!taken.insert(stem + "-" + std::to_string(number)).second) ++number;
    input.id = stem + "-" + std::to_string(number);
  }
}

}  // namespace

std::vector<Input> list_inputs(const std::vector<std::string>& names) {
  std::vector<Input> out;
  bool stdin_named = false;
  for (const std::string& name : names) {
    std::error_code ignored;
    if (name == "-" && stdin_named) {
      add_error(name, "standard input can be read once only", out);
    } else if (name != "-" && fs::is_directory(name, ignored)) {
      add_folder(name, out);
    } else {
      out.push_back({name, "", std::nullopt});
    }
    stdin_named = stdin_named || name == "-";
  }
  assign_ids(out);
  return out;
}

}  // namespace recount
