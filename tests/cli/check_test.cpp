#include <doctest/doctest.h>

#include <string>

#include "tests/support/command.h"
#include "tests/support/lines.h"
#include "tests/support/temp_folder.h"
#include "tests/support/told.h"

namespace recount {
namespace {

using testing::CommandResult;
using testing::lines;
using testing::read_file;
using testing::run_recount;
using testing::TempFolder;
using testing::ToldFacts;

constexpr const char* kResults =
    "council,party,seats,change\nMedway,Labour,33,13\nMedway,Conservative,22,-11\n";

std::string facts() {
  ToldFacts told;
  told.article("kent").number("labour", Measure::kSeats, 38);
  told.number("conservative", Measure::kSeats, 22);
  return lines(told);
}

TEST_CASE("check: a report for reading, JSON, a file, the exit code") {
  const TempFolder folder;
  const std::string table = folder.write("r.csv", kResults);
  const std::vector<std::string> base = {"check", "-", "--against", table, "--election", "2023"};
  const CommandResult text = run_recount(base, facts());
  CHECK(text.code == 0);
  CHECK_MESSAGE(text.out.starts_with("wrong in kent\n"), text.out);
  CHECK_MESSAGE(text.err.find("columns council = council") != std::string::npos, text.err);
  const auto with = [&](std::vector<std::string> more) {
    more.insert(more.begin(), base.begin(), base.end());
    return run_recount(more, facts());
  };
  const CommandResult json = with({"--json"});
  CHECK_MESSAGE(json.out.starts_with("{\"fact\":\""), json.out);
  CHECK(json.err.empty());
  CHECK(with({"-o", folder.path("checks.jsonl")}).code == 0);
  CHECK(read_file(folder.path("checks.jsonl")) == json.out);
  CHECK(with({"--fail-on", "wrong"}).code == 5);
}

TEST_CASE("check: what makes no sense, cannot be read or is unknown has its exit code") {
  const TempFolder folder;
  const std::string table = folder.write("r.csv", kResults);
  const auto code = [&](const std::vector<std::string>& arguments) {
    std::vector<std::string> all = {"check", "-", "--against"};
    all.insert(all.end(), arguments.begin(), arguments.end());
    return run_recount(all, facts()).code;
  };
  CHECK(code({table}) == 2);
  CHECK(code({table, "--election", "May"}) == 2);
  CHECK(code({table, "--election", "2023", "--on", "2023-06-01"}) == 2);
  CHECK(code({table, "--election", "2023", "--map", "seats"}) == 2);
  CHECK(code({table, "--election", "2023", "--map", "seats=none"}) == 2);
  CHECK(code({folder.path("none.csv"), "--election", "2023"}) == 3);
  CHECK(run_recount({"check", folder.path("none.jsonl"), "--against", table, "--election", "2023"})
            .code == 3);
  folder.write("r.csv", std::string(kResults) + "Barchester,Labour,2,1\n");
  CHECK(code({table, "--election", "2023"}) == 1);
}

}  // namespace
}  // namespace recount
