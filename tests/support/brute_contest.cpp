#include "tests/support/brute_contest.h"

#include <algorithm>

namespace recount::testing {
namespace {

bool controller_fits(const int (&seats)[3], int size, int controller, bool usual) {
  for (int party = 0; party < 2; ++party) {
    if (2 * seats[party] > size && controller != party) return false;
  }
  if (controller == 3) return true;
  return usual ? 2 * seats[controller] > size : 2 * seats[controller] >= size;
}

int party_of(const Figure& figure) { return figure.party == kFirst ? 0 : 1; }

bool is_largest(const Council& council, int party, bool usual) {
  const int own = council.after[party];
  const int other = council.after[1 - party];
  return usual ? own > other : own >= other;
}

int value_of(const Council& council, const Figure& figure, bool usual) {
  const int party = figure.party == kNocParty ? 3 : party_of(figure);
  switch (figure.quantity) {
    case Quantity::kSize:
      return council.size();
    case Quantity::kContested:
      return council.contested();
    case Quantity::kSeats:
      return council.after[party];
    case Quantity::kSeatsBefore:
      return council.before[party];
    case Quantity::kSeatsWon:
      return council.won[party];
    case Quantity::kChange:
      return council.after[party] - council.before[party];
    case Quantity::kMajority:
      return 2 * council.after[party] - council.size();
    case Quantity::kShort:
      return council.size() / 2 + 1 - council.after[party];
    case Quantity::kInControl:
      return council.controls == party;
    case Quantity::kWasInControl:
      return council.controlled == party;
    case Quantity::kGains:
      return council.controls == party && (!usual || council.controlled != party);
    case Quantity::kHolds:
      return council.controls == party && (!usual || council.controlled == party);
    case Quantity::kLoses:
      return council.controls != party && council.controlled == party;
    case Quantity::kLargest:
      return is_largest(council, party, usual);
    default:
      return 0;
  }
}

/// Calls `use` with every way to give `most` seats or fewer to three; stops when it says true.
template <typename Use>
bool any_split(int most, const Use& use) {
  for (int a = 0; a <= most; ++a) {
    for (int b = 0; a + b <= most; ++b) {
      for (int c = 0; a + b + c <= most; ++c) {
        if (use(a, b, c)) return true;
      }
    }
  }
  return false;
}

/// Whether the seats after the election decide on the claim.
bool about_after(const Restriction& claim) {
  switch (claim.figure.quantity) {
    case Quantity::kSize:
    case Quantity::kSeats:
    case Quantity::kMajority:
    case Quantity::kShort:
    case Quantity::kLargest:
      return true;
    default:
      return false;
  }
}

bool about_wins(const Restriction& claim) {
  return claim.figure.quantity == Quantity::kSeatsWon ||
         claim.figure.quantity == Quantity::kContested;
}

}  // namespace

bool possible(const Council& council, bool usual) {
  if (council.size() < 1 || council.size_before() < 1) return false;
  if (usual && council.size() != council.size_before()) return false;
  for (int party = 0; party < 3; ++party) {
    if (council.won[party] > council.after[party]) return false;
  }
  return controller_fits(council.after, council.size(), council.controls, usual) &&
         controller_fits(council.before, council.size_before(), council.controlled, usual);
}

bool holds(const Council& council, const Restriction& claim, bool usual) {
  const Interval& said = usual ? claim.usual : claim.certain;
  const int value = value_of(council, claim.figure, usual);
  return said.low <= value && value <= said.high;
}

bool satisfiable(const std::vector<Restriction>& claims, bool usual, int most) {
  const bool wins = std::ranges::any_of(claims, about_wins);
  Council council;
  const auto fits = [&] {
    return possible(council, usual) && std::ranges::all_of(claims, [&](const Restriction& claim) {
             return holds(council, claim, usual);
           });
  };
  const auto try_controllers = [&](int a, int b, int c) {
    council.won[0] = a, council.won[1] = b, council.won[2] = c;
    if (wins && council.contested() < 1) return false;
    for (council.controls = 0; council.controls < 4; ++council.controls) {
      for (council.controlled = 0; council.controlled < 4; ++council.controlled) {
        if (fits()) return true;
      }
    }
    return false;
  };
  return any_split(most, [&](int a, int b, int c) {
    council.after[0] = a, council.after[1] = b, council.after[2] = c;
    if (!std::ranges::all_of(claims, [&](const Restriction& claim) {
          return !about_after(claim) || holds(council, claim, usual);
        })) {
      return false;
    }
    // The council before may have been a little larger: nothing ties the two sizes for certain.
    return any_split(usual ? most : most + 2, [&](int d, int e, int f) {
      council.before[0] = d, council.before[1] = e, council.before[2] = f;
      return wins ? any_split(council.size(), try_controllers) : try_controllers(0, 0, 0);
    });
  });
}

}  // namespace recount::testing
