// Near-copies of one text have fingerprints that differ in few bits.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "extractor/text/token.h"

namespace recount {

/// SimHash (Charikar 2002) over shingles of three tokens, case-folded for ASCII. 0 for no tokens.
std::uint64_t fingerprint(const std::vector<Token>& tokens);

/// 64-bit FNV-1a, as used for the ids of facts.
std::uint64_t hash_bytes(std::string_view bytes, std::uint64_t seed = 0xcbf29ce484222325u);

/// Sixteen lower-case hex digits.
std::string to_hex(std::uint64_t value);

}  // namespace recount
