#include "extractor/facts/fact.h"

#include <array>

namespace recount {
namespace {

struct MeasureTraits {
  std::string_view name;
  bool party;
  bool outcome;
  bool change;
};

constexpr std::array<MeasureTraits, kMeasureCount> kTraits{{
    {"seats", true, false, false},
    {"seats_before", true, false, false},
    {"seats_won", true, false, false},
    {"seats_change", true, false, true},
    {"council_seats", false, false, false},
    {"seats_contested", false, false, false},
    {"majority", true, false, false},
    {"majority_before", true, false, false},
    {"short_of_majority", true, false, false},
    {"control", true, true, false},
    {"control_before", true, true, false},
    {"largest_party", true, true, false},
    {"councils", true, false, false},
    {"councils_change", true, false, true},
    {"vote_share", true, false, false},
    {"turnout", false, false, false},
}};

const MeasureTraits& traits(Measure measure) { return kTraits[static_cast<std::size_t>(measure)]; }

}  // namespace

std::string_view measure_name(Measure measure) { return traits(measure).name; }
bool needs_party(Measure measure) { return traits(measure).party; }
bool is_outcome(Measure measure) { return traits(measure).outcome; }
bool is_change(Measure measure) { return traits(measure).change; }
bool is_percent(Measure measure) {
  return measure == Measure::kVoteShare || measure == Measure::kTurnout;
}

std::optional<Measure> measure_named(std::string_view name) {
  for (std::size_t i = 0; i < kTraits.size(); ++i) {
    if (kTraits[i].name == name) return static_cast<Measure>(i);
  }
  return std::nullopt;
}

std::string_view outcome_named(std::string_view name) {
  for (const std::string_view known : {"gain", "hold", "loss", "now"}) {
    if (known == name) return known;
  }
  return {};
}

std::string_view place_kind_name(PlaceKind kind) {
  switch (kind) {
    case PlaceKind::kCouncil:
      return "council";
    case PlaceKind::kArea:
      return "area";
    case PlaceKind::kAll:
      return "all";
    case PlaceKind::kUnknown:
      break;
  }
  return "unknown";
}

const std::shared_ptr<const Provenance>& Fact::no_article() {
  static const auto nothing = std::make_shared<const Provenance>();
  return nothing;
}

}  // namespace recount
