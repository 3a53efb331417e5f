#include "extractor/example_check.h"

#include <doctest/doctest.h>

#include <string>

#include "extractor/lexicon/pattern_files.h"
#include "tests/support/sample_fact.h"

namespace recount {
namespace {

/// The patterns of the repository with one more stage, which holds `rules`.
Result<Extractor> load_with(const std::string& kind, const std::string& rules) {
  const Result<PatternFiles> read = PatternFiles::read(RECOUNT_SOURCE_DIR "/patterns");
  REQUIRE(read.ok());
  std::vector<PatternFile> files = read.value().files();
  for (PatternFile& file : files) {
    if (file.path != "master.toml") continue;
    file.content += "\n[[stage]]\nname = \"test\"\nkind = \"" + kind +
                    "\"\nfiles = [\"rules/test-only.toml\"]\n";
  }
  files.push_back({"rules/test-only.toml", rules});
  return Extractor::load(PatternFiles(std::move(files)));
}

/// What fails in the rule `test`, a line "why: text" each; counter-examples come first.
std::string failures(const std::string& kind, const std::string& body) {
  const Result<Extractor> extractor =
      load_with(kind, "[[rule]]\nid = \"test\"\nsays = \"For the test.\"\n" + body);
  REQUIRE_MESSAGE(extractor.ok(), extractor.error().message);
  const ExampleReport report = check_examples(extractor.value());
  std::string out;
  for (const ExampleFailure& failure : report.failures) {
    if (failure.rule == "test") out += failure.why + ": " + failure.example.text + '\n';
  }
  return out;
}

TEST_CASE("example check: a fact in the words of examples") {
  Fact fact = testing::sample_fact();
  CHECK(example_text(fact) == "medway labour seats_change 4 over partial");
  fact.bound = "exact";
  fact.partial = false;
  fact.number = -3;
  CHECK(example_text(fact) == "medway labour seats_change -3");
  fact.place_kind = PlaceKind::kAll;
  fact.party.reset();
  fact.measure = Measure::kTurnout;
  fact.number = 39.5;
  CHECK(example_text(fact) == "* - turnout 39.5");
  fact.place_kind = PlaceKind::kUnknown;
  fact.party = "noc";
  fact.measure = Measure::kControl;
  fact.outcome = "gain";
  CHECK(example_text(fact) == "? noc control gain");
}

TEST_CASE("example check: a fact rule must give a fact but none in a counter-example") {
  // Nothing that a newsroom writes: no other rule comes before this one.
  const std::string rule = R"(
pattern = "<party> <party> <party> <party> n:<n>"
yields = ["council_seats n"]
examples = [
  { text = "In Medway, Labour Labour Labour Labour 50.", facts = ["medway - council_seats 50"] },
  { text = "In Medway, Labour Labour Labour Labour 50.", facts = ["medway - council_seats 51"] },
  { text = "It rained.", facts = [] },
]
counter = ["In Luton, Labour Labour Labour Labour 48.", "It rained."]
)";
  CHECK(failures("fact", rule) ==
        "the rule takes part in its counter-example: In Luton, Labour Labour Labour Labour 48.\n"
        "the facts differ: In Medway, Labour Labour Labour Labour 50.\n"
        "the rule takes no part in its example: It rained.\n");
}

TEST_CASE("example check: a counter-example with facts has exactly these") {
  const std::string rule = R"(
pattern = "<party> <party> <party> <party> n:<n>"
yields = ["council_seats n"]
examples = ["It rained.", "It snowed."]
counter = [
  { text = "Labour gained four seats in Medway.", facts = ["medway labour seats_change 4"] },
  { text = "Labour gained five seats in Medway.", facts = ["medway labour seats_change 4"] },
  "Labour gained six seats in Medway.",
]
)";
  CHECK(failures("fact", rule) ==
        "the facts differ: Labour gained five seats in Medway.\n"
        "the rule takes no part in its example: It rained.\n"
        "the rule takes no part in its example: It snowed.\n");
}

TEST_CASE("example check: a guard takes part by its event in the trace") {
  const std::string guard = R"(
drops = "sentence"
pattern = "<party> <party> <party> <party>"
examples = [
  { text = "Labour Labour Labour Labour gained four seats in Medway.", facts = [] },
  { text = "Labour gained four seats in Medway.", facts = ["medway labour seats_change 4"] },
]
counter = [
  "Labour gained four seats in Medway.",
  "Labour Labour Labour Labour gained four seats in Luton.",
]
)";
  CHECK(failures("guard", guard) ==
        "the rule takes part in its counter-example: Labour Labour Labour Labour gained four seats "
        "in Luton.\n"
        "the rule takes no part in its example: Labour gained four seats in Medway.\n");
}

}  // namespace
}  // namespace recount
