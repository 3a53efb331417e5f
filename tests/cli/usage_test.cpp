#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "extractor/version.h"
#include "tests/support/command.h"
#include "tests/support/temp_folder.h"

namespace recount {
namespace {

using testing::CommandResult;
using testing::run_recount;

TEST_CASE("command: help names every sub-command and exit code") {
  const CommandResult help = run_recount({"--help"});
  CHECK(help.code == 0);
  CHECK(help.err.empty());
  for (const char* word :
       {"extract", "explain", "chart", "report", "patterns", "Examples:", "Exit codes:", "  0  ",
        "  1  ", "  2  ", "  3  ", "  4  ", "  6  ", "  130, 143  "}) {
    CAPTURE(word);
    CHECK(help.out.find(word) != std::string::npos);
  }
}

TEST_CASE("command: each sub-command has help with examples") {
  const std::vector<std::vector<std::string>> commands{
      {"extract"},           {"explain"},          {"chart"},           {"report"}, {"patterns"},
      {"patterns", "check"}, {"patterns", "list"}, {"patterns", "show"}};
  for (std::vector<std::string> command : commands) {
    command.emplace_back("--help");
    const CommandResult help = run_recount(command);
    CAPTURE(command.front());
    CHECK(help.code == 0);
    CHECK(help.out.find("Usage: recount " + command.front()) != std::string::npos);
    CHECK(help.out.find("Examples:\n  recount ") != std::string::npos);
  }
}

TEST_CASE("command: the version is the library's") {
  const CommandResult result = run_recount({"--version"});
  CHECK(result.code == 0);
  CHECK(result.out == "recount " + std::string(version()) + "\n");
}

TEST_CASE("command: a wrong command line is code 2 with a word on stderr") {
  const std::vector<std::vector<std::string>> lines{
      {},
      {"frobnicate"},
      {"--frobnicate"},
      {"extract"},
      {"extract", "--frobnicate", "a.txt"},
      {"extract", "a.txt", "--published", "2023-02-30"},
      {"extract", "a.txt", "--election", "May"},
      {"extract", "a.txt", "-j", "0"},
      {"extract", "a.txt", "-j", "many"},
      {"extract", "a.txt", "--max-document", "0"},
      {"extract", "a.txt", "--max-document", "4294967296"},
      {"extract", "a.txt", "--max-ratio", "0"},
      {"extract", "a.txt", "--max-nesting", "-1"},
      {"extract", "a.txt", "--format", "pdf"},
      {"extract", "a.txt", "--to", "xml"},
      {"extract", "a.txt", "--to", "sqlite"},
      {"extract", "a.txt", "--checkpoint", "-1"},
      {"extract", "a.txt", "--resume"},
      {"extract", "a.txt", "--datapackage"},
      {"chart"},
      {"chart", "facts.jsonl"},
      {"chart", "facts.jsonl", "--council", "medway", "--election", "May"},
      {"explain"},
      {"explain", "a.txt", "b.txt"},
      {"explain", "-", "--rule", "no.such-rule"},
      {"explain", "-", "--at", "-1"},
      {"explain", "-", "--at", "99"},
      {"patterns"},
      {"patterns", "show"},
      {"patterns", "show", "no.such-rule"},
  };
  for (const std::vector<std::string>& line : lines) {
    std::string shown;
    for (const std::string& word : line) shown += word + ' ';
    CAPTURE(shown);
    const CommandResult result = run_recount(line, "Labour gained four seats in Medway.");
    CHECK(result.code == 2);
    CHECK(result.out.empty());
    CHECK(result.err.rfind("recount: ", 0) == 0);
  }
}

TEST_CASE("command: faulty patterns are code 4 with the report") {
  const testing::TempFolder folder;
  folder.write("master.toml", "stage = 1\n");
  const std::vector<std::vector<std::string>> lines{
      {"extract", "-", "--patterns", folder.path()},
      {"explain", "-", "--patterns", folder.path()},
      {"patterns", "check", folder.path()},
      {"patterns", "list", "--patterns", folder.path()},
      {"patterns", "show", "x", "--patterns", folder.path()},
  };
  for (const std::vector<std::string>& line : lines) {
    CAPTURE(line.front());
    const CommandResult result = run_recount(line);
    CHECK(result.code == 4);
    CHECK(result.out.empty());
    CHECK(result.err.rfind("recount: " + folder.path() + ": faulty patterns\n", 0) == 0);
    CHECK(result.err.find("master.toml: expected a list of [[stage]] tables") != std::string::npos);
  }
  const CommandResult missing = run_recount({"patterns", "check", folder.path("none")});
  CHECK(missing.code == 4);
  CHECK(missing.err.rfind("recount: " + folder.path("none") + ": ", 0) == 0);
}

}  // namespace
}  // namespace recount
