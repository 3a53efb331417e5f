#include "output/records/jsonl.h"

#include <cmath>
#include <nlohmann/json.hpp>

#include "extractor/facts/fingerprint.h"
#include "output/records/json_values.h"

namespace recount {
namespace {

using nlohmann::ordered_json;

ordered_json value_of(const Fact& fact) {
  if (!fact.outcome.empty()) return std::string(fact.outcome);
  return number_json(fact.number);
}

}  // namespace

std::string to_json_line(const Fact& fact) {
  const Provenance& article = *fact.article;
  ordered_json out;
  out["id"] = to_hex(fact.id);
  out["doc"] = article.doc;
  out["source"] = text_or_null(article.source);
  out["url"] = text_or_null(article.url);
  out["published"] = text_or_null(article.published);
  out["fingerprint"] = article.fingerprint;
  out["election"] = text_or_null(fact.election);
  out["election_id"] = text_or_null(fact.election_id);
  out["place_kind"] = place_kind_name(fact.place_kind);
  out["place"] = text_or_null(fact.place);
  out["place_name"] = text_or_null(fact.place_name);
  out["party"] = text_or_null(fact.party);
  out["measure"] = measure_name(fact.measure);
  out["value"] = value_of(fact);
  out["bound"] = fact.bound;
  out["partial"] = fact.partial;
  out["baseline"] = text_or_null(fact.baseline);
  out["quote"] = fact.quote;
  out["start"] = fact.start;
  out["end"] = fact.end;
  out["rule"] = fact.rule;
  out["confidence"] = std::round(fact.confidence * 1000) / 1000;
  return line_of(out);
}

}  // namespace recount
