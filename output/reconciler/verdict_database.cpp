// Verdicts as tables of a database, beside the facts.
#include <filesystem>
#include <string_view>

#include "extractor/facts/fingerprint.h"
#include "output/reconciler/verdict_cells.h"
#include "output/reconciler/verdict_records.h"
#include "output/records/record_schema.h"
#include "output/records/sqlite_database.h"
#include "output/records/sqlite_schema.h"

namespace recount {
namespace {

constexpr std::string_view kMadeByUs = "recount reconcile";

constexpr const char* kDrop = R"sql(
DROP VIEW IF EXISTS conflicts_with_words;
DROP VIEW IF EXISTS compositions;
DROP TABLE IF EXISTS conflict_facts;
DROP TABLE IF EXISTS conflicts;
DROP TABLE IF EXISTS consensus;
)sql";

constexpr const char* kVerdictIndexes = R"sql(
CREATE INDEX consensus_by_place ON consensus (place, election, measure);
CREATE INDEX conflicts_by_place ON conflicts (place, election);
CREATE INDEX conflict_facts_of_conflict ON conflict_facts (conflict, position);
CREATE INDEX conflict_facts_of_fact ON conflict_facts (fact);
)sql";

constexpr const char* kConflictView = R"sql(
CREATE VIEW conflicts_with_words AS  -- Each conflict with the words that contradict each other
SELECT c.id AS conflict, c.severity, c.kind, c.election, c.place_name, c.message, x.position,
       f.party, f.measure, f.number, f.outcome, f.quote, d.doc, d.source, d.published, d.url
FROM conflicts AS c
JOIN conflict_facts AS x ON x.conflict = c.id
JOIN facts AS f ON f.id = x.fact
JOIN documents AS d ON d.doc = f.doc
ORDER BY c.severity, c.election DESC, c.place_name, c.id, x.position;
)sql";

constexpr const char* kConsensusView = R"sql(
CREATE VIEW compositions AS  -- Seats of each party after each election of a council
SELECT c.election, c.place, c.place_name AS council, c.party, coalesce(p.name, c.party) AS party_name,
       c.value AS seats, c.low, c.high, c.status, c.witnesses, c.sources
FROM consensus AS c
LEFT JOIN parties AS p ON p.party = c.party
WHERE c.place_kind = 'council' AND c.measure = 'seats'
ORDER BY c.election DESC, council, c.high DESC, party_name;
)sql";

void insert(SqliteStatement& statement, const std::vector<VerdictCell>& cells) {
  int at = 0;
  for (const VerdictCell& cell : cells) {
    ++at;
    if (const double* number = std::get_if<double>(&cell))
      statement.bind_number(at, *number);
    else if (const std::string* text = std::get_if<std::string>(&cell))
      statement.bind(at, std::string_view(*text));
    else
      statement.bind_null(at);
  }
  statement.step();
}

std::optional<Error> write_tables(const Reconciliation& all, const std::string& path,
                                  VerdictTables tables) {
  SqliteDatabase database(path, kWritePatience);
  SqliteTransaction transaction(database);
  database.run(kDrop);
  for (const Table* table : {&consensus_table(), &conflict_table(), &conflict_fact_table()})
    database.run(sqlite_create_table(*table).c_str());
  database.run(kVerdictIndexes);
  database.run(kConflictView);
  database.run(kConsensusView);
  SqliteStatement consensus = database.prepare(sqlite_insert(consensus_table()));
  SqliteStatement conflicts = database.prepare(sqlite_insert(conflict_table()));
  SqliteStatement conflict_facts = database.prepare(sqlite_insert(conflict_fact_table()));
  if (tables == VerdictTables::kBoth) {
    for (const ConsensusRow& row : all.consensus) insert(consensus, consensus_cells(row));
  }
  for (const ConflictRow& row : all.conflicts) {
    insert(conflicts, conflict_cells(row, all.facts));
    double position = 0;
    for (const std::uint32_t fact : row.facts)
      insert(conflict_facts, {to_hex(row.id), ++position, to_hex(all.facts[fact].id)});
  }
  transaction.commit();
  return database.error();
}

/// The facts, article by article, with what they tell of their articles.
std::optional<Error> write_facts(const Reconciliation& all, const std::string& path,
                                 const WriterOptions& options) {
  Result<std::unique_ptr<RecordWriter>> writer = open_records(path, RecordKind::kSqlite, options);
  if (!writer.ok()) return writer.error();
  for (std::size_t begin = 0; begin < all.facts.size();) {
    const Provenance& article = *all.facts[begin].article;
    std::size_t end = begin;
    while (end < all.facts.size() && all.facts[end].article->doc == article.doc) ++end;
    DocumentRecord document;
    document.doc = document.path = article.doc;
    document.metadata.source = article.source;
    document.metadata.url = article.url;
    document.metadata.published = article.published;
    document.fingerprint = article.fingerprint;
    const std::span<const Fact> facts(&all.facts[begin], end - begin);
    if (auto error = writer.value()->write(document, facts)) return error;
    begin = end;
  }
  return writer.value()->commit();
}

/// Whether what is at `path` may be made anew: nothing, or verdicts with their facts.
std::optional<Error> may_replace(const std::string& path) {
  std::error_code failure;
  const auto size = std::filesystem::file_size(path, failure);
  if (failure) {
    if (failure == std::errc::no_such_file_or_directory) return std::nullopt;
    return Error{ErrorCode::kCannotWrite, path + ": a database must be a regular file"};
  }
  if (size == 0) return std::nullopt;
  SqliteDatabase database(path, kWritePatience, SqliteDatabase::Access::kRead);
  const std::int64_t others = database.query_integer(
      "SELECT count(*) FROM runs WHERE command NOT LIKE '" + std::string(kMadeByUs) + "%'");
  if (others == 0 && !database.error()) return std::nullopt;
  return Error{ErrorCode::kCannotWrite,
               path +
                   ": is there and holds something else; name it as the only input to put the "
                   "verdicts beside its facts, or choose another name"};
}

}  // namespace

std::optional<Error> write_verdict_database(const Reconciliation& all, const std::string& path,
                                            const VerdictDatabaseOptions& options) {
  if (options.holds_facts) return write_tables(all, path, options.tables);
  if (auto error = may_replace(path)) return error;
  const std::string part = path + ".part";
  std::error_code failure;
  std::filesystem::remove(part, failure);
  std::optional<Error> error = write_facts(all, part, options.writer);
  if (!error) error = write_tables(all, part, options.tables);
  if (!error) {
    std::filesystem::rename(part, path, failure);
    if (failure) error = Error{ErrorCode::kCannotWrite, path + ": " + failure.message()};
  }
  if (error) std::filesystem::remove(part, failure);
  return error;
}

}  // namespace recount
