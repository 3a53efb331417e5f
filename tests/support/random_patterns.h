// Patterns and sketches at random, from a seed.
#pragma once

#include <random>
#include <string>

#include "extractor/rules/pattern.h"

namespace recount::test {

using Random = std::mt19937;  // its numbers are the same everywhere, unlike the distributions'

/// A pattern over the classes c1 to c<classes>.
std::string random_pattern(Random& random, int classes);

/// A sketch over the symbols 1 to `classes` that has a good chance to match the pattern.
std::string random_sketch(const Pattern& pattern, Random& random, int classes);

}  // namespace recount::test
