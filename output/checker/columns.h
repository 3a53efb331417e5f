// Which column of a table of results holds what.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/result.h"
#include "output/checker/names.h"

namespace recount {

enum class ResultField : std::uint8_t {
  kCouncil,
  kElection,
  kParty,
  kSeats,
  kSeatsBefore,
  kSeatsWon,
  kChange,
  kSize,
  kContested,
  kVacant,
  kOthers,  // seats of all parties without a column of their own
  kMajority,
  kTurnout,
  kShare,
  kControl,
  kControlBefore,
  kPartySeats,  // of the party that the column names: a wide table
};

/// The name of a field for --map: "seats_before". None for kPartySeats, which goes by the party.
std::string_view result_field_name(ResultField field);

struct ResultColumn {
  std::size_t column;  // from 0
  ResultField field;
  std::string party;  // id; of kPartySeats only
};

/// "field=column": what a person says a column is. `field` is the name of a field or a party.
struct ColumnMapping {
  std::string field;
  std::string column;  // its name in the table, whatever the case
};
/// Error kBadMetadata for what has no "=" or nothing on one side of it.
Result<ColumnMapping> parse_mapping(std::string_view text);

/// The columns that are of use, each field once: what `mappings` say, then usual names. Without a
/// column for parties, each column that is called after a party holds its seats. Error kBadMetadata
/// when a mapping names no field and no party or no column, or when there is no column of councils
/// or none of figures.
Result<std::vector<ResultColumn>> find_columns(const std::vector<std::string>& header,
                                               const std::vector<ColumnMapping>& mappings,
                                               const PartyNames& parties);

}  // namespace recount
