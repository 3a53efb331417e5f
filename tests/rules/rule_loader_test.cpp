// The loader reports every fault of every file at once, with file, line, rule and piece.
#include "extractor/rules/rule_loader.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "tests/support/mini_patterns.h"

using namespace recount;
using test::mini_with;

namespace {

Fault only_rule_fault(const PatternFiles& files) {
  const Faults faults = test::rule_faults(files);
  CAPTURE(faults.report());
  REQUIRE(faults.list().size() == 1);
  return faults.list().front();
}

/// A rule that is right but for `change`, a line that replaces the one with the same key or is
/// added.
std::string rule_with(const std::string& change) {
  std::vector<std::string> lines{"id = \"x.y\"",
                                 "says = \"Something.\"",
                                 "pattern = \"<gained> n:<n>\"",
                                 "yields = [\"seats n of subject\"]",
                                 "examples = [\"Labour gained two\", \"Labour gained six\"]",
                                 "counter = [\"Labour has two\"]"};
  const std::string key = change.substr(0, change.find(' ') + 1);
  const auto it = std::find_if(lines.begin(), lines.end(),
                               [&](const std::string& l) { return l.find(key) == 0; });
  if (it != lines.end())
    *it = change;
  else
    lines.push_back(change);
  std::string out = "[[rule]]\n";
  for (const std::string& line : lines) out += line + '\n';
  return out;
}

Fault rule_fault(const std::string& change) {
  return only_rule_fault(mini_with("rules/seats.toml", rule_with(change)));
}

}  // namespace

TEST_CASE("the mini rules have no fault and are in order") {
  Faults faults;
  EngineSettings settings;
  const RuleSet rules =
      load_rules(PatternFiles(test::mini_files()), test::mini().lexicon(), settings, faults);
  CHECK(faults.report() == "");
  CHECK(rules.rewrites.size() == 1);
  CHECK(rules.guards.size() == 1);
  REQUIRE(rules.facts.size() == 3);
  CHECK(rules.facts[0].id == "seats.change");
  CHECK(rules.facts[2].id == "seats.carry");
  REQUIRE(rules.find("guard.modal") != nullptr);
  CHECK(rules.find("guard.modal")->rest_of_sentence);
  CHECK(rules.find("none") == nullptr);
  CHECK(rules.facts[0].slots_named("n").size() == 1);
  CHECK(rules.facts[0].examples.size() == 3);
  CHECK(settings.focus_blocks == 2);
  CHECK(settings.largest_council == 150);
}

TEST_CASE("ten faults in three files give a report of ten") {
  std::vector<PatternFile> files = test::mini_files();
  for (PatternFile& file : files) {
    if (file.path == "macros.toml") file.content += "broken = \"<gian>\"\n";  // 1
    if (file.path == "guards/modal.toml")
      file.content += "[[rule]]\nid = \"g\"\nsays = \"x\"\npattern = \"<could> <\"\n";  // 2
    if (file.path == "rules/seats.toml") {
      file.content =
          "[[rule]]\nid = \"a\"\nsays = \"x\"\npattern = \"<gian> n:<n>\"\n"  // 3
          "[[rule]]\nid = \"b\"\npattern = \"<gained>\"\nexamples = [\"a\", \"b\"]\ncounter = "
          "[\"c\"]\n"  // 4: says
          "[[rule]]\nid = \"c\"\nsays = \"x\"\npattern = \"<gained> n:<n>\"\n"
          "yields = [\"chairs n of subject\", \"seats m of subject\"]\n"  // 5 and 6
          "colour = \"red\"\n"                                            // 7
          "examples = [\"a\"]\n"                                          // 8
          "counter = []\n"                                                // 9
          "confidence = 2\n";                                             // 10
    }
  }
  const Faults faults = test::rule_faults(PatternFiles(files));
  CAPTURE(faults.report());
  REQUIRE(faults.list().size() == 10);
  const auto has = [&faults](const char* file, std::size_t line, const char* rule,
                             const char* piece) {
    return std::any_of(faults.list().begin(), faults.list().end(), [&](const Fault& f) {
      return f.file == file && f.line == line && f.rule == rule && f.piece == piece &&
             !f.message.empty();
    });
  };
  CHECK(has("macros.toml", 4, "macro broken", "gian"));
  CHECK(has("guards/modal.toml", 12, "rule g", ""));
  CHECK(has("rules/seats.toml", 4, "rule a", "gian"));
  CHECK(has("rules/seats.toml", 5, "rule b", "says"));
  CHECK(has("rules/seats.toml", 14, "rule c", "chairs"));
  CHECK(has("rules/seats.toml", 14, "rule c", "m"));
  CHECK(has("rules/seats.toml", 15, "rule c", "colour"));
  CHECK(has("rules/seats.toml", 10, "rule c", "examples"));
  CHECK(has("rules/seats.toml", 10, "rule c", "counter"));
  CHECK(has("rules/seats.toml", 10, "rule c", "confidence"));
}

