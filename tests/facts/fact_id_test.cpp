#include "extractor/facts/fact_id.h"

#include <doctest/doctest.h>

#include "tests/support/mini_patterns.h"

namespace recount {
namespace {

std::vector<Fact> facts_of(const std::string& doc) {
  Document document{doc, "Labour gained two seats in Medway. Turnout in Medway was 32.5%.", {}};
  document.metadata.published = "2023-05-05";
  document.metadata.source = "Daily Test";
  return test::mini().extract(document);
}

TEST_CASE("fact id: facts given another document are those that it would have had") {
  std::vector<Fact> facts = facts_of("kent");
  const std::vector<Fact> expected = facts_of("kent-2");
  REQUIRE_FALSE(facts.empty());
  const std::vector<Fact> before = facts;
  rename_document("kent-2", facts);
  REQUIRE(facts.size() == expected.size());
  for (std::size_t i = 0; i < facts.size(); ++i) {
    CHECK(facts[i].id == expected[i].id);
    CHECK(facts[i].id != before[i].id);
    CHECK(facts[i].article->doc == "kent-2");
    CHECK(facts[i].article->source == "Daily Test");
    CHECK(facts[i].article->fingerprint == expected[i].article->fingerprint);
    CHECK(before[i].article->doc == "kent");  // copies are independent
  }
  rename_document("kent", facts);
  CHECK(facts.front().id == before.front().id);
}

TEST_CASE("fact id: a document without facts has nothing to rename") {
  std::vector<Fact> none;
  rename_document("kent", none);
  CHECK(none.empty());
}

}  // namespace
}  // namespace recount
