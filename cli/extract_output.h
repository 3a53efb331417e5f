// Where `recount extract` puts facts, and what its exit code is.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "corpus/document.h"
#include "corpus/result.h"
#include "extractor/facts/fact.h"
#include "output/records/atomic_file.h"

namespace recount::cli {

struct OutputOptions {
  std::string file;         // for the records; empty or "-" is standard output
  bool table = false;       // a table on standard output
  std::size_t width = 100;  // of the table, in columns

  bool records_to_file() const { return !file.empty() && file != "-"; }
  bool wants_records() const { return !table || records_to_file(); }
};

/// What came of one input, ready to be written.
struct Extracted {
  std::vector<Error> errors;
  bool read = false;    // whether there was a document
  std::string records;  // lines
  std::string table;
};

/// Fills `records` and `table` of `out` as far as `options` want them. Thread-safe.
void render(const Document& document, const std::vector<Fact>& facts, const OutputOptions& options,
            Extracted& out);

/// One thread at a time.
class ExtractOutput {
 public:
  /// Error kCannotWrite when the file cannot be made.
  static Result<ExtractOutput> open(const OutputOptions& options, bool quiet);

  /// Writes what came of one input, its errors to stderr unless `quiet`. False when there is no use
  /// in going on: the records cannot be written, or nobody reads what is printed.
  bool write(const Extracted& extracted);

  /// Gives the file its name if any document was read. The exit code.
  int finish();

 private:
  ExtractOutput(std::optional<AtomicFile> file, bool quiet)
      : file_(std::move(file)), quiet_(quiet), save_(file_.has_value()) {}
  bool succeeded(const AtomicFile& out, const std::optional<Error>& error);

  AtomicFile stdout_ = AtomicFile::standard_output();
  std::optional<AtomicFile> file_;  // for the records, unless they go to standard output
  bool quiet_;
  bool save_;          // the file can be written so far
  bool print_ = true;  // standard output can, and somebody reads it
  bool any_read_ = false;
  bool any_failed_ = false;
};

}  // namespace recount::cli
