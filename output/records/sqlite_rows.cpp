#include "output/records/sqlite_rows.h"

#include <cmath>

#include "extractor/facts/fingerprint.h"
#include "output/records/sqlite_schema.h"

namespace recount {
namespace {

/// INSERT, but a row with the same key gets the new values.
std::string put_into(const Table& table) {
  std::string out =
      sqlite_insert(table) + " ON CONFLICT (" + std::string(table.primary_key) + ") DO UPDATE SET ";
  bool first = true;
  for (const Field& field : table.fields) {
    const std::string name = "\"" + std::string(field.name) + "\"";
    out += (first ? "" : ", ") + name + " = excluded." + name;
    first = false;
  }
  return out;
}

/// Binds one parameter after the other.
class Binder {
 public:
  explicit Binder(SqliteStatement& statement) : statement_(statement) {}
  Binder& text(std::string_view value) {
    statement_.bind(++at_, value);
    return *this;
  }
  Binder& known(const std::optional<std::string>& value) {
    statement_.bind(++at_, value);
    return *this;
  }
  /// Null when it is empty.
  Binder& word(std::string_view value) {
    if (!value.empty()) return text(value);
    statement_.bind_null(++at_);
    return *this;
  }
  template <typename Integer>
  Binder& integer(Integer value) {
    statement_.bind_integer(++at_, static_cast<std::int64_t>(value));
    return *this;
  }
  Binder& number(double value) {
    statement_.bind_number(++at_, value);
    return *this;
  }
  bool step() { return statement_.step(); }

 private:
  SqliteStatement& statement_;
  int at_ = 0;
};

constexpr std::string_view kNow = "strftime('%Y-%m-%dT%H:%M:%SZ', 'now')";

}  // namespace

SqliteRows::SqliteRows(SqliteDatabase& database)
    : begin_run_(database.prepare("INSERT INTO runs (started, version, command, documents, copies, "
                                  "facts, changed) VALUES (" +
                                  std::string(kNow) + ", ?, ?, 0, 0, 0, 0) RETURNING run")),
      count_run_(database.prepare(
          "UPDATE runs SET documents = ?, copies = ?, facts = ?, changed = ? WHERE run = ?")),
      finish_run_(
          database.prepare("UPDATE runs SET finished = " + std::string(kNow) + " WHERE run = ?")),
      by_input_(database.prepare("SELECT doc, run_doc, digest, offset FROM documents "
                                 "WHERE path = ? AND run_doc = ?")),
      by_id_(database.prepare("SELECT doc, run_doc, digest, offset FROM documents WHERE doc = ?")),
      put_document_(database.prepare(put_into(document_table()))),
      move_document_(database.prepare("UPDATE documents SET offset = ? WHERE doc = ?")),
      add_copy_(database.prepare(sqlite_insert(copy_table()))),
      add_fact_(database.prepare(sqlite_insert(fact_table()) + " ON CONFLICT (id) DO NOTHING")),
      remove_facts_(database.prepare("DELETE FROM facts WHERE doc = ?")),
      remove_copy_(database.prepare("DELETE FROM copies WHERE doc = ?")),
      remove_document_(database.prepare("DELETE FROM documents WHERE doc = ?")) {}

std::int64_t SqliteRows::begin_run(std::string_view version, std::string_view command) {
  if (!Binder(begin_run_).text(version).text(command).step()) return 0;
  const std::int64_t run = begin_run_.integer(0);
  begin_run_.step();  // to its end
  return run;
}

void SqliteRows::count_run(std::int64_t run, const RunCounts& counts) {
  Binder(count_run_)
      .integer(counts.documents)
      .integer(counts.copies)
      .integer(counts.facts)
      .integer(counts.changed)
      .integer(run)
      .step();
}

void SqliteRows::finish_run(std::int64_t run) { Binder(finish_run_).integer(run).step(); }

std::optional<KnownDocument> SqliteRows::known(SqliteStatement& statement) {
  if (!statement.step()) return std::nullopt;
  KnownDocument out{std::string(statement.text(0)), std::string(statement.text(1)),
                    std::string(statement.text(2)),
                    static_cast<std::uint64_t>(statement.integer(3))};
  statement.step();  // to its end
  return out;
}

std::optional<KnownDocument> SqliteRows::document_of_input(std::string_view path,
                                                           std::string_view run_doc) {
  by_input_.bind(1, path);
  by_input_.bind(2, run_doc);
  return known(by_input_);
}

std::optional<KnownDocument> SqliteRows::document_of_id(std::string_view doc) {
  by_id_.bind(1, doc);
  return known(by_id_);
}

void SqliteRows::put_document(std::string_view doc, const DocumentRecord& document,
                              std::size_t facts, std::string_view digest) {
  Binder(put_document_)
      .text(doc)
      .text(document.path)
      .integer(document.offset)
      .text(document.doc)
      .known(document.metadata.source)
      .known(document.metadata.url)
      .known(document.metadata.title)
      .known(document.metadata.published)
      .known(document.language)
      .integer(document.bytes)
      .word(document.fingerprint)
      .integer(facts)
      .text(digest)
      .step();
}

void SqliteRows::move_document(std::string_view doc, std::uint64_t offset) {
  Binder(move_document_).integer(offset).text(doc).step();
}

void SqliteRows::add_copy(std::string_view doc, std::string_view copy_of, std::uint32_t distance) {
  Binder(add_copy_).text(doc).text(copy_of).integer(distance).step();
}

void SqliteRows::add_fact(const Fact& fact) {
  Binder row(add_fact_);
  row.text(to_hex(fact.id)).text(fact.article->doc).known(fact.election).known(fact.election_id);
  row.text(place_kind_name(fact.place_kind)).known(fact.place).known(fact.place_name);
  row.known(fact.party).text(measure_name(fact.measure));
  if (fact.outcome.empty()) {
    row.number(fact.number);
  } else {
    row.word("");
  }
  row.word(fact.outcome).text(fact.bound).integer(fact.partial);
  row.word(fact.baseline.value_or(""));
  row.text(fact.quote).integer(fact.start).integer(fact.end).text(fact.rule);
  row.number(std::round(fact.confidence * 1000) / 1000);
  row.step();
}

void SqliteRows::empty_document(std::string_view doc) {
  Binder(remove_facts_).text(doc).step();
  Binder(remove_copy_).text(doc).step();
}

void SqliteRows::remove_document(std::string_view doc) {
  empty_document(doc);
  Binder(remove_document_).text(doc).step();
}

}  // namespace recount
