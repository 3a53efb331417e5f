// The documents of a run that failed, for a program to read.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "corpus/result.h"
#include "output/records/atomic_file.h"

namespace recount {

/// Lines of JSON, one for each failure: `path` of the input, `offset` of the record in bytes, and
/// `reason`, the message for a person without the path. One thread at a time.
class ErrorList {
 public:
  /// The list at `path`, whole with commit() only; with `bytes`, goes on behind so many of an
  /// earlier run. Errors as of AtomicFile::create_part.
  static Result<ErrorList> open(const std::string& path, std::optional<std::uint64_t> bytes);

  std::optional<Error> add(const std::string& path, std::uint64_t offset, const Error& error);
  /// As those of AtomicFile.
  Result<std::uint64_t> checkpoint() { return file_.checkpoint(); }
  std::optional<Error> commit() { return file_.commit(); }
  void discard() { file_.discard(); }

 private:
  explicit ErrorList(AtomicFile file) : file_(std::move(file)) {}

  AtomicFile file_;
};

}  // namespace recount
