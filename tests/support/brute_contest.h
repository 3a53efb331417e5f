// A slow, plain check whether claims about a small council can be true together.
#pragma once

#include <vector>

#include "output/reconciler/contest.h"

namespace recount::testing {

/// The two parties that the council knows beside all others.
inline constexpr const char* kFirst = "labour";
inline constexpr const char* kSecond = "conservative";
/// Seats of the largest council in tests.
inline constexpr int kMostSeats = 4;

/// A council before and after an election, in full.
struct Council {
  int before[3] = {};  // seats of the two parties and of all others
  int after[3] = {};
  int won[3] = {};
  int controlled = 3;  // which of the three was in control; 3 is nobody
  int controls = 3;

  int size() const { return after[0] + after[1] + after[2]; }
  int size_before() const { return before[0] + before[1] + before[2]; }
  int contested() const { return won[0] + won[1] + won[2]; }
};

/// Whether a council can be like this; with `usual`, whether nothing about it is unusual.
bool possible(const Council& council, bool usual);
/// Whether the claim holds of it.
bool holds(const Council& council, const Restriction& claim, bool usual);
/// Whether some council satisfies all claims: all of up to `most` seats are tried.
bool satisfiable(const std::vector<Restriction>& claims, bool usual, int most);

}  // namespace recount::testing
