// How often facts of a confidence are right.
#pragma once

#include <vector>

#include "output/evaluation/score.h"

namespace recount {

/// The facts said with at least this confidence and how many of them are right.
struct ConfidenceBand {
  double at_least;  // 0..1
  Share facts;
};

/// From 0.5 up to the highest confidence at which there are facts.
std::vector<ConfidenceBand> confidence_bands(const std::vector<Judged>& judged);

}  // namespace recount
