#include "extractor/rules/symbol_sets.h"

#include <algorithm>

namespace recount {

SymbolSets::Id SymbolSets::add(const SymbolSet& set) {
  const auto [it, is_new] = ids_.try_emplace(set, static_cast<Id>(ids_.size()));
  const Id id = it->second;
  if (!is_new) return id;
  if (id / 64 == words_) widen();
  for (std::size_t s = set._Find_first(); s < set.size(); s = set._Find_next(s))
    rows_[s * words_ + id / 64] |= Word{1} << (id % 64);
  return id;
}

void SymbolSets::widen() {
  const std::size_t symbols = SymbolSet().size();
  const std::size_t words = std::max<std::size_t>(8, 2 * words_);
  std::vector<Word> rows(symbols * words);
  for (std::size_t s = 0; s < symbols; ++s)
    std::copy_n(rows_.begin() + static_cast<std::ptrdiff_t>(s * words_), words_,
                rows.begin() + static_cast<std::ptrdiff_t>(s * words));
  rows_ = std::move(rows);
  words_ = words;
}

}  // namespace recount
