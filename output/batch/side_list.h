// What befell single documents of a run, beside its records, for a program to read.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "corpus/result.h"
#include "output/records/atomic_file.h"
#include "output/records/record_writer.h"

namespace recount {

/// Lines of JSON, one for each document that failed, that was a copy, or that was passed over. One
/// thread at a time.
class SideList {
 public:
  /// The list at `path`, whole with commit() only; with `bytes`, goes on behind so many of an
  /// earlier run. Errors as of AtomicFile::create_part.
  static Result<SideList> open(const std::string& path, std::optional<std::uint64_t> bytes);

  /// `path` of the input, `offset` of the record in bytes, and `reason`, the message for a person
  /// without the path.
  std::optional<Error> add_failure(const std::string& path, std::uint64_t offset,
                                   const Error& error);
  /// `doc`, `path` and `offset` of a copy; `copy_of`, the `doc` of the first document of which it
  /// is one; `distance`, the bits in which their fingerprints differ. REQUIRES: it is a copy.
  std::optional<Error> add_copy(const DocumentRecord& document);

  /// `path` of the input and `offset` of the record in bytes.
  std::optional<Error> add_passed_over(const std::string& path, std::uint64_t offset);

  /// As those of AtomicFile.
  Result<std::uint64_t> checkpoint() { return file_.checkpoint(); }
  std::optional<Error> commit() { return file_.commit(); }
  void discard() { file_.discard(); }

 private:
  explicit SideList(AtomicFile file) : file_(std::move(file)) {}

  AtomicFile file_;
};

}  // namespace recount
