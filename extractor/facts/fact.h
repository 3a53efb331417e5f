// The record: one figure or outcome that an article asserts, with the words that say it.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace recount {

enum class Measure : std::uint8_t {
  kSeats,
  kSeatsBefore,
  kSeatsWon,
  kSeatsChange,
  kCouncilSeats,
  kSeatsContested,
  kMajority,
  kMajorityBefore,
  kShortOfMajority,
  kControl,
  kControlBefore,
  kLargestParty,
  kCouncils,
  kCouncilsChange,
  kVoteShare,
  kTurnout,
};
inline constexpr std::size_t kMeasureCount = 16;

/// "seats_change" and so on, as in the records.
std::string_view measure_name(Measure measure);
/// The measure of that name, or nothing.
std::optional<Measure> measure_named(std::string_view name);
/// Whether a fact of this measure is about a party.
bool needs_party(Measure measure);
/// Whether its value is a word (`gain`, `now`) and no number.
bool is_outcome(Measure measure);
/// The outcome of that name as a view of a constant; empty when there is none.
std::string_view outcome_named(std::string_view name);
/// Whether its value is a percentage.
bool is_percent(Measure measure);
/// Whether its value is a change and carries a sign.
bool is_change(Measure measure);
/// Whether it counts councils and no seats.
inline bool counts_councils(Measure measure) {
  return measure == Measure::kCouncils || measure == Measure::kCouncilsChange;
}

enum class PlaceKind : std::uint8_t { kCouncil, kArea, kAll, kUnknown };
std::string_view place_kind_name(PlaceKind kind);

/// The article that facts were read in.
struct Provenance {
  std::string doc;
  std::optional<std::string> source;
  std::optional<std::string> url;
  std::optional<std::string> published;  // ISO 8601 day
  std::string fingerprint;               // 16 hex digits, SimHash of the text
};

/// One fact. Words of a closed set are views of constants. Copies share their provenance, which
/// nothing changes, and are independent otherwise. Offsets are bytes of the document text.
struct Fact {
  std::uint64_t id = 0;  // written as 16 hex digits
  std::shared_ptr<const Provenance> article = no_article();
  std::optional<std::string> election;  // ISO day, or a year alone
  std::optional<std::string> election_id;
  PlaceKind place_kind = PlaceKind::kUnknown;
  std::optional<std::string> place;
  std::optional<std::string> place_name;
  std::optional<std::string> party;
  Measure measure = Measure::kSeats;
  double number = 0;                 // seats, councils or percent; unused when `outcome` is set
  std::string_view outcome;          // gain, hold, loss, now; empty for numbers
  std::string_view bound = "exact";  // exact, over, under, about
  bool partial = false;
  std::optional<std::string_view> baseline;  // for changes only
  std::string quote;                         // text.substr(start, end - start)
  std::uint32_t start = 0;                   // bytes
  std::uint32_t end = 0;                     // bytes, exclusive
  std::string rule;
  double confidence = 0;  // 0..1

  /// An empty provenance, for facts without an article.
  static const std::shared_ptr<const Provenance>& no_article();
};

}  // namespace recount
