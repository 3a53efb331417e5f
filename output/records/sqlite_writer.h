// Records as an SQLite database.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "output/records/record_writer.h"
#include "output/records/sqlite_database.h"
#include "output/records/sqlite_rows.h"

namespace recount {

/// Writes into a database that may hold documents of earlier runs and into which other runs may be
/// writing at the same time.
///
/// A document is known by its path and its id in the run. One that is there already, with the same
/// facts, is left alone: a second run over the same input changes no row of any table but `runs`,
/// which gets one for each run. If anything of it is new, all of it is replaced. A document that
/// has no facts and is no copy is not kept, nor what an earlier run had found in it; one that is no
/// longer among the inputs stays. If another document has its id already, it gets the first free of
/// "-2", "-3" …, and its facts ids to match, unless that is the same document under another path.
///
/// Documents are held back and written some hundred at a time, each time in one transaction: a
/// reader sees a document whole or not at all, and a killed run leaves a whole database, which the
/// next run completes. While a run lasts, the database is in WAL mode, so that readers need not
/// wait and are not waited for; at its end the file stands for itself again, unless somebody else
/// has it open.
class SqliteWriter : public RecordWriter {
 public:
  /// Errors as open_records() gives them; also when the file is a database of something else, or of
  /// another version.
  static Result<std::unique_ptr<RecordWriter>> open(const std::string& path,
                                                    const WriterOptions& options);

  std::optional<Error> write(const DocumentRecord& document, std::span<const Fact> facts) override;
  std::optional<Error> flush() override;
  Result<std::uint64_t> checkpoint() override;
  void discard() override { held_.clear(); }
  std::optional<Error> commit() override;

 private:
  struct Held {
    DocumentRecord document;
    std::vector<Fact> facts;
  };

  explicit SqliteWriter(const std::string& path);
  bool set_up(const WriterOptions& options);
  /// Whether the database is not empty; an error when its tables are not ours.
  bool holds_tables();
  bool store_held();
  void store(Held& held);
  void store_new(const std::string& digest, Held& held);
  void store_under(const std::string& doc, const std::string& digest, Held& held);

  SqliteDatabase database_;
  std::optional<SqliteRows> rows_;  // once there are tables
  std::vector<Held> held_;
  std::uint64_t held_bytes_ = 0;
  std::unordered_map<std::string, std::string> renamed_;  // ids of this run that were taken
  std::int64_t run_ = 0;
  RunCounts counts_;
};

}  // namespace recount
