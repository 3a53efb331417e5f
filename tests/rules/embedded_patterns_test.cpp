// What the build makes of the patterns: their trees, and the same extractor as from their text.
#include "extractor/rules/embedded_patterns.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "extractor/lexicon/packed_tree.h"
#include "output/records/jsonl.h"
#include "tests/support/mini_patterns.h"
#include "tests/support/samples.h"

using namespace recount;

namespace {

TomlTree read(const PatternFile& file) {
  Faults faults;
  std::optional<TomlTree> tree = read_toml(file, faults);
  REQUIRE_MESSAGE(tree.has_value(), faults.report());
  return std::move(*tree);
}

bool is_example(const TomlNode& node) { return node.key == "examples" || node.key == "counter"; }

/// The entries or items, without the examples of rules.
std::vector<const TomlNode*> parts_of(const TomlNode& node) {
  std::vector<const TomlNode*> out;
  for (const TomlNode& part : node) {
    if (!is_example(part)) out.push_back(&part);
  }
  return out;
}

bool same(const TomlNode& a, const TomlNode& b) {
  if (a.kind != b.kind || a.line != b.line || a.key != b.key) return false;
  if (a.flag != b.flag || a.number != b.number || a.text != b.text) return false;
  const auto of_a = parts_of(a), of_b = parts_of(b);
  return std::equal(of_a.begin(), of_a.end(), of_b.begin(), of_b.end(),
                    [](const TomlNode* x, const TomlNode* y) { return same(*x, *y); });
}

std::string facts(const Extractor& extractor, const Document& document) {
  std::string out;
  for (const Fact& fact : extractor.extract(document)) out += to_json_line(fact) + '\n';
  return out;
}

}  // namespace

TEST_CASE("the embedded trees are those of the files, without the examples of rules") {
  for (const EmbeddedFile& file : embedded_patterns()) {
    CAPTURE(file.path);
    CHECK(file.packed.empty() == file.path.ends_with(".tsv"));
    if (file.packed.empty()) continue;
    const TomlTree packed = read({std::string(file.path), "", file.packed});
    const TomlTree written = read({std::string(file.path), std::string(file.content)});
    CHECK(same(packed.root(), written.root()));
    const TomlNode* const rules = packed.root().list_at("rule");
    if (rules == nullptr) continue;
    std::size_t examples = 0;
    for (const TomlNode& rule : *rules) {
      for (const TomlNode& part : rule) {
        if (is_example(part)) ++examples;
      }
    }
    CHECK(examples == 0);
  }
}

TEST_CASE("the embedded trees give the facts that the files give") {
  const auto written = Extractor::load_embedded_text();
  REQUIRE_MESSAGE(written.ok(), written.error().message);
  constexpr std::size_t kEvery = 8;  // of so many samples one
  const std::vector<Document> samples = test::load_samples();
  for (std::size_t i = 0; i < samples.size(); i += kEvery) {
    CAPTURE(samples[i].id);
    CHECK(facts(test::real(), samples[i]) == facts(written.value(), samples[i]));
  }
}
