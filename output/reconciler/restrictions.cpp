#include <algorithm>
#include <cmath>
#include <cstdlib>

#include "output/reconciler/contest.h"

namespace recount {
namespace {

constexpr std::int64_t kUnbounded = std::int64_t{1} << 40;
constexpr Interval kAnything = {-kUnbounded, kUnbounded};

/// Newsrooms that count from the last election and from the eve of poll differ by a seat or two: a
/// council's figure is sure to one seat each way, and a total's to one in fifty.
constexpr std::int64_t kSeatsOfDoubt = 1;
constexpr std::int64_t kTotalsShareOfDoubt = 50;
/// "About 40" is believed from 34 to 46.
constexpr double kShareAbout = 0.15;
constexpr std::int64_t kLeastAbout = 2;

Interval widened(Interval interval, std::int64_t by) {
  return {interval.low - by, interval.high + by};
}

Interval bounded(std::int64_t value, const Fact& fact) {
  const bool down = value < 0;  // of losses, "over 30" means -30 or less
  if (fact.bound == "over")
    return down ? Interval{-kUnbounded, value} : Interval{value, kUnbounded};
  if (fact.bound == "under") return down ? Interval{value, 0} : Interval{0, value};
  if (fact.bound == "about") {
    const auto share =
        static_cast<std::int64_t>(std::ceil(static_cast<double>(std::abs(value)) * kShareAbout));
    return widened({value, value}, std::max(kLeastAbout, share));
  }
  return {value, value};
}

/// A percentage as printed stands for all that round to it: 39% from 38.5 to 39.5, 39.5%
/// from 39.45.
Interval percent_interval(const Fact& fact) {
  const auto value = static_cast<std::int64_t>(std::llround(fact.number * kHundredths));
  if (fact.bound != "exact") return bounded(value, fact);
  const bool whole = value % 100 == 0;
  return widened({value, value}, whole ? 50 : value % 10 == 0 ? 5 : 0);
}

Quantity change_quantity(const Fact& fact) {
  if (fact.baseline == "notional") return Quantity::kChangeNotional;
  if (fact.baseline == "eve_of_poll") return Quantity::kChangeEve;
  return Quantity::kChange;
}

Quantity quantity_of(const Fact& fact) {
  switch (fact.measure) {
    case Measure::kSeats:
      return Quantity::kSeats;
    case Measure::kSeatsBefore:
      return Quantity::kSeatsBefore;
    case Measure::kSeatsWon:
      return Quantity::kSeatsWon;
    case Measure::kSeatsChange:
      return change_quantity(fact);
    case Measure::kCouncilSeats:
      return Quantity::kSize;
    case Measure::kSeatsContested:
      return Quantity::kContested;
    case Measure::kMajority:
      return Quantity::kMajority;
    case Measure::kMajorityBefore:
      return Quantity::kMajorityBefore;
    case Measure::kShortOfMajority:
      return Quantity::kShort;
    case Measure::kControl:
      return Quantity::kInControl;
    case Measure::kControlBefore:
      return Quantity::kWasInControl;
    case Measure::kLargestParty:
      return Quantity::kLargest;
    case Measure::kCouncils:
      return Quantity::kCouncils;
    case Measure::kCouncilsChange:
      return Quantity::kCouncilsChange;
    case Measure::kVoteShare:
      return Quantity::kShare;
    case Measure::kTurnout:
      return Quantity::kTurnout;
  }
  return Quantity::kSeats;
}

Quantity outcome_quantity(const Fact& fact) {
  if (fact.measure != Measure::kControl) return quantity_of(fact);
  if (fact.outcome == "gain") return Quantity::kGains;
  if (fact.outcome == "hold") return Quantity::kHolds;
  if (fact.outcome == "loss") return Quantity::kLoses;
  return Quantity::kInControl;
}

}  // namespace

Restriction restriction_of(const Fact& fact) {
  const std::string party = needs_party(fact.measure) ? fact.party.value_or("") : "";
  if (is_outcome(fact.measure)) {
    constexpr Interval kYes = {1, 1};
    return {{outcome_quantity(fact), party}, kYes, kYes};
  }
  const Figure figure = {quantity_of(fact), party};
  const bool percent = is_percent(fact.measure);
  if (fact.partial && (percent || is_change(fact.measure))) return {figure, kAnything, kAnything};
  Interval usual = percent ? percent_interval(fact)
                           : bounded(static_cast<std::int64_t>(std::llround(fact.number)), fact);
  if (fact.partial) usual.high = kUnbounded;
  Interval certain = usual;
  const bool of_before = fact.measure == Measure::kSeatsBefore ||
                         fact.measure == Measure::kSeatsChange ||
                         fact.measure == Measure::kCouncilsChange;
  if (of_before) {
    const auto size = static_cast<std::int64_t>(std::fabs(fact.number));
    certain = widened(usual, fact.place_kind == PlaceKind::kCouncil
                                 ? kSeatsOfDoubt
                                 : std::max(kSeatsOfDoubt, size / kTotalsShareOfDoubt));
  }
  return {figure, certain, usual};
}

}  // namespace recount
