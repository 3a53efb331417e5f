#include "output/records/jsonl.h"

#include <cmath>
#include <cstdint>
#include <nlohmann/json.hpp>
#include <optional>

#include "extractor/facts/fingerprint.h"

namespace recount {
namespace {

using nlohmann::ordered_json;

constexpr double kLargestExactInteger = 9007199254740992.0;  // 2^53

template <typename Text>
ordered_json optional_text(const std::optional<Text>& text) {
  return text ? ordered_json(*text) : ordered_json();
}

ordered_json value_of(const Fact& fact) {
  if (!fact.outcome.empty()) return std::string(fact.outcome);
  if (fact.number == std::floor(fact.number) && std::fabs(fact.number) < kLargestExactInteger) {
    return static_cast<std::int64_t>(fact.number);
  }
  return fact.number;
}

}  // namespace

std::string to_json_line(const Fact& fact) {
  const Provenance& article = *fact.article;
  ordered_json out;
  out["id"] = to_hex(fact.id);
  out["doc"] = article.doc;
  out["source"] = optional_text(article.source);
  out["url"] = optional_text(article.url);
  out["published"] = optional_text(article.published);
  out["fingerprint"] = article.fingerprint;
  out["election"] = optional_text(fact.election);
  out["election_id"] = optional_text(fact.election_id);
  out["place_kind"] = place_kind_name(fact.place_kind);
  out["place"] = optional_text(fact.place);
  out["place_name"] = optional_text(fact.place_name);
  out["party"] = optional_text(fact.party);
  out["measure"] = measure_name(fact.measure);
  out["value"] = value_of(fact);
  out["bound"] = fact.bound;
  out["partial"] = fact.partial;
  out["baseline"] = optional_text(fact.baseline);
  out["quote"] = fact.quote;
  out["start"] = fact.start;
  out["end"] = fact.end;
  out["rule"] = fact.rule;
  out["confidence"] = std::round(fact.confidence * 1000) / 1000;
  return out.dump(-1, ' ', false, ordered_json::error_handler_t::replace);
}

}  // namespace recount
