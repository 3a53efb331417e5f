// Lines that survive a kill of the process and a loss of power.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "corpus/result.h"

namespace recount {

/// A file of lines, each with a checksum. A line counts once append() has returned; one that was
/// torn, and all behind it, is as if it had never been. One process at a time has it open: to
/// others it is an error, kCannotWrite. Movable; one thread at a time.
class Journal {
 public:
  /// An empty journal at `path`, instead of any that is there. Errors kCannotWrite and kNoSpace.
  static Result<Journal> create(const std::string& path);
  /// The journal at `path`, to go on with; first hands every whole line to `line`. Errors
  /// kUnreadable, kCannotWrite, kNoSpace, and whatever `line` returns.
  static Result<Journal> go_on(const std::string& path,
                               const std::function<std::optional<Error>(std::string_view)>& line);

  Journal(Journal&& other) noexcept;
  Journal& operator=(Journal&&) = delete;
  ~Journal();

  /// Adds a line, safe on disk afterwards. REQUIRES: it holds no newline.
  std::optional<Error> append(std::string_view line);
  /// Closes the journal and removes its file.
  void remove();

 private:
  static Result<Journal> open(const std::string& path, int flags);
  Journal(int fd, std::string path) : fd_(fd), path_(std::move(path)) {}

  int fd_;
  std::string path_;
};

}  // namespace recount
