// The rows of a database of records.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "extractor/facts/fact.h"
#include "output/records/record_writer.h"
#include "output/records/sqlite_database.h"

namespace recount {

/// What the database knows of a document.
struct KnownDocument {
  std::string doc;
  std::string run_doc;
  std::string digest;
  std::uint64_t offset = 0;
};

/// What a run has done so far.
struct RunCounts {
  std::int64_t documents = 0;
  std::int64_t copies = 0;
  std::int64_t facts = 0;
  std::int64_t changed = 0;  // documents that were new, or of which something was new
};

/// Reads and changes rows by statements that are prepared once. Errors are those of the database,
/// which must outlive it. REQUIRES: a transaction is open while rows are changed.
class SqliteRows {
 public:
  explicit SqliteRows(SqliteDatabase& database);

  /// Adds a row to `runs`; its number.
  std::int64_t begin_run(std::string_view version, std::string_view command);
  void count_run(std::int64_t run, const RunCounts& counts);
  void finish_run(std::int64_t run);

  std::optional<KnownDocument> document_of_input(std::string_view path, std::string_view run_doc);
  std::optional<KnownDocument> document_of_id(std::string_view doc);

  /// Adds the row of a document, or replaces it, under the id `doc`.
  void put_document(std::string_view doc, const DocumentRecord& document, std::size_t facts,
                    std::string_view digest);
  void move_document(std::string_view doc, std::uint64_t offset);
  void add_copy(std::string_view doc, std::string_view copy_of, std::uint32_t distance);
  /// Of two facts with one id, which differ by a clash of hashes only, the first stays.
  void add_fact(const Fact& fact);
  /// Removes facts and copy of a document; its row stays.
  void empty_document(std::string_view doc);
  void remove_document(std::string_view doc);

 private:
  std::optional<KnownDocument> known(SqliteStatement& statement);

  SqliteStatement begin_run_;
  SqliteStatement count_run_;
  SqliteStatement finish_run_;
  SqliteStatement by_input_;
  SqliteStatement by_id_;
  SqliteStatement put_document_;
  SqliteStatement move_document_;
  SqliteStatement add_copy_;
  SqliteStatement add_fact_;
  SqliteStatement remove_facts_;
  SqliteStatement remove_copy_;
  SqliteStatement remove_document_;
};

struct Registry;

/// Writes councils, areas, parties and registrations, instead of those that are there.
void write_registry(SqliteDatabase& database, const Registry& registry);

}  // namespace recount
