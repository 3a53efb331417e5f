#include "output/records/atomic_file.h"

#include <doctest/doctest.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <csignal>
#include <filesystem>
#include <iterator>

#include "tests/support/temp_folder.h"

namespace recount {
namespace {

using testing::read_file;
using testing::TempFolder;
namespace fs = std::filesystem;

std::ptrdiff_t files_in(const TempFolder& folder) {
  return std::distance(fs::directory_iterator(folder.path()), fs::directory_iterator());
}

TEST_CASE("atomic file: the file appears whole with commit") {
  const TempFolder folder;
  const std::string path = folder.write("facts.jsonl", "old");
  {
    Result<AtomicFile> file = AtomicFile::create(path);
    REQUIRE(file.ok());
    const std::string large(200'000, 'x');
    CHECK_FALSE(file.value().write(large));
    CHECK_FALSE(file.value().write("end"));
    CHECK(read_file(path) == "old");
    CHECK_FALSE(file.value().commit());
    CHECK(read_file(path) == large + "end");
  }
  CHECK(files_in(folder) == 1);
}

TEST_CASE("atomic file: without commit everything stays as it was") {
  const TempFolder folder;
  const std::string path = folder.write("facts.jsonl", "old");
  {
    Result<AtomicFile> file = AtomicFile::create(path);
    REQUIRE(file.ok());
    file.value().write("new");
    file.value().flush();
  }
  CHECK(read_file(path) == "old");
  CHECK(files_in(folder) == 1);
}

TEST_CASE("atomic file: permissions and symbolic links of the old file are kept") {
  const TempFolder folder;
  const std::string path = folder.write("real.jsonl", "old");
  ::chmod(path.c_str(), 0640);
  fs::create_symlink("real.jsonl", folder.path("link.jsonl"));
  Result<AtomicFile> file = AtomicFile::create(folder.path("link.jsonl"));
  REQUIRE(file.ok());
  file.value().write("new");
  CHECK_FALSE(file.value().commit());
  CHECK(fs::is_symlink(folder.path("link.jsonl")));
  CHECK(read_file(path) == "new");
  CHECK(fs::status(path).permissions() == fs::perms{0640});
}

TEST_CASE("atomic file: a full disk is an error that stays") {
  Result<AtomicFile> file = AtomicFile::create("/dev/full");
  REQUIRE(file.ok());
  CHECK_FALSE(file.value().write("held back"));
  const auto error = file.value().flush();
  REQUIRE(error);
  CHECK(error->code == ErrorCode::kNoSpace);
  CHECK(error->message == "/dev/full: cannot write: No space left on device");
  CHECK(file.value().write("more"));
  CHECK(file.value().commit());
  CHECK_FALSE(file.value().reader_gone());
  CHECK(fs::is_character_file("/dev/full"));
}

TEST_CASE("atomic file: a pipe is written directly and tells when its reader is gone") {
  const TempFolder folder;
  const std::string path = folder.path("pipe");
  REQUIRE(::mkfifo(path.c_str(), 0600) == 0);
  const int reader = ::open(path.c_str(), O_RDONLY | O_NONBLOCK);
  Result<AtomicFile> file = AtomicFile::create(path);
  REQUIRE(file.ok());
  file.value().write("hello");
  CHECK_FALSE(file.value().flush());
  char buffer[16];
  CHECK(::read(reader, buffer, sizeof buffer) == 5);
  ::close(reader);
  const auto before = std::signal(SIGPIPE, SIG_IGN);
  file.value().write("more");
  CHECK(file.value().flush());
  std::signal(SIGPIPE, before);
  CHECK(file.value().reader_gone());
  CHECK(fs::is_fifo(path));
}

TEST_CASE("atomic file: a folder or a missing folder cannot be written") {
  const TempFolder folder;
  for (const std::string& path : {folder.path(), folder.path("none/facts.jsonl")}) {
    CAPTURE(path);
    const Result<AtomicFile> file = AtomicFile::create(path);
    REQUIRE_FALSE(file.ok());
    CHECK(file.error().code == ErrorCode::kCannotWrite);
    CHECK(file.error().message.rfind(path + ": cannot ", 0) == 0);
  }
}

TEST_CASE("atomic file: a part outlives a run that ends without commit and is gone on with") {
  const TempFolder folder;
  const std::string path = folder.write("facts.jsonl", "old");
  {
    Result<AtomicFile> file = AtomicFile::create_part(path);
    REQUIRE(file.ok());
    CHECK_FALSE(file.value().write("one\n"));
    CHECK(file.value().checkpoint().value() == 4);
    CHECK_FALSE(file.value().write("torn"));
    CHECK_FALSE(file.value().flush());
  }
  CHECK(read_file(path) == "old");
  CHECK(read_file(path + ".part") == "one\ntorn");
  Result<AtomicFile> file = AtomicFile::create_part(path, 4);
  REQUIRE(file.ok());
  CHECK_FALSE(file.value().write("two\n"));
  CHECK(file.value().checkpoint().value() == 8);
  CHECK_FALSE(file.value().commit());
  CHECK(read_file(path) == "one\ntwo\n");
  CHECK(files_in(folder) == 1);
}

TEST_CASE("atomic file: a part begins anew without a word and can be discarded") {
  const TempFolder folder;
  const std::string path = folder.path("facts.jsonl");
  folder.write("facts.jsonl.part", "of a run that was killed");
  {
    Result<AtomicFile> file = AtomicFile::create_part(path);
    REQUIRE(file.ok());
    CHECK(read_file(path + ".part").empty());
    file.value().discard();
  }
  CHECK(files_in(folder) == 0);
}

TEST_CASE("atomic file: a file that has its name already is gone on with") {
  const TempFolder folder;
  const std::string path = folder.write("facts.jsonl", "one\nmore");
  Result<AtomicFile> file = AtomicFile::create_part(path, 4);
  REQUIRE(file.ok());
  CHECK_FALSE(file.value().write("two\n"));
  CHECK_FALSE(file.value().commit());
  CHECK(read_file(path) == "one\ntwo\n");
}

TEST_CASE("atomic file: a part that is too short or in use is an error") {
  const TempFolder folder;
  const std::string path = folder.path("facts.jsonl");
  folder.write("facts.jsonl.part", "one\n");
  const Result<AtomicFile> shorter = AtomicFile::create_part(path, 5);
  REQUIRE_FALSE(shorter.ok());
  CHECK(shorter.error().message.find("holds 4 bytes, expected 5") != std::string::npos);
  const Result<AtomicFile> first = AtomicFile::create_part(path, 4);
  REQUIRE(first.ok());
  const Result<AtomicFile> second = AtomicFile::create_part(path, 4);
  REQUIRE_FALSE(second.ok());
  CHECK(second.error().message == path + ": cannot write: another process is writing it");
}

TEST_CASE("atomic file: a full disk has a code of its own") {
  Result<AtomicFile> file = AtomicFile::create_part("/dev/full");
  REQUIRE(file.ok());
  file.value().write("x");
  const Result<std::uint64_t> safe = file.value().checkpoint();
  REQUIRE_FALSE(safe.ok());
  CHECK(safe.error().code == ErrorCode::kNoSpace);
  CHECK(write_error("a", "open", 13 /* EACCES */).code == ErrorCode::kCannotWrite);
}

}  // namespace
}  // namespace recount
