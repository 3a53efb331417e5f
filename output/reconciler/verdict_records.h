// Verdicts as records for other programs: lines of JSON, CSV, and tables of a database.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "corpus/result.h"
#include "extractor/facts/fact.h"
#include "output/reconciler/reconciler.h"
#include "output/records/record_writer.h"

namespace recount {

/// A row of consensus as a JSON object on one line, without the newline: election, place_kind,
/// place, place_name, party, measure, value, low, high, status, witnesses, sources, facts (ids of
/// 16 hex digits). Every key is there, always in this order, null for what is unknown or unbounded.
std::string to_json_line(const ConsensusRow& row);

/// A conflict likewise: id, election, place_kind, place, place_name, kind, law, severity, facts,
/// message, correction ({"fact", "value"} or null). `facts`: those of the reconciliation.
std::string to_json_line(const ConflictRow& row, const std::vector<Fact>& facts);

/// Which tables to write.
enum class VerdictTables : std::uint8_t { kBoth, kConflicts };

/// Writes the tables as lines of JSON or as CSV (consensus_table(), conflict_table(); lists and
/// their like are JSON), each file whole or not at all, without what is replaced, so that a figure
/// has one row: consensus and conflicts in the folder `path`, which is made if need be; or, where
/// `path` has the extension of the format, the first table in that file and conflicts beside it
/// ("verdicts.csv", "verdicts-conflicts.csv"). "-" is standard output, which takes both tables as
/// JSON, but only one as CSV. Errors kCannotWrite and kNoSpace. REQUIRES: `kind` is no database.
std::optional<Error> write_verdict_files(const Reconciliation& all, const std::string& path,
                                         RecordKind kind, VerdictTables tables);

struct VerdictDatabaseOptions {
  VerdictTables tables = VerdictTables::kBoth;
  /// The facts were read from that database and stay as they are there; verdicts of an earlier run
  /// are replaced. Else the database is made anew, with the facts, over one that was made so.
  bool holds_facts = false;
  WriterOptions writer;
};

/// Writes the tables consensus, conflicts and conflict_facts, and views over them, into the
/// database at `path`, beside the facts. Errors as above; also when a database is to be made where
/// there is something else.
std::optional<Error> write_verdict_database(const Reconciliation& all, const std::string& path,
                                            const VerdictDatabaseOptions& options);

}  // namespace recount
