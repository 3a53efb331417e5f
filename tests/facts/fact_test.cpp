#include "extractor/facts/fact.h"

#include <doctest/doctest.h>

#include <set>

using namespace recount;

TEST_CASE("each measure has a name that leads back to it") {
  std::set<std::string_view> names;
  for (std::size_t i = 0; i < kMeasureCount; ++i) {
    const auto measure = static_cast<Measure>(i);
    CHECK(names.insert(measure_name(measure)).second);
    CHECK((measure_named(measure_name(measure)) == measure));
  }
  CHECK_FALSE(measure_named("chairs").has_value());
  CHECK_FALSE(measure_named("").has_value());
}

TEST_CASE("measures are as the record says") {
  CHECK(measure_name(Measure::kSeatsChange) == "seats_change");
  CHECK(measure_name(Measure::kTurnout) == "turnout");
  CHECK_FALSE(needs_party(Measure::kCouncilSeats));
  CHECK_FALSE(needs_party(Measure::kSeatsContested));
  CHECK_FALSE(needs_party(Measure::kTurnout));
  CHECK(needs_party(Measure::kVoteShare));
  CHECK(is_outcome(Measure::kControl));
  CHECK(is_outcome(Measure::kControlBefore));
  CHECK(is_outcome(Measure::kLargestParty));
  CHECK_FALSE(is_outcome(Measure::kMajority));
  CHECK(is_change(Measure::kSeatsChange));
  CHECK(is_change(Measure::kCouncilsChange));
  CHECK_FALSE(is_change(Measure::kSeatsWon));
}

TEST_CASE("kinds of place have names") {
  CHECK(place_kind_name(PlaceKind::kCouncil) == "council");
  CHECK(place_kind_name(PlaceKind::kArea) == "area");
  CHECK(place_kind_name(PlaceKind::kAll) == "all");
  CHECK(place_kind_name(PlaceKind::kUnknown) == "unknown");
}
