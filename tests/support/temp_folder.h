// A folder that lives as long as a test.
#pragma once

#include <string>
#include <string_view>

namespace recount::testing {

/// An empty folder, removed with all it holds by the destructor. Throws when the machine refuses.
class TempFolder {
 public:
  TempFolder();
  ~TempFolder();
  TempFolder(const TempFolder&) = delete;
  TempFolder& operator=(const TempFolder&) = delete;

  /// The path of `name` in the folder, or of the folder.
  std::string path(std::string_view name = "") const;
  /// Writes a file, with the folders it is in; returns its path.
  std::string write(std::string_view name, std::string_view content) const;

 private:
  std::string folder_;
};

/// The bytes of a file; empty when there is none.
std::string read_file(const std::string& path);

}  // namespace recount::testing
