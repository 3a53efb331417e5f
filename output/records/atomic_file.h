// A file that appears whole or not at all.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "corpus/result.h"

namespace recount {

/// Writes a file under a temporary name in the same folder; commit() gives it its own. Until then,
/// and when anything fails, a file that was there before stays as it was. What is no regular file
/// (a device, a pipe) is written directly. All errors are kCannotWrite and name the file; after
/// one, nothing more is written. Movable; one thread at a time.
class AtomicFile {
 public:
  /// Opens `path` for writing; a symbolic link is followed, permissions of an old file are kept.
  static Result<AtomicFile> create(const std::string& path);
  /// Standard output, written directly and left open.
  static AtomicFile standard_output();

  AtomicFile(AtomicFile&& other) noexcept;
  AtomicFile& operator=(AtomicFile&&) = delete;
  /// Without commit(): what was written to a temporary file is gone.
  ~AtomicFile();

  /// Appends `bytes`. They may be held back until flush() or commit(). Nothing, or the error.
  std::optional<Error> write(std::string_view bytes);
  /// Hands on what was held back.
  std::optional<Error> flush();
  /// Hands on everything and closes; a regular file is safe on disk and has its name afterwards.
  /// REQUIRES: not called before.
  std::optional<Error> commit();

  /// Whether writing failed since nobody reads the pipe any more.
  bool reader_gone() const { return reader_gone_; }

 private:
  AtomicFile(int fd, std::string path, std::string temporary);
  std::optional<Error> fail(const char* step);
  bool close();

  int fd_;                 // -1 once closed
  std::string path_;       // where it goes, as messages name it
  std::string temporary_;  // where it is; empty when written directly
  std::string held_;
  std::optional<Error> error_;
  bool reader_gone_ = false;
};

}  // namespace recount
