#include "output/records/record_writer.h"

#include <doctest/doctest.h>

#include <filesystem>

#include "output/records/jsonl.h"
#include "tests/support/sample_records.h"
#include "tests/support/temp_folder.h"

namespace recount {
namespace {

using testing::read_file;
using testing::sample_record;
using testing::TempFolder;

TEST_CASE("record writer: the extension of a path tells the kind") {
  CHECK(kind_of_path("facts.jsonl") == RecordKind::kJsonl);
  CHECK(kind_of_path("facts.ndjson") == RecordKind::kJsonl);
  CHECK(kind_of_path("a.b/Facts.CSV") == RecordKind::kCsv);
  CHECK(kind_of_path("facts.sqlite") == RecordKind::kSqlite);
  CHECK(kind_of_path("facts.sqlite3") == RecordKind::kSqlite);
  CHECK(kind_of_path("facts.db") == RecordKind::kSqlite);
  CHECK(kind_of_path("facts.json") == std::nullopt);
  CHECK(kind_of_path(".csv") == std::nullopt);
  CHECK(kind_of_path("-") == std::nullopt);
  CHECK(kind_of_path("") == std::nullopt);
}

TEST_CASE("record writer: a kind has a name") {
  CHECK(kind_named("jsonl") == RecordKind::kJsonl);
  CHECK(kind_named("csv") == RecordKind::kCsv);
  CHECK(kind_named("sqlite") == RecordKind::kSqlite);
  CHECK(kind_named("parquet") == std::nullopt);
}

TEST_CASE("record writer: a line of JSON for each fact, in order") {
  const TempFolder folder;
  const std::string path = folder.path("facts.jsonl");
  const testing::SampleRecord record = sample_record("kent");
  {
    const auto writer = open_records(path, RecordKind::kJsonl, {});
    REQUIRE(writer.ok());
    REQUIRE(write(*writer.value(), record));
    REQUIRE(write(*writer.value(), sample_record("empty", 0)));
    CHECK(read_file(path).empty());
    REQUIRE_FALSE(writer.value()->commit());
  }
  CHECK(read_file(path) ==
        to_json_line(record.facts[0]) + '\n' + to_json_line(record.facts[1]) + '\n');
}

TEST_CASE("record writer: lines that were begun are gone on with") {
  for (const RecordKind kind : {RecordKind::kJsonl, RecordKind::kCsv}) {
    const TempFolder folder;
    const std::string whole = folder.path("whole");
    const std::string parts = folder.path("parts");
    WriterOptions options;
    {
      const auto writer = open_records(whole, kind, options);
      REQUIRE(writer.ok());
      for (const char* doc : {"a", "b", "c"}) REQUIRE(write(*writer.value(), sample_record(doc)));
      REQUIRE_FALSE(writer.value()->commit());
    }
    options.keep_part = true;
    {
      const auto writer = open_records(parts, kind, options);
      REQUIRE(writer.ok());
      REQUIRE(write(*writer.value(), sample_record("a")));
      const Result<std::uint64_t> safe = writer.value()->checkpoint();
      REQUIRE(safe.ok());
      options.resume_at = safe.value();
      REQUIRE(write(*writer.value(), sample_record("lost")));
      REQUIRE_FALSE(writer.value()->flush());
    }
    CHECK(read_file(parts).empty());
    const auto writer = open_records(parts, kind, options);
    REQUIRE(writer.ok());
    for (const char* doc : {"b", "c"}) REQUIRE(write(*writer.value(), sample_record(doc)));
    REQUIRE_FALSE(writer.value()->commit());
    CHECK(read_file(parts) == read_file(whole));
  }
}

TEST_CASE("record writer: what is given up leaves nothing") {
  const TempFolder folder;
  WriterOptions options;
  options.keep_part = true;
  const std::string path = folder.path("facts.csv");
  {
    const auto writer = open_records(path, RecordKind::kCsv, options);
    REQUIRE(writer.ok());
    REQUIRE(write(*writer.value(), sample_record("a")));
    writer.value()->discard();
  }
  CHECK(std::filesystem::is_empty(folder.path()));
}

TEST_CASE("record writer: a full disk is told apart") {
  for (const RecordKind kind : {RecordKind::kJsonl, RecordKind::kCsv}) {
    const auto writer = open_records("/dev/full", kind, {});
    REQUIRE(writer.ok());
    writer.value()->write(sample_record("a").document, sample_record("a").facts);
    const auto error = writer.value()->commit();
    REQUIRE(error);
    CHECK(error->code == ErrorCode::kNoSpace);
    CHECK(error->message.rfind("/dev/full: ", 0) == 0);
  }
}

TEST_CASE("record writer: what cannot be opened is an error") {
  const TempFolder folder;
  for (const RecordKind kind : {RecordKind::kJsonl, RecordKind::kCsv, RecordKind::kSqlite}) {
    for (const std::string& path : {folder.path(), folder.path("none/facts")}) {
      const auto writer = open_records(path, kind, {});
      REQUIRE_FALSE(writer.ok());
      CHECK(writer.error().code == ErrorCode::kCannotWrite);
      CHECK(writer.error().message.rfind(path + ": ", 0) == 0);
    }
  }
  CHECK(open_records("-", RecordKind::kSqlite, {}).error().code == ErrorCode::kCannotWrite);
}

}  // namespace
}  // namespace recount
