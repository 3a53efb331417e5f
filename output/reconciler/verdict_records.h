// Verdicts as lines of JSON: the records that other programs read.
#pragma once

#include <string>
#include <vector>

#include "extractor/facts/fact.h"
#include "output/reconciler/reconciler.h"

namespace recount {

/// A row of consensus as a JSON object on one line, without the newline: election, place_kind,
/// place, place_name, party, measure, value, low, high, status, witnesses, sources, facts (ids of
/// 16 hex digits). Every key is there, always in this order, null for what is unknown or unbounded.
std::string to_json_line(const ConsensusRow& row);

/// A conflict likewise: id, election, place_kind, place, place_name, kind, law, severity, facts,
/// message, correction ({"fact", "value"} or null). `facts`: those of the reconciliation.
std::string to_json_line(const ConflictRow& row, const std::vector<Fact>& facts);

}  // namespace recount
