#include <doctest/doctest.h>

#include <string>

#include "tests/support/command.h"
#include "tests/support/temp_folder.h"

namespace recount {
namespace {

using testing::CommandResult;
using testing::run_recount;
using testing::Stdout;
using testing::TempFolder;

constexpr const char* kExplained =
    "Labour gained four seats in Medway. It rained on polling day. "
    "The Greens could gain three seats in Luton.";

bool contains(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

/// The id of the rule that made the first fact of the explanation.
std::string first_rule(const std::string& explained) {
  const std::size_t fact = explained.find("  fact ");
  REQUIRE(fact != std::string::npos);
  const std::size_t begin = explained.find("  (", fact) + 3;
  return explained.substr(begin, explained.find(',', begin) - begin);
}

TEST_CASE("explain: sentences with what the rules did there and plain in a pipe") {
  const CommandResult result =
      run_recount({"explain", "-", "--published", "2023-05-05"}, kExplained);
  CHECK(result.code == 0);
  CHECK(result.err.empty());
  CHECK_FALSE(contains(result.out, "\x1b"));
  CHECK(result.out.rfind("stdin\n", 0) == 0);
  CHECK(contains(result.out, "2023-05-04"));
  CHECK(contains(result.out, "\nLabour gained four seats in Medway.  (bytes 0-35)\n"));
  CHECK(contains(result.out, "=labour"));
  CHECK(contains(result.out, "=medway"));
  for (const char* label : {"  mentions  ", "  sketch    <", "  fired     ", "  filled    ",
                            "  dropped   ", "  guard     "}) {
    CAPTURE(label);
    CHECK(contains(result.out, label));
  }
  CHECK(
      contains(result.out, "  fact      medway labour seats_change 4  \"Labour gained four seats"));
  CHECK_FALSE(contains(result.out, "rained"));
  CHECK_FALSE(contains(result.out, "luton green"));
}

TEST_CASE("explain: sentences without events only if asked for") {
  const CommandResult result = run_recount({"explain", "-", "--all"}, kExplained);
  CHECK(contains(result.out, "\nIt rained on polling day.  (bytes 36-61)\n"));
}

TEST_CASE("explain: one rule or one place in the text") {
  const std::string rule = first_rule(run_recount({"explain", "-"}, kExplained).out);
  const CommandResult by_rule = run_recount({"explain", "-", "--rule", rule}, kExplained);
  CHECK(by_rule.code == 0);
  CHECK(contains(by_rule.out, "Medway"));
  const CommandResult at = run_recount({"explain", "-", "--at", "40"}, kExplained);
  CHECK(at.code == 0);
  CHECK(contains(at.out, "It rained"));
  CHECK_FALSE(contains(at.out, "Medway"));
  CHECK_FALSE(contains(at.out, "Luton"));
}

TEST_CASE("explain: of a web page the article, and nothing around it") {
  const TempFolder folder;
  const std::string page =
      folder.write("a.html",
                   "<html><body><nav><a href=\"/x\">Labour won control of Hull</a></nav>"
                   "<article><h1>News</h1><p>Labour gained <b>four</b> seats in "
                   "Medway.</p></article></body></html>");
  const CommandResult result = run_recount({"explain", page, "--all"});
  CHECK(result.code == 0);
  CHECK(contains(result.out, "Labour gained four seats in Medway.  (bytes 6-41)\n"));
  CHECK(contains(result.out, "  fact      medway labour seats_change 4"));
  CHECK_FALSE(contains(result.out, "Hull"));
}

TEST_CASE("explain: colour on a terminal unless NO_COLOR is set") {
  const CommandResult colour = run_recount({"explain", "-"}, kExplained, Stdout::kTerminal);
  CHECK(colour.code == 0);
  CHECK(contains(colour.out, "\x1b[1mLabour gained four seats in Medway.\x1b[0m"));
  const CommandResult plain =
      run_recount({"explain", "-"}, kExplained, Stdout::kTerminal, {"NO_COLOR=1"});
  CHECK(contains(plain.out, "Labour gained four seats in Medway.  (bytes 0-35)"));
  CHECK_FALSE(contains(plain.out, "\x1b"));
  CHECK_FALSE(contains(
      run_recount({"explain", "-"}, kExplained, Stdout::kTerminal, {"TERM=dumb"}).out, "\x1b"));
}

TEST_CASE("explain: an article cannot steer the terminal") {
  const CommandResult result =
      run_recount({"explain", "-"}, "Labour gained \x1b[2J four seats in Medway.");
  CHECK(result.code == 0);
  CHECK_FALSE(contains(result.out, "\x1b"));
}

TEST_CASE("explain: what cannot be read and what is wrong beside it") {
  const TempFolder folder;
  const CommandResult missing = run_recount({"explain", folder.path("none.txt")});
  CHECK(missing.code == 3);
  CHECK(missing.err.rfind("recount: " + folder.path("none.txt") + ": cannot be read", 0) == 0);
  const std::string article = folder.write("a.txt", kExplained);
  folder.write("a.meta.json", "[]");
  const CommandResult sidecar = run_recount({"explain", article});
  CHECK(sidecar.code == 1);
  CHECK(contains(sidecar.err, "a.meta.json:1: expected a JSON object"));
  CHECK(contains(sidecar.out, "Medway"));
}

}  // namespace
}  // namespace recount
