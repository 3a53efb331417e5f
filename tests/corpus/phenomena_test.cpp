// corpus/samples/phenomena.tsv: every construction of real articles that is known has a passage in
// a sample article and an example at a rule.
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include "extractor/extractor.h"
#include "extractor/lexicon/tsv.h"
#include "tests/support/samples.h"

namespace recount {
namespace {

enum Cell { kSection, kLine, kPart, kPhenomenon, kSample, kPassage, kRule, kExample };

/// How many lines each section has, in the order of the table.
const std::vector<std::pair<std::string, int>> kSections = {
    {"one-sentence-many-figures", 11}, {"lists-and-tables", 7}, {"who-and-where", 6}, {"traps", 5}};

constexpr std::size_t kLongestPassage = 160;

struct PhenomenaTable {
  PatternFiles files{{{"phenomena.tsv", test::read_bytes(test::kSamples + "/phenomena.tsv")}}};
  Faults faults;
  TsvTable rows = read_tsv(
      files, "phenomena.tsv",
      {"section", "line", "part", "phenomenon", "sample", "passage", "rule", "example"}, faults);
};

/// The table writes the line breaks of an example as "\n".
std::string with_breaks(std::string_view cell) {
  std::string out;
  for (std::size_t i = 0; i < cell.size(); ++i) {
    const bool is_break = cell.substr(i, 2) == "\\n";
    out += is_break ? '\n' : cell[i];
    if (is_break) ++i;
  }
  return out;
}

TEST_CASE("phenomena: the table is whole") {
  const PhenomenaTable table;
  REQUIRE_MESSAGE(table.faults.empty(), table.faults.report());
  std::vector<std::pair<std::string, int>> sections;  // with the lines seen so far
  int part = 0;
  for (const TsvRow& row : table.rows.rows) {
    CAPTURE(row.line);
    for (const std::string_view cell : row.cells) CHECK_FALSE(cell.empty());
    if (sections.empty() || sections.back().first != row.cells[kSection]) {
      sections.emplace_back(row.cells[kSection], 1);
      part = 1;
    } else if (row.cells[kPart] == "1") {
      ++sections.back().second;
      part = 1;
    } else {
      ++part;
    }
    CHECK(row.cells[kLine] == std::to_string(sections.back().second));
    CHECK(row.cells[kPart] == std::to_string(part));
  }
  CHECK(sections == kSections);
}

TEST_CASE("phenomena: each is in an article that rules may be written on") {
  const PhenomenaTable table;
  const std::vector<Document> samples = test::load_samples();
  for (const TsvRow& row : table.rows.rows) {
    CAPTURE(row.line);
    const std::string sample(row.cells[kSample]);
    const std::string_view passage = row.cells[kPassage];
    CAPTURE(sample);
    CAPTURE(passage);
    CHECK(passage.size() <= kLongestPassage);
    CHECK_FALSE(std::filesystem::exists(test::kHeldSamples + "/texts/" + sample + ".txt"));
    const auto document = std::find_if(samples.begin(), samples.end(),
                                       [&](const Document& d) { return d.id == sample; });
    REQUIRE(document != samples.end());
    CHECK(document->text.find(passage) != std::string::npos);
  }
}

TEST_CASE("phenomena: each is an example or a counter-example of a rule") {
  const PhenomenaTable table;
  const auto extractor = Extractor::load_embedded_text();
  REQUIRE_MESSAGE(extractor.ok(), extractor.error().message);
  const RuleSet& rules = extractor.value().rules();
  for (const TsvRow& row : table.rows.rows) {
    CAPTURE(row.line);
    const std::string id(row.cells[kRule]);
    const std::string example = with_breaks(row.cells[kExample]);
    CAPTURE(id);
    CAPTURE(example);
    const Rule* rule = rules.find(id);
    REQUIRE(rule != nullptr);
    CHECK(std::any_of(rule->examples.begin(), rule->examples.end(),
                      [&](const Example& e) { return e.text == example; }));
  }
}

}  // namespace
}  // namespace recount
