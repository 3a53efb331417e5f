#include "extractor/text/vocabulary.h"

namespace recount {

template <bool kFold>
std::uint64_t Vocabulary::hash_chunks(std::string_view text) {
  std::uint64_t h = text.size();
  for (std::size_t i = 0; i < text.size(); i += kChunk) {
    const Chunk chunk = load_chunk(text, i);
    h = mix(h, kFold ? fold_ascii(chunk) : chunk);
  }
  return mix(h, 0);
}

Vocabulary::Vocabulary() : words_(1), filter_(kFilterBits / 64), slots_(1024) {}

std::uint64_t Vocabulary::hash(std::string_view folded) { return hash_chunks<false>(folded); }
std::uint64_t Vocabulary::hash_ascii(std::string_view token) { return hash_chunks<true>(token); }

template <bool kFold>
bool Vocabulary::is_word(const Word& word, std::string_view token) const {
  if (word.size != token.size()) return false;
  for (std::size_t i = 0; i < token.size(); i += kChunk) {
    const Chunk chunk = load_chunk(token, i);
    const Chunk known = first_bytes(load_chunk(letters_, word.begin + i), token.size() - i);
    if ((kFold ? fold_ascii(chunk) : chunk) != known) return false;
  }
  return true;
}

WordId Vocabulary::find(std::string_view folded, std::uint64_t h) const {
  return look_up(h, [&](const Word& word) { return is_word<false>(word, folded); });
}

WordId Vocabulary::find_ascii(std::string_view token, std::uint64_t h) const {
  return look_up(h, [&](const Word& word) { return is_word<true>(word, token); });
}

WordId Vocabulary::add(std::string_view folded) {
  const std::uint64_t h = hash(folded);
  if (const WordId known = find(folded, h); known != kUnknownWord) return known;
  if (2 * (words_.size() + 1) > slots_.size()) grow();
  const auto id = static_cast<WordId>(words_.size());
  words_.push_back(
      {static_cast<std::uint32_t>(letters_.size()), static_cast<std::uint32_t>(folded.size())});
  letters_ += folded;
  const std::size_t bit = (h >> 40) % kFilterBits;
  filter_[bit >> 6] |= std::uint64_t{1} << (bit & 63);
  insert(h, id);
  return id;
}

void Vocabulary::insert(std::uint64_t h, WordId id) {
  const std::size_t mask = slots_.size() - 1;
  std::size_t i = h & mask;
  while (slots_[i].id != kUnknownWord) i = (i + 1) & mask;
  slots_[i] = {static_cast<std::uint32_t>(h >> 32), id, words_[id]};
}

void Vocabulary::grow() {
  slots_.assign(slots_.size() * 2, Slot{});
  for (WordId id = 1; id < words_.size(); ++id) insert(hash(word(id)), id);
}

}  // namespace recount
