// Columns that tables of facts and of verdicts share.
#pragma once

#include <array>
#include <string_view>

#include "output/records/record_schema.h"

namespace recount {

inline constexpr bool kRequired = true;
inline constexpr std::string_view kHex16 = "[0-9a-f]{16}";
inline constexpr auto kPlaceKinds =
    std::to_array<std::string_view>({"council", "area", "all", "unknown"});

inline constexpr Field kElectionDay{.name = "election",
                                    .type = FieldType::kText,
                                    .description = "Polling day, or its year alone",
                                    .pattern = "[0-9]{4}(-[0-9]{2}-[0-9]{2})?"};
inline constexpr Field kPlaceKind{
    .name = "place_kind",
    .type = FieldType::kText,
    .description =
        "council; area: nation, region or county as a whole; all: all contests of the "
        "document; unknown: a council, but the text does not say which",
    .required = true,
    .values = kPlaceKinds};
inline constexpr Field kPlace{"place", FieldType::kText, "Id of the council or area"};
inline constexpr Field kPlaceName{"place_name", FieldType::kText, "Name of the council or area"};

}  // namespace recount
