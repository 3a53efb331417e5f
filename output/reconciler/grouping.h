// Facts sorted into contests: those of one place at one election.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "extractor/facts/fact.h"

namespace recount {

/// Whether a date of a fact or its article is known to the day ("2023-05-04"), not to the year
/// alone.
inline bool is_day(const std::optional<std::string>& date) {
  constexpr std::size_t kDayLength = 10;
  return date && date->size() == kDayLength;
}

struct Group {
  std::optional<std::string> election;  // ISO day, a year alone, or unknown
  PlaceKind place_kind = PlaceKind::kUnknown;
  std::optional<std::string> place;
  std::vector<std::uint32_t> facts;  // by number, in order
};

/// Every fact in one group. What cannot be told to be about the same thing stays apart: facts
/// without a polling day and those of "all contests of the article" are grouped by witness; a
/// council that the text does not name is a group for each fact. In order of place, election and
/// witness.
std::vector<Group> group_facts(const std::vector<Fact>& facts,
                               const std::vector<std::uint32_t>& witnesses);

}  // namespace recount
