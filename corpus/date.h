// Dates as metadata writes them.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace recount {

/// Whether `text` is a day of the calendar as "2023-05-04".
bool is_iso_day(std::string_view text);

/// Whether `text` tells when an election was: such a day, or a year alone as "2023".
bool is_election_date(std::string_view text);

/// The day that `text` names, as "2023-05-05": "2023-05-05T10:00:00Z", "20230505", "5 May 2023",
/// "Friday 5th May, 2023", "May 5, 2023", "Fri, 05 May 2023 10:00:00 GMT", "05/05/2023" (the day
/// first, as in Britain). Nothing if it names none, or no day of the calendar.
std::optional<std::string> read_day(std::string_view text);

/// "4 May 2023" for "2023-05-04"; `text` as it is when that is no such day.
std::string day_in_words(std::string_view text);

}  // namespace recount
