// Records of facts to a file, whatever its format.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "corpus/document.h"
#include "corpus/result.h"
#include "extractor/facts/fact.h"

namespace recount {

struct Registry;

/// What is recorded of a document besides its facts.
struct DocumentRecord {
  std::string doc;           // unique in a run
  std::string path;          // of the input; inside an archive "pages.tar.gz!news/a.html"
  std::uint64_t offset = 0;  // bytes of the input before its record
  Metadata metadata;
  std::optional<std::string> language;  // as the document says, "en"
  std::uint64_t bytes = 0;              // of its text
  std::string fingerprint;              // SimHash of the text, 16 hex digits; empty when not made
  std::optional<std::string> copy_of;   // `doc` of the first document of which it is a near-copy
  std::uint32_t copy_distance = 0;      // bits in which the fingerprints of the two differ
};

enum class RecordKind : std::uint8_t { kJsonl, kCsv, kSqlite };

/// The kind that the extension of `path` stands for: .jsonl and .ndjson; .csv; .sqlite, .sqlite3
/// and .db, in letters of any case. Nothing for another one.
std::optional<RecordKind> kind_of_path(std::string_view path);
/// The kind called "jsonl", "csv" or "sqlite".
std::optional<RecordKind> kind_named(std::string_view name);

struct WriterOptions {
  /// JSONL and CSV: write to PATH.part, which outlives a killed run (AtomicFile::create_part).
  bool keep_part = false;
  /// JSONL and CSV with `keep_part`: go on behind so many bytes of what an earlier run left, as its
  /// last checkpoint gave them.
  std::optional<std::uint64_t> resume_at;
  /// Version of recount, and how the run was started, for people; only a database keeps them.
  std::string version;
  std::string command;
  /// Councils, areas and parties to write beside the facts; only a database takes them. May be
  /// null. REQUIRES: outlives the call.
  const Registry* registry = nullptr;
};

/// Takes documents in their order and writes their facts. One thread at a time. Errors are
/// kNoSpace when there is no room left and kCannotWrite otherwise, and name the file; after one,
/// nothing more is written. Without commit(), a regular file that was there before is as it was;
/// a database holds what was written up to the last checkpoint.
class RecordWriter {
 public:
  virtual ~RecordWriter() = default;

  /// Writes one document, to be called for each that was read, also for one without facts: a
  /// database forgets what an earlier run had found there. A copy comes without facts. REQUIRES:
  /// `facts` are those of `document.doc`.
  virtual std::optional<Error> write(const DocumentRecord& document,
                                     std::span<const Fact> facts) = 0;

  /// Hands on what was held back, so that who reads along sees it.
  virtual std::optional<Error> flush() = 0;

  /// Hands on what was held back; all that was written is safe on disk then. How far that is, for
  /// WriterOptions::resume_at: bytes of the file; of a database, which takes a document twice
  /// without harm, 0.
  virtual Result<std::uint64_t> checkpoint() = 0;

  /// Gives the output up: a file that outlives a killed run is removed. Nothing more can be
  /// written.
  virtual void discard() = 0;

  /// Ends the output: it is whole, safe on disk and has its name. REQUIRES: not called before.
  virtual std::optional<Error> commit() = 0;

  /// Whether writing failed since nobody reads the pipe any more.
  virtual bool reader_gone() const { return false; }
};

/// Opens `path` for records; "-" is standard output, where a database cannot go. Errors as above.
Result<std::unique_ptr<RecordWriter>> open_records(const std::string& path, RecordKind kind,
                                                   const WriterOptions& options);

}  // namespace recount
