// Method: for each symbol a row of bits says which rules it serves. Or-ing the rows of a sketch's
// symbols gives, level by level, the rules whose first, second, … requirement is met; and-ing the
// levels gives the candidates. A few dozen word operations replace a test per rule.
#include "extractor/rules/rule_index.h"

#include <algorithm>
#include <bitset>

namespace recount {

void RuleIndex::build(const std::vector<std::vector<SymbolSet>>& required) {
  words_ = (required.size() + 63) / 64;
  table_.assign(256 * kLevels * words_, 0);
  for (auto& level : free_) level.assign(words_, 0);
  for (std::size_t r = 0; r < required.size(); ++r) {
    const std::uint64_t bit = std::uint64_t{1} << (r % 64);
    for (std::size_t level = 0; level < kLevels; ++level) {
      if (level >= required[r].size()) {
        free_[level][r / 64] |= bit;
        continue;
      }
      for (std::size_t s = 0; s < 256; ++s) {
        if (required[r][level][s]) table_[(s * kLevels + level) * words_ + r / 64] |= bit;
      }
    }
  }
}

void RuleIndex::candidates(std::string_view sketch, RuleBits& out) const {
  SymbolSet seen;
  out.assign(kLevels * words_, 0);
  for (std::size_t level = 0; level < kLevels; ++level) {
    std::copy(free_[level].begin(), free_[level].end(), out.begin() + static_cast<std::ptrdiff_t>(level * words_));
  }
  for (const char c : sketch) {
    const auto s = static_cast<std::uint8_t>(c);
    if (seen[s]) continue;
    seen[s] = true;
    const std::uint64_t* row = &table_[s * kLevels * words_];
    for (std::size_t i = 0; i < kLevels * words_; ++i) out[i] |= row[i];
  }
  for (std::size_t level = 1; level < kLevels; ++level) {
    for (std::size_t w = 0; w < words_; ++w) out[w] &= out[level * words_ + w];
  }
  out.resize(words_);
}

}  // namespace recount
