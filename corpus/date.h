// Dates as metadata writes them.
#pragma once

#include <string_view>

namespace recount {

/// Whether `text` is a day of the calendar as "2023-05-04".
bool is_iso_day(std::string_view text);

/// Whether `text` tells when an election was: such a day, or a year alone as "2023".
bool is_election_date(std::string_view text);

}  // namespace recount
