// The sets of symbols that the programs of all rules ask for, each once.
#pragma once

#include <cstdint>
#include <unordered_map>
#include <vector>

#include "extractor/rules/pattern.h"

namespace recount {

/// Sets by number, laid out by symbol: the few symbols of a sketch keep what all programs ask of
/// them close together. Filled by add(), then read by any number of threads.
class SymbolSets {
 public:
  using Id = std::uint16_t;
  using Word = std::uint64_t;  // a bit a set

  /// The number of the set. REQUIRES: there are fewer than 65536.
  Id add(const SymbolSet& set);

  /// The sets that hold the symbol, for has(); good until the next add().
  const Word* row(Symbol symbol) const { return rows_.data() + symbol * words_; }
  static bool has(const Word* row, Id set) { return (row[set / 64] >> (set % 64) & 1) != 0; }

 private:
  void widen();

  std::unordered_map<SymbolSet, Id> ids_;
  std::size_t words_ = 0;   // of a row
  std::vector<Word> rows_;  // by symbol
};

}  // namespace recount
