// One election in one place as whole numbers and the laws between them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "extractor/facts/fact.h"
#include "output/reconciler/inequalities.h"

namespace recount {

/// What a variable of a contest counts. Seats, except shares and turnout in hundredths of a percent
/// and states as 0 or 1.
enum class Quantity : std::uint8_t {
  kSize,
  kSizeBefore,
  kContested,
  kTurnout,
  kSeats,
  kSeatsBefore,
  kSeatsWon,
  kHeldOver,        // seats that were not contested this time
  kChange,          // against the last election, or the text does not say against what
  kChangeEve,       // against the eve of poll
  kChangeNotional,  // against what the last election would have given in today's wards
  kMajority,
  kMajorityBefore,
  kShort,
  kInControl,
  kWasInControl,
  kGains,  // control
  kHolds,
  kLoses,
  kLargest,
  kShare,
  kCouncils,
  kCouncilsChange,
  kHalf,  // of the size, rounded down
  kOdd,   // 1 when the size is odd
};

/// Beside the ids of parties: all that no fact names, together; and nobody, the `noc` of control.
inline constexpr std::string_view kOtherParties = "*";
inline constexpr std::string_view kNocParty = "noc";
inline constexpr double kHundredths = 100;  // of a percent: shares are counted in them

struct Figure {
  Quantity quantity;
  std::string party;  // id; empty where the quantity has none

  auto operator<=>(const Figure&) const = default;
};

/// What one claim says of one figure. `certain` holds whatever happened; `usual`, unless something
/// unusual did: a figure for the seats before can be of the last election or of the eve of poll.
struct Restriction {
  Figure figure;
  Interval certain;
  Interval usual;

  bool operator==(const Restriction&) const = default;
};

/// What a fact says of a figure of its contest. A running count of a change says nothing: it can
/// still go either way.
Restriction restriction_of(const Fact& fact);

/// The variables of a contest, one for each figure, and the laws between them.
class Contest {
 public:
  /// A council with all laws, or an area, where only changes and shares are bound by laws.
  /// `restrictions`: of all its claims; they say which parties and figures there are.
  Contest(PlaceKind kind, const std::vector<Restriction>& restrictions);

  const Inequalities& inequalities() const { return inequalities_; }
  /// REQUIRES: the figure is there.
  std::uint32_t variable(const Figure& figure) const { return variables_.at(figure); }
  std::optional<std::uint32_t> find(const Figure& figure) const;
  /// Variables in order of their figures.
  const std::map<Figure, std::uint32_t>& figures() const { return variables_; }
  const std::vector<std::string>& parties() const { return parties_; }

 private:
  std::uint32_t of(Quantity quantity, std::string_view party = {});
  bool claimed(Quantity quantity, std::string_view party = {}) const;
  void add_chamber();
  void add_changes();
  void add_wins();
  void add_majorities();
  void add_controllers(Quantity control, Quantity seats, Quantity size);
  void add_outcomes();
  void add_largest();
  void add_shares();

  bool council_;
  std::vector<std::string> parties_;  // sorted; without nobody
  std::map<Figure, std::uint32_t> variables_;
  std::map<Figure, bool> claimed_;
  Inequalities inequalities_;
};

}  // namespace recount
