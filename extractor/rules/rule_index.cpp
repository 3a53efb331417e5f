// Method: for each symbol a row of bits says which rules it serves. Or-ing the rows of a sketch's
// symbols gives, level by level, the rules whose first, second, … requirement is met; and-ing the
// levels gives the candidates. A few dozen word operations replace a test per rule.
#include "extractor/rules/rule_index.h"

#include <array>

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
        if (required[r][level][s]) table_[(level * words_ + r / 64) * 256 + s] |= bit;
      }
    }
  }
}

void RuleIndex::candidates(std::string_view sketch, RuleBits& out) const {
  out.resize(words_);
  std::array<std::uint64_t, 4> seen{};
  for (std::size_t w = 0; w < words_; ++w) out[w] = ~std::uint64_t{0};
  std::array<std::uint8_t, 256> distinct;
  std::size_t count = 0;
  for (const char c : sketch) {
    const auto s = static_cast<std::uint8_t>(c);
    const std::uint64_t bit = std::uint64_t{1} << (s & 63);
    if ((seen[s >> 6] & bit) == 0) distinct[count++] = s;
    seen[s >> 6] |= bit;
  }
  for (std::size_t level = 0; level < kLevels; ++level) {
    for (std::size_t w = 0; w < words_; ++w) {
      std::uint64_t bits = free_[level][w];
      const std::uint64_t* row = &table_[(level * words_ + w) * 256];
      for (std::size_t i = 0; i < count; ++i) bits |= row[distinct[i]];
      out[w] &= bits;
    }
  }
}

}  // namespace recount
