#include "output/records/sqlite_writer.h"

#include <sys/stat.h>

#include <utility>

#include "extractor/facts/fact_id.h"
#include "extractor/facts/fingerprint.h"
#include "output/records/csv_writer.h"
#include "output/records/sqlite_schema.h"

namespace recount {
namespace {

constexpr std::size_t kHeldDocuments = 512;
constexpr std::uint64_t kHeldRecordBytes = std::uint64_t{4} << 20;

/// All that is kept of a document but where it lies, as one number.
std::string digest_of(const DocumentRecord& document, std::span<const Fact> facts) {
  std::uint64_t hash = hash_bytes(document.doc);
  const auto add = [&hash](std::string_view part) {
    hash = hash_bytes(part, hash_bytes("\n", hash));
  };
  const auto add_known = [&add](const std::optional<std::string>& part) {
    add(part ? *part : std::string_view("\t"));
  };
  const Metadata& metadata = document.metadata;
  for (const auto* part : {&metadata.source, &metadata.url, &metadata.title, &metadata.published,
                           &document.language, &document.copy_of}) {
    add_known(*part);
  }
  add(document.fingerprint);
  add(std::to_string(document.bytes));
  add(std::to_string(document.copy_distance));
  for (const Fact& fact : facts) add(to_csv_line(fact));
  return to_hex(hash);
}

bool is_regular_or_new(const std::string& path) {
  struct stat info {};
  return ::stat(path.c_str(), &info) != 0 || S_ISREG(info.st_mode);
}

}  // namespace

Result<std::unique_ptr<RecordWriter>> SqliteWriter::open(const std::string& path,
                                                         const WriterOptions& options) {
  if (!is_regular_or_new(path)) {
    return Error{ErrorCode::kCannotWrite, path + ": a database must be a regular file"};
  }
  std::unique_ptr<SqliteWriter> writer(new SqliteWriter(path));
  if (!writer->set_up(options)) return *writer->database_.error();
  return std::unique_ptr<RecordWriter>(std::move(writer));
}

SqliteWriter::SqliteWriter(const std::string& path) : database_(path, kWritePatience) {}

bool SqliteWriter::set_up(const WriterOptions& options) {
  holds_tables();  // before anything is changed
  // Where there can be no WAL, as on a network, the database works without.
  database_.attempt("PRAGMA journal_mode = WAL");
  database_.run("PRAGMA synchronous = FULL");
  database_.run("PRAGMA cache_size = -32768");  // KiB, for the indexes that each fact enters
  SqliteTransaction transaction(database_);
  if (!holds_tables()) database_.run(sqlite_schema().c_str());
  if (options.registry != nullptr) write_registry(database_, *options.registry);
  rows_.emplace(database_);
  run_ = rows_->begin_run(options.version, options.command);
  return transaction.commit();
}

bool SqliteWriter::holds_tables() {
  if (database_.query_integer("SELECT count(*) FROM sqlite_master") == 0) return false;
  if (database_.query_integer("PRAGMA application_id") != kSqliteApplication) {
    database_.fail("it is a database that recount did not make");
  } else if (database_.query_integer("PRAGMA user_version") != kSqliteSchema) {
    database_.fail("it is a database of another version of recount");
  }
  return true;
}

std::optional<Error> SqliteWriter::write(const DocumentRecord& document,
                                         std::span<const Fact> facts) {
  if (database_.error()) return database_.error();
  ++counts_.documents;
  counts_.copies += document.copy_of.has_value();
  counts_.facts += static_cast<std::int64_t>(facts.size());
  held_.push_back({document, {facts.begin(), facts.end()}});
  held_bytes_ += sizeof(Held) + facts.size() * sizeof(Fact);
  for (const Fact& fact : facts) held_bytes_ += fact.quote.size();
  if (held_.size() >= kHeldDocuments || held_bytes_ >= kHeldRecordBytes) return flush();
  return std::nullopt;
}

std::optional<Error> SqliteWriter::flush() {
  store_held();
  return database_.error();
}

Result<std::uint64_t> SqliteWriter::checkpoint() {
  if (!store_held()) return *database_.error();
  return std::uint64_t{0};
}

std::optional<Error> SqliteWriter::commit() {
  if (!store_held()) return database_.error();
  SqliteTransaction transaction(database_);
  rows_->count_run(run_, counts_);
  rows_->finish_run(run_);
  if (!transaction.commit()) return database_.error();
  rows_.reset();
  // Whoever else has it open will do this in turn: nobody is waited for.
  database_.attempt("PRAGMA busy_timeout = 0");
  database_.attempt("PRAGMA journal_mode = DELETE");
  return std::nullopt;
}

bool SqliteWriter::store_held() {
  if (held_.empty() || database_.error()) return !database_.error();
  SqliteTransaction transaction(database_);
  const std::int64_t changed = counts_.changed;
  for (Held& held : held_) store(held);
  if (counts_.changed != changed) rows_->count_run(run_, counts_);
  held_.clear();
  held_bytes_ = 0;
  return transaction.commit();
}

void SqliteWriter::store(Held& held) {
  const DocumentRecord& document = held.document;
  const std::optional<KnownDocument> known = rows_->document_of_input(document.path, document.doc);
  if (held.facts.empty() && !document.copy_of) {
    if (!known) return;
    rows_->remove_document(known->doc);
    ++counts_.changed;
    return;
  }
  const std::string digest = digest_of(document, held.facts);
  if (!known) return store_new(digest, held);
  if (known->doc != document.doc) renamed_[document.doc] = known->doc;
  if (known->digest != digest) {
    store_under(known->doc, digest, held);
  } else if (known->offset != document.offset) {
    rows_->move_document(known->doc, document.offset);
  }
}

void SqliteWriter::store_new(const std::string& digest, Held& held) {
  const std::string& wanted = held.document.doc;
  std::string doc = wanted;
  for (int n = 2;; ++n) {
    const std::optional<KnownDocument> other = rows_->document_of_id(doc);
    if (!other) break;
    const bool same = other->run_doc == wanted && other->digest == digest;
    if (same || database_.error()) {
      if (doc != wanted) renamed_[wanted] = doc;
      return;
    }
    doc = wanted + "-" + std::to_string(n);
  }
  if (doc != wanted) renamed_[wanted] = doc;
  store_under(doc, digest, held);
}

void SqliteWriter::store_under(const std::string& doc, const std::string& digest, Held& held) {
  ++counts_.changed;
  const DocumentRecord& document = held.document;
  if (doc != document.doc) rename_document(doc, held.facts);
  rows_->empty_document(doc);
  rows_->put_document(doc, document, held.facts.size(), digest);
  for (const Fact& fact : held.facts) rows_->add_fact(fact);
  if (!document.copy_of) return;
  const auto original = renamed_.find(*document.copy_of);
  rows_->add_copy(doc, original == renamed_.end() ? *document.copy_of : original->second,
                  document.copy_distance);
}

}  // namespace recount
