// Which articles speak for themselves, and which repeat or replace another.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "extractor/facts/fact.h"

namespace recount {

/// The witness of each fact, numbered from 0 in the order in which they come: articles of the same
/// id, of the same page or whose texts are near-copies (near_copies.h) are one witness.
std::vector<std::uint32_t> witnesses_of(const std::vector<Fact>& facts);

}  // namespace recount
