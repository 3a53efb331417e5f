#include "output/evaluation/confidence_bands.h"

#include <array>

namespace recount {

std::vector<ConfidenceBand> confidence_bands(const std::vector<Judged>& judged) {
  std::vector<ConfidenceBand> out;
  for (const double at_least : std::array{0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.98}) {
    ConfidenceBand band{at_least, {}};
    for (const Judged& fact : judged) {
      if (fact.confidence >= at_least) band.facts.add(fact.right);
    }
    if (band.facts.of > 0) out.push_back(band);
  }
  return out;
}

}  // namespace recount
