#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <string>

#include "tests/support/command.h"
#include "tests/support/temp_folder.h"

namespace recount {
namespace {

using testing::CommandResult;
using testing::read_file;
using testing::run_recount;
using testing::TempFolder;

const std::string kPatterns = RECOUNT_SOURCE_DIR "/patterns";

/// The first word of the first line of `text` that holds `part`.
std::string first_word(const std::string& text, const std::string& part) {
  const std::size_t at = text.find(part);
  REQUIRE(at != std::string::npos);
  const std::size_t newline = text.rfind('\n', at);
  const std::size_t begin = newline == std::string::npos ? 0 : newline + 1;
  return text.substr(begin, text.find(' ', begin) - begin);
}

TEST_CASE("patterns: the built-in rules and those in the repository pass their examples") {
  const CommandResult built_in = run_recount({"patterns", "check"});
  CHECK_MESSAGE(built_in.code == 0, built_in.out, built_in.err);
  CHECK(built_in.out.find(" examples passed, 0 failed\n") != std::string::npos);
  CHECK(std::count(built_in.out.begin(), built_in.out.end(), '\n') == 1);
  const CommandResult folder = run_recount({"patterns", "check", kPatterns});
  CHECK(folder.code == 0);
  CHECK(folder.out == built_in.out);
}

TEST_CASE("patterns: a failing example is told with its place and both sides") {
  const TempFolder folder;
  std::filesystem::copy(kPatterns, folder.path("patterns"),
                        std::filesystem::copy_options::recursive);
  const std::string file = folder.path("patterns/rules/added.toml");
  folder.write("patterns/rules/added.toml", R"(
[[rule]]
id = "test.added"
says = "A rule that never comes to anything."
pattern = "<party> <party> <party> <party> <party>"
yields = []
examples = [
  { text = "Labour gained four seats in Medway.", facts = ["medway labour seats_change 5"] },
  { text = "It rained.", facts = [] },
]
counter = ["Reading lost at Derby."]
)");
  const std::string master = folder.path("patterns/master.toml");
  folder.write(
      "patterns/master.toml",
      read_file(master) +
          "\n[[stage]]\nname = \"added\"\nkind = \"fact\"\nfiles = [\"rules/added.toml\"]\n");
  const CommandResult result = run_recount({"patterns", "check", folder.path("patterns")});
  CHECK(result.code == 4);
  CHECK_MESSAGE(result.err.empty(), result.err);
  CHECK(result.out.find("rules/added.toml:2: rule test.added: the facts differ\n"
                        "  example   Labour gained four seats in Medway.\n"
                        "  expected  medway labour seats_change 5\n"
                        "  got       medway labour seats_change 4\n") != std::string::npos);
  CHECK(result.out.find("rule test.added: the rule takes no part in its example\n"
                        "  example   It rained.\n"
                        "  expected  nothing\n"
                        "  got       nothing\n") != std::string::npos);
  CHECK(result.out.find(" failed\n") == result.out.size() - 8);
}

TEST_CASE("patterns: list has a line for each rule and show gives it as written") {
  const CommandResult list = run_recount({"patterns", "list"});
  CHECK(list.code == 0);
  const CommandResult check = run_recount({"patterns", "check"});
  const auto lines = std::count(list.out.begin(), list.out.end(), '\n');
  const std::size_t total = check.out.rfind('\n', check.out.size() - 2) + 1;
  CHECK(check.out.rfind(std::to_string(lines) + " rules, ") == total);
  for (const char* kind : {"  rewrite  ", "  guard    ", "  fact     "}) {
    CAPTURE(kind);
    const std::string id = first_word(list.out, kind);
    const CommandResult show = run_recount({"patterns", "show", id});
    CHECK(show.code == 0);
    const std::size_t source = show.out.find("\n\n[[rule]]\n");
    REQUIRE(source != std::string::npos);
    CHECK(show.out.find("id = \"" + id + "\"") != std::string::npos);
    CHECK(show.out.find("pattern = ") != std::string::npos);
    CHECK(show.out.find("counter = ") != std::string::npos);
    CHECK(show.out.find("[[rule]]", source + 3) == std::string::npos);
    const std::string file = show.out.substr(0, show.out.find(':'));
    CHECK(read_file(kPatterns + "/" + file).find(show.out.substr(source + 2)) != std::string::npos);
    CHECK(run_recount({"patterns", "show", id, "--patterns", kPatterns}).out == show.out);
  }
}

}  // namespace
}  // namespace recount
