#include "output/batch/journal.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <vector>

#include "tests/support/temp_folder.h"

namespace recount {
namespace {

using testing::read_file;
using testing::TempFolder;
using Lines = std::vector<std::string>;

Lines lines_of(const std::string& path) {
  Lines lines;
  const Result<Journal> journal =
      Journal::go_on(path, [&lines](std::string_view line) -> std::optional<Error> {
        lines.emplace_back(line);
        return std::nullopt;
      });
  REQUIRE(journal.ok());
  return lines;
}

std::string journal_of(const TempFolder& folder, const Lines& lines) {
  const std::string path = folder.path("journal");
  Result<Journal> journal = Journal::create(path);
  REQUIRE(journal.ok());
  for (const std::string& line : lines) CHECK_FALSE(journal.value().append(line));
  return path;
}

TEST_CASE("journal: lines come back in order") {
  const TempFolder folder;
  const Lines lines{"one", "two", std::string(100'000, 'x')};
  CHECK(lines_of(journal_of(folder, lines)) == lines);
  CHECK(lines_of(journal_of(folder, {})).empty());
}

TEST_CASE("journal: wherever it is cut the whole lines before it count") {
  const TempFolder folder;
  const Lines lines{"one", "two", "three"};
  const std::string whole = read_file(journal_of(folder, lines));
  for (std::size_t size = 0; size <= whole.size(); ++size) {
    CAPTURE(size);
    const std::string path = folder.write("cut", whole.substr(0, size));
    const Lines found = lines_of(path);
    const auto expected = static_cast<std::size_t>(
        std::count(whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(size), '\n'));
    CHECK(found == Lines(lines.begin(), lines.begin() + static_cast<std::ptrdiff_t>(expected)));
    std::size_t seen = 0;
    Result<Journal> journal = Journal::go_on(path, [&seen](std::string_view) {
      ++seen;
      return std::optional<Error>();
    });
    REQUIRE(journal.ok());
    CHECK_FALSE(journal.value().append("four"));
    seen += static_cast<std::size_t>(read_file(path).ends_with(" four\n"));
    journal.value().remove();
    CHECK(seen == expected + 1);
  }
}

TEST_CASE("journal: a line that was changed and all behind it is void") {
  const TempFolder folder;
  const std::string path = journal_of(folder, {"one", "two", "three"});
  std::string bytes = read_file(path);
  bytes[bytes.find("two")] = 'T';
  folder.write("journal", bytes);
  CHECK(lines_of(path) == Lines{"one"});
}

TEST_CASE("journal: no file, a full disk, an error of the reader") {
  const TempFolder folder;
  const auto refuse = [](std::string_view) -> std::optional<Error> {
    return Error{ErrorCode::kBadRecord, "no"};
  };
  const Result<Journal> none = Journal::go_on(folder.path("none"), refuse);
  REQUIRE_FALSE(none.ok());
  CHECK(none.error().code == ErrorCode::kUnreadable);
  const Result<Journal> refused = Journal::go_on(journal_of(folder, {"one"}), refuse);
  REQUIRE_FALSE(refused.ok());
  CHECK(refused.error().message == "no");
  Result<Journal> full = Journal::create("/dev/full");
  REQUIRE(full.ok());
  CHECK(full.value().append("x")->code == ErrorCode::kNoSpace);
  CHECK_FALSE(Journal::create(folder.path("no/where")).ok());
}

TEST_CASE("journal: for one process at a time") {
  const TempFolder folder;
  const std::string path = folder.path("journal");
  const Result<Journal> first = Journal::create(path);
  REQUIRE(first.ok());
  CHECK_FALSE(Journal::create(path).ok());
  CHECK_FALSE(Journal::go_on(path, [](std::string_view) { return std::optional<Error>(); }).ok());
}

TEST_CASE("journal: removed with its file") {
  const TempFolder folder;
  const std::string path = journal_of(folder, {"one"});
  Result<Journal> journal = Journal::create(path);
  REQUIRE(journal.ok());
  journal.value().remove();
  CHECK_FALSE(Journal::go_on(path, [](std::string_view) { return std::optional<Error>(); }).ok());
}

}  // namespace
}  // namespace recount
