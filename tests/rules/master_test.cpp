// Faults of master.toml and of the files it lists.
#include <doctest/doctest.h>

#include "extractor/rules/rule_loader.h"
#include "tests/support/mini_patterns.h"

using namespace recount;
using test::mini_with;

namespace {

std::string master() {
  for (const PatternFile& file : test::mini_files()) {
    if (file.path == "master.toml") return file.content;
  }
  return "";
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  const std::size_t at = text.find(from);
  REQUIRE(at != std::string::npos);
  return text.replace(at, from.size(), to);
}

/// Whether some fault of master.toml with `from` replaced by `to` is about that piece or says that.
bool tells(const std::string& from, const std::string& to, const std::string& piece) {
  const Faults faults = test::rule_faults(mini_with("master.toml", replaced(master(), from, to)));
  CAPTURE(faults.report());
  for (const Fault& fault : faults.list()) {
    if (fault.piece == piece || fault.message.find(piece) != std::string::npos) return true;
  }
  return false;
}

}  // namespace

TEST_CASE("a missing or broken master file is a fault") {
  CHECK(test::rule_faults(test::mini_without("master.toml")).list().at(0).message ==
        "the file is missing");
  const Faults faults = test::rule_faults(mini_with("master.toml", "[engine]\nx = \n"));
  REQUIRE_FALSE(faults.empty());
  CHECK(faults.list()[0].line == 2);
}

TEST_CASE("settings are numbers with known names") {
  CHECK(tells("focus_blocks = 2", "focus_block = 2", "focus_block"));
  CHECK(tells("focus_blocks = 2", "focus_blocks = \"two\"", "expected a number"));
  CHECK(tells("[engine]", "[motor]", "engine"));
}

TEST_CASE("stages have a name and a kind and files") {
  CHECK(tells("kind = \"guard\"", "kind = \"gourd\"", "gourd"));
  CHECK(tells("name = \"guards\"", "title = \"guards\"", "expected name"));
  CHECK(tells("files = [\"guards/modal.toml\"]", "files = [\"guards/none.toml\"]",
              "the file is missing"));
  CHECK(
      tells("files = [\"guards/modal.toml\"]", "files = [\"rules/rewrite.toml\"]", "listed twice"));
  CHECK(test::rule_faults(mini_with("master.toml", "[engine]\n")).list().at(0).piece == "stage");
}

TEST_CASE("a rule file that no stage lists is a fault") {
  const Faults faults = test::rule_faults(mini_with("rules/new.toml", ""));
  REQUIRE(faults.list().size() == 1);
  CHECK(faults.list()[0].file == "rules/new.toml");
}

TEST_CASE("a rule file without rules is a fault") {
  CHECK(test::rule_faults(mini_with("rules/seats.toml", "# nothing\n")).list().at(0).piece ==
        "rule");
  CHECK(test::rule_faults(mini_with("rules/seats.toml", "[[rule\n")).list().at(0).line == 1);
}

TEST_CASE("macros are patterns of their own") {
  CHECK(test::rule_faults(mini_with("macros.toml", "move = 5\nwhere = \"<in>\"\n"))
            .list()
            .at(0)
            .rule == "macro move");
  CHECK(test::rule_faults(mini_with("macros.toml", "move = \"@where\"\nwhere = \"<gian>\"\n"))
            .list()
            .at(0)
            .piece == "gian");
  CHECK_FALSE(
      test::rule_faults(mini_with("macros.toml", "move = \"@move\"\nwhere = \"<in>\"\n")).empty());
  CHECK_FALSE(test::rule_faults(test::mini_without("macros.toml")).empty());
}
