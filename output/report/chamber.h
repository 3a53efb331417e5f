// The seats of a council before and after an election, as far as the articles tell them.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "extractor/facts/registry.h"
#include "output/reconciler/reconciler.h"

namespace recount {

/// Councils have a few hundred seats at most; what adds up to more than this is not drawn.
inline constexpr int kMostSeats = 400;

/// The seats of one party in a chamber.
struct Bench {
  std::string party;      // id
  std::string name;       // for display; one line
  std::string letters;    // one to four, or a number; no two benches of a picture have the same
  std::string colour;     // "#e4003b"
  int seats = 0;          // 0: disputed, and no figure is better witnessed than the others
  bool disputed = false;  // the articles contradict each other about them
};

/// A council at one time.
struct Chamber {
  std::vector<Bench> benches;  // the largest first, then by id; those without seats are disputed
  int seats = 0;               // that are drawn: the size, or as many as are told
  int untold = 0;              // of them, seats of nobody knows whom
  bool size_told = false;      // whether `seats` is the size of the council

  /// Seats that more than half of the council are. REQUIRES: size_told.
  int majority() const { return seats / 2 + 1; }
};

struct ChamberPicture {
  std::string council;   // for display; one line
  std::string election;  // ISO day, a year alone, or empty
  std::optional<Chamber> before, after;
  bool size_assumed = false;  // the size before is that after, which is all that is told
};

/// What is agreed, told, derived or disputed of the seats of one council at one election. `rows`
/// are of that subject; others than seats, seats before and the size of the council are passed
/// over. A figure that is told twice in different ways is disputed, and the better witnessed one is
/// drawn. A party that is not listed has a grey of its own. Without seats that can be drawn, a
/// chamber is missing.
ChamberPicture chamber_picture(std::span<const ConsensusRow* const> rows, const Registry& registry);

/// "Labour 33, Conservative 22 and Green 2 of 59 seats, 2 are not told; 30 are a majority, which
/// Labour has." For those who cannot see the picture.
std::string chamber_text(const Chamber& chamber);

}  // namespace recount
