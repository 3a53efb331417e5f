// Official results: what a table says of the election of each council.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "corpus/result.h"
#include "output/checker/columns.h"
#include "output/checker/names.h"

namespace recount {

/// Of one party in one council; none where the table says nothing.
struct OfficialParty {
  std::optional<double> seats, before, won, change;
  std::optional<double> share;  // percent
  std::size_t line = 0;         // of the table, from 1
};

/// Of one council at one election.
struct OfficialCouncil {
  std::map<std::string, OfficialParty, std::less<>> parties;  // by id
  std::optional<double> size, contested, vacant, others;
  std::optional<double> turnout;                       // percent
  std::optional<std::string> control, control_before;  // party, or noc
  std::size_t line = 0;                                // of the table, from 1, the first about it

  /// Seats after, before and won, where two of the figures of a party tell the third; a majority,
  /// whoever has it, tells nothing.
  std::optional<double> seats_of(const OfficialParty& party) const;
  std::optional<double> before_of(const OfficialParty& party) const;
  std::optional<double> change_of(const OfficialParty& party) const;
  /// Whether the seats of the parties, others and vacancies make up the council.
  bool complete() const;
};

struct OfficialResults {
  std::string name;  // of the file
  /// By council and election: a day, a year, or empty where the table has no column of elections.
  std::map<std::pair<std::string, std::string>, OfficialCouncil> councils;
  std::vector<std::string> used;         // columns, as "seats = Councillors"
  std::vector<std::string> passed_over;  // columns that say nothing to us
};

struct ResultsOptions {
  std::vector<ColumnMapping> mappings;
  /// Day for which the table holds, or a year; decides among councils of one name. Not needed where
  /// the table has a column of elections.
  std::string day;
};

/// Reads CSV (commas, semicolons or tabs) with a header: a row for each party in each council, or a
/// row for each council with a column for each party. A row with an unknown or ambiguous council or
/// party, or with what is no number, is reported in `problems` as kBadRecord with its line, and
/// what is wrong in it is left out. Error kUnreadable, and kBadMetadata when the columns make no
/// sense.
Result<OfficialResults> read_results(const std::string& path, const ResultsOptions& options,
                                     const CouncilNames& councils, const PartyNames& parties,
                                     std::vector<Error>& problems);

}  // namespace recount
