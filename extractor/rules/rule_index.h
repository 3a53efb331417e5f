// Which rules of a stage have a chance on a sketch, told without trying any.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "extractor/rules/pattern.h"

namespace recount {

/// A set of rules, by their position in the stage.
using RuleBits = std::vector<std::uint64_t>;

/// Immutable once built; any number of threads may ask it.
class RuleIndex {
 public:
  /// `required[r]` are the sets of which a sketch must hold a symbol each for rule r to match, the
  /// most telling first.
  void build(const std::vector<std::vector<SymbolSet>>& required);

  /// The rules whose requirements `sketch` meets, as far as they are indexed (the first four of
  /// each). No rule that matches is ever missing.
  void candidates(std::string_view sketch, RuleBits& out) const;

  std::size_t words() const { return words_; }

 private:
  static constexpr std::size_t kLevels = 4;
  std::size_t words_ = 0;
  std::vector<std::uint64_t> table_;  // [level][word][symbol]
  RuleBits free_[kLevels];            // rules that require nothing at a level
};

/// Calls `visit(r)` for each rule in `bits`, ascending.
template <typename Visit>
void visit_rules(const RuleBits& bits, const Visit& visit) {
  for (std::size_t w = 0; w < bits.size(); ++w) {
    for (std::uint64_t rest = bits[w]; rest != 0; rest &= rest - 1) {
      visit(64 * w + static_cast<std::size_t>(__builtin_ctzll(rest)));
    }
  }
}

}  // namespace recount
