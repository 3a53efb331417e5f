#include "extractor/discourse/rows.h"

#include <algorithm>

namespace recount {
namespace {

constexpr std::size_t kMostCells = 4;

bool is_label(const Lexicon& lexicon, const Sentence& sentence,
              const std::vector<Mention>& mentions) {
  return sentence.block_start && sentence.kind == BlockKind::kHeading && mentions.size() == 1 &&
         mentions.front().symbol == lexicon.core.party;
}

bool is_figure(const Lexicon& lexicon, const Sentence& sentence,
               const std::vector<Mention>& mentions) {
  if (!sentence.block_start || sentence.blank_before || mentions.empty() ||
      mentions.size() > kMostCells)
    return false;
  return std::all_of(mentions.begin(), mentions.end(), [&lexicon](const Mention& m) {
    return m.symbol == lexicon.core.number || lexicon.symbols.has(m.symbol, kRoleCell);
  });
}

}  // namespace

void join_rows(const Lexicon& lexicon, double largest, Annotation& text) {
  for (std::size_t s = 0; s < text.sentences.size(); ++s) {
    if (!is_label(lexicon, text.sentences[s], text.mentions[s])) continue;
    std::size_t end = s + 1;
    while (end < text.sentences.size() && end - s <= kMostCells &&
           is_figure(lexicon, text.sentences[end], text.mentions[end]))
      ++end;
    if (end == s + 1) continue;
    const Mention& first = text.mentions[s + 1].front();
    if (first.symbol != lexicon.core.number || first.value > largest) continue;
    for (std::size_t row = s + 1; row < end; ++row) {
      auto& cells = text.mentions[row];
      text.mentions[s].insert(text.mentions[s].end(), cells.begin(), cells.end());
      cells.clear();
    }
    s = end - 1;
  }
}

}  // namespace recount
