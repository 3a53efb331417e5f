#include "output/reconciler/verdict_records.h"

#include <cmath>
#include <cstdint>
#include <nlohmann/json.hpp>
#include <optional>
#include <string_view>
#include <variant>

#include "extractor/facts/fingerprint.h"

namespace recount {
namespace {

using nlohmann::ordered_json;

ordered_json text_or_null(const std::optional<std::string>& text) {
  return text ? ordered_json(*text) : ordered_json();
}

ordered_json number(double number) {
  if (number == std::floor(number)) return static_cast<std::int64_t>(number);
  return number;
}

ordered_json number_or_null(const std::optional<double>& bound) {
  return bound ? number(*bound) : ordered_json();
}

ordered_json value_json(const FigureValue& value) {
  if (const double* figure = std::get_if<double>(&value)) return number(*figure);
  return std::get<std::string_view>(value);
}

void add_subject(const Subject& subject, ordered_json& out) {
  out["election"] = text_or_null(subject.election);
  out["place_kind"] = place_kind_name(subject.place_kind);
  out["place"] = text_or_null(subject.place);
  out["place_name"] = text_or_null(subject.place_name);
}

std::string dump(const ordered_json& out) {
  return out.dump(-1, ' ', false, ordered_json::error_handler_t::replace);
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
  return dump(out);
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
  return dump(out);
}

}  // namespace recount
