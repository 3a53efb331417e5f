// Where the seats of a chamber are, when they are drawn as half a ring.
#pragma once

#include <vector>

namespace recount {

/// A seat, in units of the outer radius: the centre of the ring is (0, 0), the left end of the
/// outermost row (-1, 0), its top (0, 1).
struct SeatPlace {
  double x;
  double y;
};

struct Hemicycle {
  std::vector<SeatPlace> seats;  // from left to right, so that neighbours sit together
  double radius = 0;             // of a seat, in the same unit; seats do not touch each other
};

/// The radius of the innermost row when there are several.
inline constexpr double kInnerRow = 0.42;

/// `count` seats in rows of equal distance; seats are as far from their neighbours in the row as
/// rows are from each other, as nearly as whole numbers allow. The first half of the seats is left
/// of the middle. REQUIRES: count > 0.
Hemicycle hemicycle(int count);

}  // namespace recount
