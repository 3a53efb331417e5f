#include "output/batch/run_journal.h"

#include <doctest/doctest.h>

#include <filesystem>

#include "tests/support/temp_folder.h"

namespace recount {
namespace {

using testing::TempFolder;

Checkpoint at(std::uint64_t input) {
  Checkpoint checkpoint;
  checkpoint.position.input = input;
  return checkpoint;
}

/// What another process finds, and how many checkpoints it takes.
Result<std::optional<Checkpoint>> found(const std::string& path, const std::string& run,
                                        int& restored) {
  RunJournal journal(path, run);
  return journal.go_on([&restored](Checkpoint&&) { ++restored; });
}

TEST_CASE("run journal: the last checkpoint is where to go on") {
  const TempFolder folder;
  const std::string path = folder.path("facts.jsonl.resume");
  int restored = 0;
  CHECK_FALSE(found(path, "a", restored).value());
  {
    RunJournal journal(path, "a");
    CHECK_FALSE(journal.begin_anew());
    CHECK_FALSE(journal.kept());
    CHECK_FALSE(journal.write(at(1)));
    CHECK_FALSE(journal.write(at(2)));
    CHECK(journal.kept());
    CHECK_FALSE(found(path, "a", restored).ok());  // at work
    CHECK(RunJournal(path, "a").begin_anew());
  }
  const Result<std::optional<Checkpoint>> last = found(path, "a", restored);
  REQUIRE(last.ok());
  CHECK(last.value()->position.input == 2);
  CHECK(restored == 2);
  const Result<std::optional<Checkpoint>> other = found(path, "b", restored);
  REQUIRE_FALSE(other.ok());
  CHECK(other.error().code == ErrorCode::kBadRecord);
}

TEST_CASE("run journal: begun anew, or at its end, nothing is left to go on with") {
  const TempFolder folder;
  const std::string path = folder.path("facts.jsonl.resume");
  {
    RunJournal journal(path, "a");
    CHECK_FALSE(journal.begin_anew());
    CHECK_FALSE(journal.write(at(1)));
  }
  int restored = 0;
  {
    RunJournal journal(path, "b");
    CHECK_FALSE(journal.begin_anew());
  }
  CHECK_FALSE(found(path, "b", restored).value());
  RunJournal journal(path, "b");
  CHECK_FALSE(journal.go_on([](Checkpoint&&) {}).value());
  CHECK_FALSE(journal.begin_anew());
  CHECK_FALSE(journal.write(at(3)));
  journal.remove();
  CHECK_FALSE(std::filesystem::exists(path));
  CHECK(restored == 0);
}

TEST_CASE("run journal: one that was killed in its first line is empty") {
  const TempFolder folder;
  const std::string path = folder.write("facts.jsonl.resume", "0123");
  int restored = 0;
  CHECK_FALSE(found(path, "a", restored).value());
  CHECK_FALSE(found(path, "a", restored).value());
}

}  // namespace
}  // namespace recount
