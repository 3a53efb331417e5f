// Runs that are killed, interrupted or out of space, and what goes on from there.
#include <doctest/doctest.h>
#include <sys/wait.h>

#include <algorithm>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <random>
#include <thread>

#include "tests/support/command.h"
#include "tests/support/database.h"
#include "tests/support/mini_patterns.h"
#include "tests/support/temp_folder.h"

namespace recount {
namespace {

using testing::CommandResult;
using testing::read_file;
using testing::recount_binary;
using testing::run_recount;
using testing::RunningRecount;
using testing::TempFolder;
namespace fs = std::filesystem;
using Arguments = std::vector<std::string>;

/// Articles, some without facts, some copies, some of one name, and one that fails; with small
/// patterns, which load fast.
class Archive {
 public:
  explicit Archive(int articles) {
    for (const PatternFile& file : test::mini_files())
      folder_.write("patterns/" + file.path, file.content);
    for (int i = 0; i < articles; ++i) {
      const std::string name = i % 5 == 0 ? "same" : std::to_string(i);
      const std::string seats = i % 7 == 0 ? "rain" : std::to_string(i % 9 + 2) + " seats";
      folder_.write("in/" + std::to_string(1000 + i) + "/" + name + ".txt",
                    "Labour gained " + seats + " in Medway.\n");
    }
    for (int i = 0; i < 4; ++i)
      folder_.write("in/10" + std::to_string(i * 13 + 10) + "/rain.txt", "It rained.\n");
    folder_.write("in/1003/large.txt", std::string(2000, 'x'));
  }

  std::string path(const std::string& name) const { return folder_.path(name); }

  /// `extract` of it all into `output`, with a checkpoint after every article.
  Arguments command(const std::string& output, const Arguments& more = {}) const {
    Arguments out{"extract",
                  path("in"),
                  "--patterns",
                  path("patterns"),
                  "-o",
                  path(output),
                  "--errors",
                  path(output + ".errors"),
                  "--copies",
                  path(output + ".copies"),
                  "--passed-over",
                  path(output + ".passed"),
                  "--emit-text",
                  path(output + ".texts"),
                  "--max-document",
                  "1000",
                  "--dedupe",
                  "--quiet",
                  "-j",
                  "2",
                  "--checkpoint",
                  "0"};
    out.insert(out.end(), more.begin(), more.end());
    return out;
  }

  /// Starts the run, and lets it go on until its journal holds `bytes` or it has ended.
  void run_until(RunningRecount& run, const std::string& output, std::uintmax_t bytes) const {
    const std::string journal = path(output) + ".resume";
    std::error_code ignored;
    while (!run.ended()) {
      const std::uintmax_t size = fs::file_size(journal, ignored);
      if (!ignored && size >= bytes) return;
      std::this_thread::sleep_for(std::chrono::microseconds(200));
    }
  }

  /// Whether nothing is left that an unfinished run would have left.
  bool tidy(const std::string& output) const {
    return !fs::exists(path(output) + ".part") && !fs::exists(path(output) + ".resume") &&
           !fs::exists(path(output + ".errors") + ".part") &&
           !fs::exists(path(output + ".copies") + ".part") &&
           !fs::exists(path(output + ".passed") + ".part");
  }

