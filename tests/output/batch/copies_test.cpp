#include "output/batch/copies.h"

#include <doctest/doctest.h>

#include "extractor/facts/fingerprint.h"

namespace recount {
namespace {

Fact fact_of(const std::shared_ptr<const Provenance>& article, const char* place, double seats) {
  Fact fact;
  fact.article = article;
  fact.place_kind = PlaceKind::kCouncil;
  fact.place = place;
  fact.party = "labour";
  fact.number = seats;
  fact.election = "2023-05-04";
  return fact;
}

std::shared_ptr<const Provenance> article_of(const char* doc, std::uint64_t fingerprint) {
  auto article = std::make_shared<Provenance>();
  article->doc = doc;
  article->fingerprint = to_hex(fingerprint);
  return article;
}

constexpr std::uint64_t kTextHash = 0x123456789ABCDEF0;

TEST_CASE("copies: a near text that says nothing new is a copy of the first") {
  Copies copies;
  const auto first = article_of("first", kTextHash);
  const std::vector<Fact> facts{fact_of(first, "medway", 33), fact_of(first, "dover", 12)};
  CHECK(copies.original_of(facts) == nullptr);
  CHECK(copies.add(facts)->doc == "first");
  copies.add({fact_of(article_of("second", kTextHash), "medway", 33)});

  const auto near = article_of("near", kTextHash ^ 0b111);
  REQUIRE(copies.original_of({fact_of(near, "dover", 12)}) != nullptr);
  CHECK(copies.original_of({fact_of(near, "dover", 12)})->doc == "first");
  CHECK(copies.original_of({fact_of(near, "medway", 33)})->doc == "first");
  CHECK(copies.original_of({fact_of(near, "dover", 12), fact_of(near, "dover", 13)}) == nullptr);
  CHECK(copies.original_of({fact_of(near, "swale", 12)}) == nullptr);
  CHECK(copies.original_of({fact_of(article_of("far", ~kTextHash), "dover", 12)}) == nullptr);
}

TEST_CASE("copies: an election that is not known is no news and one that is known is") {
  Copies copies;
  std::vector<Fact> dated{fact_of(article_of("dated", kTextHash), "medway", 33)};
  std::vector<Fact> undated{fact_of(article_of("undated", kTextHash), "medway", 33)};
  undated.front().election.reset();
  std::vector<Fact> later = dated;
  later.front().election = "2027-05-06";
  copies.add(dated);
  CHECK(copies.original_of(undated) != nullptr);
  CHECK(copies.original_of(later) == nullptr);
  Copies others;
  others.add(undated);
  CHECK(others.original_of(dated) == nullptr);
}

TEST_CASE("copies: documents without facts are none and have none") {
  Copies copies;
  CHECK(copies.add({}) == nullptr);
  CHECK(copies.original_of({}) == nullptr);
}

TEST_CASE("copies: what is restored counts as before") {
  const std::vector<Fact> facts{fact_of(article_of("first", kTextHash), "medway", 33)};
  Copies earlier;
  const CopiedText kept = *earlier.add(facts);
  Copies copies;
  copies.restore(kept);
  REQUIRE(copies.original_of(facts) != nullptr);
  CHECK(copies.original_of(facts)->doc == "first");
}

}  // namespace
}  // namespace recount
