#include "output/batch/copies.h"

#include <algorithm>
#include <bit>
#include <cstdlib>
#include <string_view>

#include "extractor/facts/fingerprint.h"

namespace recount {
namespace {

std::uint64_t fingerprint_of(const Fact& fact) {
  return std::strtoull(fact.article->fingerprint.c_str(), nullptr, 16);
}

std::uint64_t hash_of(const Fact& fact) {
  std::uint64_t h = hash_bytes(place_kind_name(fact.place_kind));
  const auto add = [&h](std::string_view part) { h = hash_bytes(part, hash_bytes("\t", h)); };
  add(fact.place ? *fact.place : std::string_view());
  add(fact.party ? *fact.party : std::string_view());
  add(measure_name(fact.measure));
  add(fact.outcome);
  add(fact.bound);
  const auto number = std::bit_cast<std::uint64_t>(fact.outcome.empty() ? fact.number + 0.0 : 0.0);
  return (h ^ number) * 0x9E3779B97F4A7C15u ^ (fact.partial ? 1U : 0U);
}

/// What the fact says, with its election; without, when that is unknown.
std::uint64_t hash_with_election(const Fact& fact) {
  const std::uint64_t h = hash_of(fact);
  return fact.election ? hash_bytes(*fact.election, h) : h;
}

bool says_all(const CopiedText& text, const std::vector<Fact>& facts) {
  return std::all_of(facts.begin(), facts.end(), [&text](const Fact& fact) {
    return std::binary_search(text.says.begin(), text.says.end(), hash_with_election(fact));
  });
}

}  // namespace

const CopiedText* Copies::original_of(const std::vector<Fact>& facts) const {
  if (facts.empty()) return nullptr;
  for (const std::uint32_t number : index_.near(fingerprint_of(facts.front()))) {
    if (says_all(texts_[number], facts)) return &texts_[number];
  }
  return nullptr;
}

const CopiedText* Copies::add(const std::vector<Fact>& facts) {
  if (facts.empty()) return nullptr;
  CopiedText text{facts.front().article->doc, fingerprint_of(facts.front()), {}};
  for (const Fact& fact : facts) {
    text.says.push_back(hash_of(fact));
    text.says.push_back(hash_with_election(fact));
  }
  std::sort(text.says.begin(), text.says.end());
  text.says.erase(std::unique(text.says.begin(), text.says.end()), text.says.end());
  restore(std::move(text));
  return &texts_.back();
}

void Copies::restore(CopiedText text) {
  index_.add(text.fingerprint);
  texts_.push_back(std::move(text));
}

}  // namespace recount