TEST_CASE("each key of a rule is checked") {
  CHECK(rule_fault("id = \"\"").piece == "id");
  CHECK(rule_fault("says = \"\"").piece == "says");
  CHECK(rule_fault("pattern = \"<gian>\"").piece == "gian");
  CHECK(rule_fault("pattern = \"[]\"").rule == "rule x.y");
  CHECK(rule_fault("yields = \"seats n of subject\"").piece == "yields");
  CHECK(rule_fault("examples = [\"one\"]").piece == "examples");
  CHECK(rule_fault("counter = [\"\"]").piece == "text");
  CHECK(rule_fault("confidence = 0").piece == "confidence");
  CHECK(rule_fault("into = \"gian\"").piece == "gian");
  CHECK(rule_fault("drops = \"all\"").piece == "all");
  CHECK(rule_fault("only = [\"chairs\"]").piece == "chairs");
  CHECK(rule_fault("only = \"seats\"").piece == "only");
  CHECK(rule_fault("exmaples = []").piece == "exmaples");
  CHECK(rule_fault("carries = \"yes\"").piece == "carries");
  CHECK(rule_fault("product = 1").piece == "product");
  CHECK(rule_fault("counter = [{ text = \"a\", facts = \"none\" }]").piece == "facts");
  CHECK(rule_fault("counter = [{ text = \"a\", title = 7 }]").piece == "title");
}

TEST_CASE("a misspelt key of a file of rules, of a stage or of the master file is a fault") {
  const auto with = [](const std::string& path, const std::string& more) {
    std::vector<PatternFile> files = test::mini_files();
    for (PatternFile& file : files) {
      if (file.path == path) file.content = more + file.content;
    }
    return only_rule_fault(PatternFiles(files)).piece;
  };
  CHECK(with("rules/seats.toml", "rules = 1\n") == "rules");
  CHECK(with("master.toml", "macroes = 1\n") == "macroes");
  std::vector<PatternFile> files = test::mini_files();
  for (PatternFile& file : files) {
    const std::size_t at = file.content.find("kind = \"guard\"");
    if (file.path == "master.toml") file.content.insert(at, "says = \"x\"\n");
  }
  CHECK(only_rule_fault(PatternFiles(files)).piece == "says");
}

TEST_CASE("a pattern that demands nothing is a fault") {
  const Fault fault = rule_fault("pattern = \"n:<n>? . \"");
  CHECK(fault.message.find("demand") != std::string::npos);
}

TEST_CASE("an id is given once") {
  const Faults faults =
      test::rule_faults(mini_with("rules/seats.toml", rule_with("id = \"guard.modal\"")));
  REQUIRE(faults.list().size() == 1);
  CHECK(faults.list()[0].piece == "guard.modal");
}

TEST_CASE("rules say what their stage asks for") {
  CHECK(only_rule_fault(mini_with("rules/rewrite.toml", rule_with("yields = []"))).piece == "into");
  CHECK(only_rule_fault(mini_with("guards/modal.toml", rule_with("says = \"x\""))).piece ==
        "yields");
}

TEST_CASE("examples may have facts and a title and a day") {
  Faults faults;
  EngineSettings settings;
  const RuleSet rules = load_rules(
      mini_with("rules/seats.toml",
                rule_with("examples = [\"a\", { text = \"b\", title = \"t\", published = "
                          "\"2023-05-05\", facts = [\"medway labour seats 2\"] }]")),
      test::mini().lexicon(), settings, faults);
  CHECK(faults.report() == "");
  REQUIRE(rules.facts.size() == 1);
  const Example& example =
      rules.facts[0].examples[1].counter ? rules.facts[0].examples[2] : rules.facts[0].examples[1];
  CHECK(example.facts.size() + rules.facts[0].examples.back().facts.size() >= 1);
}

TEST_CASE("a misspelt key of an example is a fault") {
  CHECK(rule_fault("counter = [{ text = \"a\", fact = [\"medway labour seats 2\"] }]").piece ==
        "fact");
}
