#include "output/reconciler/verdict_records.h"

#include <cstdint>
#include <nlohmann/json.hpp>
#include <optional>
#include <string_view>
#include <variant>

#include "extractor/facts/fingerprint.h"
#include "output/records/json_values.h"

namespace recount {
namespace {

using nlohmann::ordered_json;

ordered_json number_or_null(const std::optional<double>& bound) {
  return bound ? number_json(*bound) : ordered_json();
}

ordered_json value_json(const FigureValue& value) {
  if (const double* figure = std::get_if<double>(&value)) return number_json(*figure);
  return std::get<std::string_view>(value);
}

void add_subject(const Subject& subject, ordered_json& out) {
  out["election"] = text_or_null(subject.election);
  out["place_kind"] = place_kind_name(subject.place_kind);
  out["place"] = text_or_null(subject.place);
  out["place_name"] = text_or_null(subject.place_name);
}

}  // namespace

std::string to_json_line(const ConsensusRow& row) {
  ordered_json out;
  add_subject(row.subject, out);
  out["party"] = text_or_null(row.party);
  out["measure"] = measure_name(row.measure);
  out["value"] = row.value ? value_json(*row.value) : ordered_json();
  out["low"] = number_or_null(row.low);
  out["high"] = number_or_null(row.high);
  out["status"] = status_name(row.status);
  out["witnesses"] = row.witnesses;
  out["sources"] = row.sources;
  ordered_json& facts = out["facts"] = ordered_json::array();
  for (const std::uint64_t id : row.facts) facts.push_back(to_hex(id));
  return line_of(out);
}

std::string to_json_line(const ConflictRow& row, const std::vector<Fact>& facts) {
  ordered_json out;
  out["id"] = to_hex(row.id);
  add_subject(row.subject, out);
  out["kind"] = conflict_kind_name(row.kind);
  out["law"] = row.law.empty() ? ordered_json() : ordered_json(row.law);
  out["severity"] = severity_name(row.severity);
  ordered_json& ids = out["facts"] = ordered_json::array();
  for (const std::uint32_t fact : row.facts) ids.push_back(to_hex(facts[fact].id));
  out["message"] = row.message;
  ordered_json& correction = out["correction"] = ordered_json();
  if (row.correction) {
    correction = {{"fact", to_hex(facts[row.correction->fact].id)},
                  {"value", value_json(row.correction->value)}};
  }
  return line_of(out);
}

}  // namespace recount
