// Method: rows at distance d between the radii 1 and kInnerRow hold pi * (sum of radii) / d seats
// at that distance. With R rows, d = (1 - inner) / (R - 1) and the radii add up to R * (1 + inner)
// / 2, which gives R for a number of seats. Rows then share the seats by largest remainders, in
// proportion to their lengths. Seats in order of their angle, outer ones first, are the order in
// which parties take them: each party has a wedge.
#include "output/report/hemicycle.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <numbers>
#include <numeric>

namespace recount {
namespace {

constexpr double kMostOfGap = 0.44;  // of the distance of two seats is the radius of one
constexpr double kLoneSeat = 0.2;

int row_count(int seats) {
  const double product =  // R * (R - 1)
      seats * 2 * (1 - kInnerRow) / (std::numbers::pi * (1 + kInnerRow));
  return std::max(1, static_cast<int>(std::lround(0.5 + std::sqrt(0.25 + product))));
}

/// Radii from the outermost row to the innermost.
std::vector<double> radii(int rows) {
  std::vector<double> out{1};
  for (int i = 1; i < rows; ++i) out.push_back(1 - (1 - kInnerRow) * i / (rows - 1));
  return out;
}

std::vector<int> seats_by_row(int seats, const std::vector<double>& radius) {
  const double sum = std::accumulate(radius.begin(), radius.end(), 0.0);
  std::vector<int> out;
  std::vector<std::pair<double, std::size_t>> left;  // remainder, negative; row
  int given = 0;
  for (std::size_t row = 0; row < radius.size(); ++row) {
    const double share = seats * radius[row] / sum;
    out.push_back(static_cast<int>(share));
    given += out.back();
    left.emplace_back(out.back() - share, row);
  }
  std::ranges::sort(left);
  for (std::size_t i = 0; given < seats; ++i, ++given) ++out[left[i % left.size()].second];
  return out;
}

/// A seat as `step` of `steps` from the left end of its row; a fraction, so that the order does not
/// depend on how a machine rounds.
struct Seat {
  std::int64_t step;
  std::int64_t steps;
  std::size_t row;
};

bool more_left(const Seat& a, const Seat& b) {
  const std::int64_t left = a.step * b.steps;
  const std::int64_t right = b.step * a.steps;
  return left != right ? left < right : a.row < b.row;
}

}  // namespace

Hemicycle hemicycle(int count) {
  const std::vector<double> radius = radii(row_count(count));
  const std::vector<int> by_row = seats_by_row(count, radius);
  Hemicycle out;
  double gap = radius.size() > 1 ? radius[0] - radius[1] : kLoneSeat / kMostOfGap;
  std::vector<Seat> seats;
  for (std::size_t row = 0; row < radius.size(); ++row) {
    const int in_row = by_row[row];
    if (in_row == 1) seats.push_back({1, 2, row});
    if (in_row < 2) continue;
    for (int i = 0; i < in_row; ++i) seats.push_back({i, in_row - 1, row});
    const double angle = std::numbers::pi / (in_row - 1);
    gap = std::min(gap, 2 * radius[row] * std::sin(angle / 2));
  }
  std::ranges::sort(seats, more_left);
  for (const Seat& seat : seats) {
    const double angle =
        std::numbers::pi * (1 - static_cast<double>(seat.step) / static_cast<double>(seat.steps));
    out.seats.push_back({radius[seat.row] * std::cos(angle), radius[seat.row] * std::sin(angle)});
  }
  out.radius = gap * kMostOfGap;
  return out;
}

}  // namespace recount
