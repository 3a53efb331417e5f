#include "output/reconciler/verdict_cells.h"

#include <nlohmann/json.hpp>

#include "extractor/facts/fingerprint.h"

namespace recount {
namespace {

VerdictCell known(const std::optional<std::string>& text) {
  return text ? VerdictCell(*text) : VerdictCell();
}

VerdictCell known(const std::optional<double>& number) {
  return number ? VerdictCell(*number) : VerdictCell();
}

VerdictCell value_cell(const FigureValue& value) {
  if (const double* number = std::get_if<double>(&value)) return *number;
  return std::string(std::get<std::string_view>(value));
}

std::string list(const std::vector<std::string>& parts) {
  return nlohmann::json(parts).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

void add_subject(const Subject& subject, std::vector<VerdictCell>& out) {
  out.push_back(known(subject.election));
  out.emplace_back(std::string(place_kind_name(subject.place_kind)));
  out.push_back(known(subject.place));
  out.push_back(known(subject.place_name));
}

}  // namespace

std::vector<VerdictCell> consensus_cells(const ConsensusRow& row) {
  std::vector<VerdictCell> out;
  add_subject(row.subject, out);
  out.push_back(known(row.party));
  out.emplace_back(std::string(measure_name(row.measure)));
  out.push_back(row.value ? value_cell(*row.value) : VerdictCell());
  out.push_back(known(row.low));
  out.push_back(known(row.high));
  out.emplace_back(std::string(status_name(row.status)));
  out.emplace_back(static_cast<double>(row.witnesses));
  out.emplace_back(list(row.sources));
  std::vector<std::string> ids;
  for (const std::uint64_t id : row.facts) ids.push_back(to_hex(id));
  out.emplace_back(list(ids));
  return out;
}

std::vector<VerdictCell> conflict_cells(const ConflictRow& row, const std::vector<Fact>& facts) {
  std::vector<VerdictCell> out = {to_hex(row.id)};
  add_subject(row.subject, out);
  out.emplace_back(std::string(conflict_kind_name(row.kind)));
  out.push_back(row.law.empty() ? VerdictCell() : VerdictCell(std::string(row.law)));
  out.emplace_back(std::string(severity_name(row.severity)));
  std::vector<std::string> ids;
  for (const std::uint32_t fact : row.facts) ids.push_back(to_hex(facts[fact].id));
  out.emplace_back(list(ids));
  out.emplace_back(row.message);
  if (row.correction) {
    out.emplace_back(to_hex(facts[row.correction->fact].id));
    out.push_back(value_cell(row.correction->value));
  } else {
    out.resize(out.size() + 2);
  }
  return out;
}

}  // namespace recount
