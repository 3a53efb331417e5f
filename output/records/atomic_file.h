// A file that appears whole or not at all.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "corpus/result.h"

namespace recount {

/// That the file at `path` cannot be written, `step` being "write" or the like, for the reason that
/// `number`, an errno, gives: kNoSpace when the disk or a quota is full, else kCannotWrite.
Error write_error(const std::string& path, const char* step, int number);

/// Writes a file under a temporary name in the same folder; commit() gives it its own. Until then,
/// and when anything fails, a file that was there before stays as it was. What is no regular file
/// (a device, a pipe) is written directly. All errors are kCannotWrite or kNoSpace and name the
/// file; after one, nothing more is written. Movable; one thread at a time.
class AtomicFile {
 public:
  /// Opens `path` for writing; a symbolic link is followed, permissions of an old file are kept.
  static Result<AtomicFile> create(const std::string& path);
  /// As create(), but the temporary name is PATH.part, and what has that name outlives a process
  /// that is killed and a run that fails, until commit() or discard(). With `bytes`, goes on behind
  /// so many bytes of it, or of PATH if nothing has that name; an error when they are not there. An
  /// error, too, while another process has it open.
  static Result<AtomicFile> create_part(const std::string& path,
                                        std::optional<std::uint64_t> bytes = std::nullopt);
  /// Standard output, written directly and left open.
  static AtomicFile standard_output();

  AtomicFile(AtomicFile&& other) noexcept;
  AtomicFile& operator=(AtomicFile&&) = delete;
  /// Without commit(): what was written to a temporary file is gone, unless it is a part.
  ~AtomicFile();

  /// Appends `bytes`. They may be held back until flush() or commit(). Nothing, or the error.
  std::optional<Error> write(std::string_view bytes);
  /// Hands on what was held back.
  std::optional<Error> flush();
  /// Hands on everything; the bytes that are safe on disk now, those of an earlier run included.
  Result<std::uint64_t> checkpoint();
  /// Hands on everything and closes; a regular file is safe on disk and has its name afterwards.
  /// REQUIRES: not called before.
  std::optional<Error> commit();
  /// Removes what was written under a temporary name, a part as well. Nothing can be written then.
  void discard();

  /// Whether writing failed since nobody reads the pipe any more.
  bool reader_gone() const { return reader_gone_; }

 private:
  AtomicFile(int fd, std::string path, std::string temporary);
  std::optional<Error> fail(const char* step);
  bool close();

  int fd_;                       // -1 once closed
  std::string path_;             // where it goes, as messages name it
  std::string temporary_;        // where it is; empty when written directly
  bool part_ = false;            // the temporary file outlives this object
  std::uint64_t handed_on_ = 0;  // bytes in the file
  std::string held_;
  std::optional<Error> error_;
  bool reader_gone_ = false;
};

}  // namespace recount
