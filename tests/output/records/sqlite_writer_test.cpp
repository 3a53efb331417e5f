#include "output/records/sqlite_writer.h"

#include <doctest/doctest.h>

#include <filesystem>

#include "extractor/facts/registry.h"
#include "output/records/jsonl.h"
#include "tests/support/database.h"
#include "tests/support/sample_records.h"
#include "tests/support/temp_folder.h"

namespace recount {
namespace {

using testing::dump;
using testing::query;
using testing::query_one;
using testing::Rows;
using testing::sample_record;
using testing::SampleRecord;
using testing::TempFolder;

/// Writes documents in a run of its own.
void run(const std::string& path, const std::vector<SampleRecord>& records,
         const WriterOptions& options = {}) {
  const auto writer = open_records(path, RecordKind::kSqlite, options);
  REQUIRE_MESSAGE(writer.ok(), (writer.ok() ? "" : writer.error().message));
  for (const SampleRecord& record : records) REQUIRE(write(*writer.value(), record));
  const auto error = writer.value()->commit();
  REQUIRE_MESSAGE(!error, (error ? error->message : ""));
}

TEST_CASE("sqlite: a fact in its columns") {
  const TempFolder folder;
  const std::string path = folder.path("facts.sqlite");
  SampleRecord record = sample_record("medway", 1);
  record.facts[0].number = 4;
  run(path, {record});
  const Rows rows = query(path, "SELECT * FROM facts");
  REQUIRE(rows.size() == 1);
  CHECK(rows[0] == std::vector<std::string>{"1",
                                            to_json_line(record.facts[0]).substr(7, 16),
                                            "medway",
                                            "2023-05-04",
                                            "local.medway.2023-05-04",
                                            "council",
                                            "medway",
                                            "Medway",
                                            "labour",
                                            "seats_change",
                                            "4",
                                            "NULL",
                                            "over",
                                            "1",
                                            "unstated",
                                            "Labour gained more than four seats",
                                            "0",
                                            "44",
                                            "change.gained",
                                            "0.9"});
  CHECK(query_one(path, "SELECT typeof(number) FROM facts") == "integer");
  CHECK(query(path,
              "SELECT doc, path, offset, run_doc, source, url, title, published, language, "
              "bytes, fingerprint, facts FROM documents") ==
        Rows{{"medway", "news.jsonl", "10", "medway", "BBC News", "https://example.org/medway",
              "Labour gains", "2023-05-05", "en", "100", "fedcba9876543210", "1"}});
}

TEST_CASE("sqlite: the file stands for itself and is sound") {
  const TempFolder folder;
  const std::string path = folder.path("facts.db");
  run(path, {sample_record("a"), sample_record("b")});
  CHECK(query_one(path, "PRAGMA integrity_check") == "ok");
  CHECK(query(path, "PRAGMA foreign_key_check").empty());
  CHECK(query_one(path, "PRAGMA journal_mode") == "delete");
  CHECK(std::distance(std::filesystem::directory_iterator(folder.path()), {}) == 1);
}

TEST_CASE("sqlite: a second run over the same input changes no row") {
  const TempFolder folder;
  const std::string path = folder.path("facts.db");
  SampleRecord copy = sample_record("copy", 0);
  copy.document.copy_of = "a";
  copy.document.copy_distance = 2;
  const std::vector<SampleRecord> records{sample_record("a"), sample_record("none", 0), copy,
                                          sample_record("b", 3)};
  run(path, records);
  const std::string before = dump(path);
  const Rows search = query(path, "SELECT * FROM facts_fts_data");
  run(path, records);
  CHECK(dump(path) == before);
  CHECK(query(path, "SELECT * FROM facts_fts_data") == search);
  CHECK(query(path, "SELECT run, documents, copies, facts, changed, finished IS NULL FROM runs") ==
        Rows{{"1", "4", "1", "5", "3", "0"}, {"2", "4", "1", "5", "0", "0"}});
  CHECK(query(path, "SELECT doc FROM documents ORDER BY rowid") == Rows{{"a"}, {"copy"}, {"b"}});
  CHECK(query(path, "SELECT * FROM copies") == Rows{{"copy", "a", "2"}});
}

TEST_CASE("sqlite: a document of which something is new is replaced whole") {
  const TempFolder folder;
  const std::string path = folder.path("facts.db");
  run(path, {sample_record("a", 3), sample_record("b", 1)});
  SampleRecord later = sample_record("a", 2);
  later.facts[0].quote = "another gain";
  later.document.metadata.source = "ITV";
  run(path, {later, sample_record("b", 1)});
  CHECK(query_one(path, "SELECT count(*) FROM facts WHERE doc = 'a'") == "2");
  CHECK(query_one(path, "SELECT source FROM documents WHERE doc = 'a'") == "ITV");
  CHECK(query_one(path, "SELECT count(*) FROM facts_fts WHERE facts_fts MATCH 'another'") == "1");
  CHECK(query_one(path, "SELECT changed FROM runs WHERE run = 2") == "1");
  run(path, {sample_record("a", 0)});
  CHECK(query(path, "SELECT doc FROM documents") == Rows{{"b"}});
  CHECK(query_one(path, "SELECT count(*) FROM facts") == "1");
  CHECK(query_one(path, "SELECT count(*) FROM facts_fts WHERE facts_fts MATCH 'another'") == "0");
}

TEST_CASE("sqlite: a record that moved within its input is the same document") {
  const TempFolder folder;
  const std::string path = folder.path("facts.db");
  run(path, {sample_record("a")});
  SampleRecord moved = sample_record("a");
  moved.document.offset = 99;
  run(path, {moved});
  CHECK(query(path, "SELECT doc, offset FROM documents") == Rows{{"a", "99"}});
  CHECK(query_one(path, "SELECT changed FROM runs WHERE run = 2") == "0");
}

TEST_CASE("sqlite: documents of one id from two inputs do not take each other's place") {
  const TempFolder folder;
  const std::string path = folder.path("facts.db");
  const SampleRecord first = sample_record("kent", 1, "2022/kent.txt");
  SampleRecord second = sample_record("kent", 2, "2023/kent.txt");
  SampleRecord copy = sample_record("copy", 0, "2023/copy.txt");
  copy.document.copy_of = "kent";
  for (int again = 0; again < 2; ++again) {
    run(path, {first});
    run(path, {second, copy});
    CHECK(query(path, "SELECT doc, path, run_doc, facts FROM documents ORDER BY rowid") ==
          Rows{{"kent", "2022/kent.txt", "kent", "1"},
               {"kent-2", "2023/kent.txt", "kent", "2"},
               {"copy", "2023/copy.txt", "copy", "0"}});
    CHECK(query(path, "SELECT copy_of FROM copies") == Rows{{"kent-2"}});
    CHECK(query(path, "SELECT doc, count(*) FROM facts GROUP BY doc") ==
          Rows{{"kent", "1"}, {"kent-2", "2"}});
  }
  rename_document("kent-2", second.facts);
  CHECK(query_one(path, "SELECT count(*) FROM facts WHERE id = '" + to_hex(second.facts[1].id) +
                            "'") == "1");
}

TEST_CASE("sqlite: the same document under another path is one document") {
  const TempFolder folder;
  const std::string path = folder.path("facts.db");
  run(path, {sample_record("kent", 2, "kent.txt")});
  const std::string before = dump(path);
  run(path, {sample_record("kent", 2, "./kent.txt")});
  CHECK(dump(path) == before);
}

TEST_CASE("sqlite: hostile text") {
  const TempFolder folder;
  const std::string path = folder.path("facts.db");
  SampleRecord record = sample_record("a'; DROP TABLE facts; --", 3, "p\xff");
  record.facts[0].quote = "'); DELETE FROM facts; --";
  record.facts[1].quote = std::string("nul \0 and \xff", 11);
  record.facts[2].quote = std::string(10'000'000, '\'');
  run(path, {record});
  run(path, {record});
  CHECK(query(path, "SELECT quote FROM facts ORDER BY rowid") ==
        Rows{{record.facts[0].quote},
             {"nul \xef\xbf\xbd and \xef\xbf\xbd"},
             {record.facts[2].quote}});
  CHECK(query(path, "SELECT doc, path FROM documents") ==
        Rows{{"a'; DROP TABLE facts; --", "p\xef\xbf\xbd"}});
}

TEST_CASE("sqlite: words of quotes are found, whatever their accents and case") {
  const TempFolder folder;
  const std::string path = folder.path("facts.db");
  SampleRecord record = sample_record("a", 2);
  record.facts[0].quote = "Sinn F\xc3\xa9in won 144 seats";
  run(path, {record});
  CHECK(query(path,
              "SELECT f.quote FROM facts_fts JOIN facts AS f ON f.rowid = facts_fts.rowid "
              "WHERE facts_fts MATCH 'fein AND seats'") == Rows{{record.facts[0].quote}});
}

TEST_CASE("sqlite: another database is left alone") {
  const TempFolder folder;
  const auto message = [](const std::string& path) {
    const auto writer = open_records(path, RecordKind::kSqlite, {});
    return writer.ok() ? std::string("accepted") : writer.error().message;
  };
  const std::string other = folder.write("other.db", "");
  query(other, "CREATE TABLE mine (a)");
  CHECK(message(other) == other + ": cannot write: it is a database that recount did not make");
  CHECK(query(other, "SELECT name FROM sqlite_master") == Rows{{"mine"}});
  CHECK(query_one(other, "PRAGMA journal_mode") == "delete");
  const std::string older = folder.path("older.db");
  run(older, {});
  query(older, "PRAGMA user_version = 99");
  CHECK(message(older) == older + ": cannot write: it is a database of another version of recount");
  const std::string text = folder.write("text.db", std::string(5000, 'x'));
  CHECK(message(text) == text +
                             ": cannot write: it is no sound SQLite database: file is not a "
                             "database");
  CHECK(testing::read_file(text) == std::string(5000, 'x'));
  CHECK(message("/dev/full") == "/dev/full: a database must be a regular file");
}

TEST_CASE("sqlite: councils and parties stand beside the facts") {
  const TempFolder folder;
  const std::string path = folder.path("facts.db");
  Registry registry;
  registry.areas = {{"kent-area", "Kent", "county area", "", ""}};
  registry.councils = {{"medway",
                        "Medway",
                        "Medway Council",
                        "unitary",
                        "",
                        "",
                        "kent-area",
                        "1997-05-01",
                        "",
                        "E06000035",
                        "MDW",
                        "353",
                        "medway",
                        {}}};
  registry.parties = {{"labour", "Labour", "#e4003b", "PP53", {}}};
  registry.registrations = {{"PP53", "labour", "Labour Party", true},
                            {"PP119", "labour", "Co-operative Party", false}};
  WriterOptions options;
  options.registry = &registry;
  options.version = "1.2";
  options.command = "recount extract";
  for (int again = 0; again < 2; ++again) {
    run(path, {sample_record("a")}, options);
    CHECK(query(path, "SELECT place, county, end, gss, code, open_council_data FROM councils") ==
          Rows{{"medway", "kent-area", "NULL", "E06000035", "MDW", "353"}});
    CHECK(query(path, "SELECT electoral_commission FROM parties") == Rows{{"PP53"}});
    CHECK(query(path, "SELECT number, main FROM registrations") ==
          Rows{{"PP53", "1"}, {"PP119", "0"}});
  }
  CHECK(query_one(path, "SELECT DISTINCT version || ': ' || command FROM runs") ==
        "1.2: recount extract");
  CHECK(query(path, "PRAGMA foreign_key_check").empty());
}

}  // namespace
}  // namespace recount