 private:
  TempFolder folder_;
};

void check_same(const Archive& archive, const std::string& a, const std::string& b) {
  if (fs::path(a).extension() == ".sqlite") {
    CHECK((testing::dump(archive.path(a)) == testing::dump(archive.path(b))));
  } else {
    CHECK((read_file(archive.path(a)) == read_file(archive.path(b))));
  }
  for (const char* list : {".errors", ".copies", ".passed"})
    CHECK((read_file(archive.path(a + list)) == read_file(archive.path(b + list))));
  CHECK(archive.tidy(b));
}

TEST_CASE(
    "extract: killed at random points, ten for each format, and gone on with, nothing is lost or "
    "doubled") {
  const Archive archive(60);
  for (const std::string kind : {".jsonl", ".csv", ".sqlite"}) {
    const std::string whole = "whole" + kind;
    CHECK(run_recount(archive.command(whole)).code == 1);
    CHECK(read_file(archive.path(whole)).size() > 1'000);
    CHECK(read_file(archive.path(whole + ".copies")).size() > 100);
    CHECK(read_file(archive.path(whole + ".passed")).size() > 100);
    std::mt19937 random(11);
    int killed = 0;
    for (int round = 0; round < 10; ++round) {
      const std::string output = std::to_string(round) + kind;
      // Twice in a row every third time.
      for (int kill = 0; kill <= (round % 3 == 0 ? 1 : 0); ++kill) {
        Arguments command = archive.command(output);
        if (kill > 0) command.emplace_back("--resume");
        RunningRecount run(command, "/dev/null", "/dev/null");
        archive.run_until(run, output, random() % 9'000);
        std::this_thread::sleep_for(std::chrono::microseconds(random() % 3'000));
        run.send(SIGKILL);
        killed += run.wait() == -1 ? 1 : 0;
      }
      const CommandResult rest = run_recount(archive.command(output, {"--resume"}));
      CHECK(rest.code == 1);
      CHECK(rest.err.empty());
      check_same(archive, whole, output);
    }
    CHECK(killed >= 5);
  }
}

TEST_CASE("extract: interrupted in good order it leaves a whole file and can be gone on with") {
  const Archive archive(60);
  CHECK(run_recount(archive.command("whole.jsonl")).code == 1);
  const std::string whole = read_file(archive.path("whole.jsonl"));
  for (const int signal : {SIGINT, SIGTERM}) {
    const std::string output = std::to_string(signal) + ".jsonl";
    Arguments command = archive.command(output);
    command.erase(std::find(command.begin(), command.end(), "--quiet"));
    int code = 0;
    for (int attempt = 0; attempt < 20 && code != 128 + signal; ++attempt) {
      RunningRecount run(command, "/dev/null", archive.path("err"));
      archive.run_until(run, output, 1'500);
      run.send(signal);
      code = run.wait();
    }
    CHECK(code == 128 + signal);
    const std::string part = read_file(archive.path(output));
    CHECK(part.size() < whole.size());
    CHECK(part.back() == '\n');
    CHECK(whole.rfind(part, 0) == 0);
    CHECK(read_file(archive.path("err")).find("with --resume goes on") != std::string::npos);
    CHECK(run_recount(archive.command(output, {"--resume"})).code == 1);
    check_same(archive, "whole.jsonl", output);
  }
}

TEST_CASE("extract: a full disk ends the run with a code of its own, and it can be gone on with") {
  const Archive archive(60);
  CHECK(run_recount(archive.command("whole.jsonl")).code == 1);
  std::string line = "ulimit -f 8; exec \"$0\"";
  for (const std::string& argument : archive.command("full.jsonl")) line += " '" + argument + "'";
  std::string escaped;
  for (const char c : line) escaped += c == '\'' ? std::string("'\\''") : std::string(1, c);
  const std::string command =
      "sh -c '" + escaped + "' " + recount_binary() + " 2>" + archive.path("err");
  const int status = std::system(command.c_str());
  CHECK(WEXITSTATUS(status) == 6);
  CHECK_FALSE(fs::exists(archive.path("full.jsonl")));
  CHECK(read_file(archive.path("err")).find("File too large") != std::string::npos);
  CHECK(run_recount(archive.command("full.jsonl", {"--resume"})).code == 1);
  check_same(archive, "whole.jsonl", "full.jsonl");
}

TEST_CASE("extract: what cannot be gone on with is told") {
  const Archive archive(60);
  CHECK(run_recount({"extract", archive.path("in"), "--resume"}).code == 2);
  CHECK(run_recount({"extract", archive.path("in"), "-o", "/dev/null", "--resume"}).code == 2);
  // No run was killed: it begins at the beginning.
  Arguments fresh = archive.command("a.jsonl", {"--resume"});
  fresh.erase(std::find(fresh.begin(), fresh.end(), "--quiet"));
  const CommandResult first = run_recount(fresh);
  CHECK(first.code == 1);
  CHECK(first.err.find("begins at the beginning") != std::string::npos);
  // Killed, and then other options, or other inputs.
  {
    RunningRecount run(archive.command("b.jsonl"), "/dev/null", "/dev/null");
    archive.run_until(run, "b.jsonl", 1'500);
    run.send(SIGKILL);
    run.wait();
  }
  REQUIRE(fs::exists(archive.path("b.jsonl.resume")));
  const CommandResult other =
      run_recount(archive.command("b.jsonl", {"--resume", "--min-confidence", "0.1"}));
  CHECK(other.code == 2);
  CHECK(other.err.find("b.jsonl.resume: is of a run with other inputs") != std::string::npos);
  fs::remove_all(archive.path("in/1040"));
  CHECK(run_recount(archive.command("b.jsonl", {"--resume"})).code == 2);
  // Without --resume it begins anew.
  CHECK(run_recount(archive.command("b.jsonl")).code == 1);
  CHECK(run_recount(archive.command("c.jsonl")).code == 1);
  check_same(archive, "c.jsonl", "b.jsonl");
}

TEST_CASE("extract: two runs cannot write one file at a time") {
  const Archive archive(60);
  RunningRecount run(archive.command("a.jsonl"), "/dev/null", "/dev/null");
  archive.run_until(run, "a.jsonl", 500);
  run.send(SIGSTOP);
  if (!run.ended()) {
    const CommandResult second = run_recount(archive.command("a.jsonl"));
    CHECK(second.code == 1);
    CHECK(second.err.find("another process is writing it") != std::string::npos);
  }
  run.send(SIGCONT);
  CHECK(run.wait() == 1);
  CHECK(run_recount(archive.command("b.jsonl")).code == 1);
  check_same(archive, "b.jsonl", "a.jsonl");
}

TEST_CASE("extract: two runs fill one database at a time") {
  const Archive archive(60);
  Arguments first = archive.command("a.sqlite");
  Arguments second = archive.command("b.sqlite");
  for (std::string& argument : second)
    if (argument == archive.path("b.sqlite")) argument = archive.path("a.sqlite");
  RunningRecount one(first, "/dev/null", archive.path("err"));
  RunningRecount other(second, "/dev/null", archive.path("err2"));
  CHECK(one.wait() == 1);
  CHECK(other.wait() == 1);
  CHECK(run_recount(archive.command("whole.sqlite")).code == 1);
  const char* facts = "SELECT id, doc, number, quote FROM facts ORDER BY id";
  CHECK((testing::query(archive.path("a.sqlite"), facts) ==
         testing::query(archive.path("whole.sqlite"), facts)));
  CHECK(testing::query_one(archive.path("a.sqlite"), "PRAGMA integrity_check") == "ok");
  CHECK(testing::query_one(archive.path("a.sqlite"),
                           "SELECT count(*) FROM runs WHERE finished IS NOT NULL") == "2");
}

}  // namespace
}  // namespace recount
