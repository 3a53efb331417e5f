#include "extractor/facts/fact_id.h"

#include <array>
#include <charconv>
#include <string>

#include "extractor/facts/fingerprint.h"

namespace recount {
namespace {

using NumberText = std::array<char, 32>;

template <typename Number>
std::string_view text_of(Number number, NumberText& buffer) {
  const auto [end, error] = std::to_chars(buffer.begin(), buffer.end(), number);
  return {buffer.data(), static_cast<std::size_t>(end - buffer.begin())};
}

std::string_view value_text(const Fact& fact, NumberText& buffer) {
  if (!fact.outcome.empty()) return fact.outcome;
  // A whole number has the same digits either way; the integer is written faster.
  const auto whole = static_cast<std::int32_t>(fact.number);
  if (whole == fact.number) return text_of(whole, buffer);
  return text_of(fact.number, buffer);
}

}  // namespace

std::uint64_t fact_id(const Fact& fact, std::uint64_t doc_hash) {
  std::uint64_t h = doc_hash;
  const auto add = [&h](std::string_view part) { h = hash_bytes(part, hash_bytes("\t", h)); };
  add(place_kind_name(fact.place_kind));
  add(fact.place ? *fact.place : std::string_view());
  add(fact.party ? *fact.party : std::string_view());
  add(measure_name(fact.measure));
  NumberText buffer;
  add(value_text(fact, buffer));
  add(text_of(fact.start, buffer));
  return h;
}

void rename_document(std::string_view doc, std::vector<Fact>& facts) {
  if (facts.empty()) return;
  auto article = std::make_shared<Provenance>(*facts.front().article);
  article->doc = doc;
  const std::shared_ptr<const Provenance> shared = std::move(article);
  const std::uint64_t doc_hash = hash_bytes(doc);
  for (Fact& fact : facts) {
    fact.article = shared;
    fact.id = fact_id(fact, doc_hash);
  }
}

}  // namespace recount
