// Random elections of councils and what a set of articles tells of them, all of it true.
#pragma once

#include <cstdint>
#include <random>
#include <vector>

#include "extractor/facts/fact.h"

namespace recount::bench {

using Random = std::mt19937_64;

/// Facts of two to five articles about one election of one council: each article tells some of the
/// figures, most of them of a few parties, now and then the whole composition. Every figure is
/// right. Some articles are copies of one agency text. `number` tells the councils apart.
/// With `round`, the same chamber is told by other articles, with other ids.
std::vector<Fact> random_articles(std::uint32_t number, Random& random, std::uint32_t round = 0);

}  // namespace recount::bench
