// Runs that meet, die or find no room.
#include <doctest/doctest.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <csignal>
#include <thread>

#include "output/records/sqlite_database.h"
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

SampleRecord numbered(int i) { return sample_record("doc-" + std::to_string(i), 1 + i % 3); }

/// Writes documents `from` to `to`, each `step`th of them handed on at once.
void run(const std::string& path, int from, int to, int step) {
  const auto writer = open_records(path, RecordKind::kSqlite, {});
  REQUIRE_MESSAGE(writer.ok(), (writer.ok() ? "" : writer.error().message));
  for (int i = from; i < to; ++i) {
    REQUIRE(write(*writer.value(), numbered(i)));
    if (i % step == 0) REQUIRE_FALSE(writer.value()->flush());
  }
  const auto error = writer.value()->commit();
  REQUIRE_MESSAGE(!error, (error ? error->message : ""));
}

TEST_CASE("sqlite: two runs at once, and no reader sees half a document") {
  const TempFolder folder;
  const std::string path = folder.path("facts.db");
  run(path, 0, 1, 1);
  std::atomic<int> running = 2;
  std::thread first([&] { run(path, 0, 60, 7), --running; });
  std::thread second([&] { run(path, 30, 90, 5), --running; });
  int torn = 0;
  do {
    const std::string count = query_one(path,
                                        "SELECT count(*) FROM documents AS d WHERE d.facts <> "
                                        "(SELECT count(*) FROM facts AS f WHERE f.doc = d.doc)");
    torn += count != "0";
  } while (running > 0);
  first.join();
  second.join();
  CHECK(torn == 0);
  CHECK(query_one(path, "SELECT count(*) FROM documents") == "90");
  CHECK(query_one(path, "SELECT count(*) FROM facts") == std::to_string(30 * (1 + 2 + 3)));
  CHECK(query_one(path, "SELECT count(*) FROM runs WHERE finished IS NOT NULL") == "3");
  CHECK(query_one(path, "PRAGMA integrity_check") == "ok");
}

TEST_CASE("sqlite: a killed run leaves a whole database, which the next completes") {
  const TempFolder folder;
  const std::string path = folder.path("facts.db");
  const std::string undisturbed = folder.path("undisturbed.db");
  run(undisturbed, 0, 40, 100);
  for (const int at : {0, 5, 20}) {
    const pid_t child = ::fork();
    REQUIRE(child >= 0);
    if (child == 0) {
      const auto writer = open_records(path, RecordKind::kSqlite, {});
      for (int i = 0; i < 25; ++i) {
        write(*writer.value(), numbered(i));
        if (i == at) writer.value()->checkpoint();
      }
      std::raise(SIGKILL);
    }
    int status = 0;
    REQUIRE(::waitpid(child, &status, 0) == child);
    REQUIRE(WIFSIGNALED(status));
    CHECK(query_one(path, "SELECT count(*) FROM documents") == std::to_string(at + 1));
    CHECK(query_one(path, "SELECT count(*) FROM runs WHERE finished IS NULL") != "0");
  }
  run(path, 0, 40, 100);
  CHECK(dump(path) == dump(undisturbed));
  CHECK(query_one(path, "PRAGMA integrity_check") == "ok");
  CHECK(query(path, "SELECT rowid FROM facts_fts WHERE facts_fts MATCH 'gained'").size() ==
        std::stoul(query_one(path, "SELECT count(*) FROM facts")));
}

/// No file grows beyond `bytes` while this lives.
class FileSizeLimit {
 public:
  explicit FileSizeLimit(rlim_t bytes) : handler_(std::signal(SIGXFSZ, SIG_IGN)) {
    ::getrlimit(RLIMIT_FSIZE, &before_);
    const rlimit limit{bytes, before_.rlim_max};
    ::setrlimit(RLIMIT_FSIZE, &limit);
  }
  ~FileSizeLimit() {
    ::setrlimit(RLIMIT_FSIZE, &before_);
    std::signal(SIGXFSZ, handler_);
  }

 private:
  void (*handler_)(int);
  rlimit before_{};
};

TEST_CASE("sqlite: no room is told apart, and the next run completes") {
  const TempFolder folder;
  const std::string path = folder.path("facts.db");
  testing::SampleRecord large = sample_record("large", 1);
  large.facts[0].quote = std::string(3'000'000, 'x');
  {
    const auto writer = open_records(path, RecordKind::kSqlite, {});
    REQUIRE(writer.ok());
    REQUIRE(write(*writer.value(), numbered(1)));
    REQUIRE(writer.value()->checkpoint().ok());
    const FileSizeLimit limit(1'000'000);
    writer.value()->write(large.document, large.facts);
    const Result<std::uint64_t> safe = writer.value()->checkpoint();
    REQUIRE_FALSE(safe.ok());
    CHECK(safe.error().code == ErrorCode::kNoSpace);
    CHECK(safe.error().message.rfind(path + ": cannot write: ", 0) == 0);
    CHECK(writer.value()->write(large.document, large.facts));
    CHECK(writer.value()->commit());
  }
  CHECK(query(path, "SELECT doc FROM documents") == Rows{{"doc-1"}});
  const auto writer = open_records(path, RecordKind::kSqlite, {});
  REQUIRE(writer.ok());
  REQUIRE(write(*writer.value(), numbered(1)));
  REQUIRE(write(*writer.value(), large));
  REQUIRE_FALSE(writer.value()->commit());
  CHECK(query(path, "SELECT doc FROM documents ORDER BY rowid") == Rows{{"doc-1"}, {"large"}});
  CHECK(query_one(path, "PRAGMA integrity_check") == "ok");
}

TEST_CASE("sqlite: who waits too long for another writer is told so") {
  const TempFolder folder;
  const std::string path = folder.path("facts.db");
  SqliteDatabase first(path, 0);
  const SqliteTransaction transaction(first);
  REQUIRE(first.run("CREATE TABLE t (a)"));
  SqliteDatabase second(path, 10);
  const SqliteTransaction other(second);
  REQUIRE(second.error());
  CHECK(second.error()->code == ErrorCode::kCannotWrite);
  CHECK(second.error()->message == path + ": cannot write: another process is writing it");
  CHECK_FALSE(second.run("SELECT 1"));  // the error stays
}

}  // namespace
}  // namespace recount
