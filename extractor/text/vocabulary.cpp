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

Vocabulary::Vocabulary() : words_(1), slots_(1024) {}

std::uint64_t Vocabulary::hash(std::string_view folded) { return hash_chunks<false>(folded); }
std::uint64_t Vocabulary::hash_ascii(std::string_view token) { return hash_chunks<true>(token); }

template <bool kFold>
WordId Vocabulary::find_folded(std::string_view token, std::uint64_t h) const {
  const auto chunk_at = [](std::string_view text, std::size_t at, bool fold) {
    const Chunk chunk = first_bytes(load_chunk(text, at), text.size() - at);
    return fold ? fold_ascii(chunk) : chunk;
  };
  return look_up(h, chunk_at(token, 0, kFold), token.size(), [&](WordId id) {
    for (std::size_t i = kChunk; i < token.size(); i += kChunk) {
      if (chunk_at(token, i, kFold) != chunk_at(word(id), i, false)) return false;
    }
    return true;
  });
}

WordId Vocabulary::find(std::string_view folded, std::uint64_t h) const {
  return find_folded<false>(folded, h);
}

WordId Vocabulary::find_ascii(std::string_view token, std::uint64_t h) const {
  return find_folded<true>(token, h);
}

WordId Vocabulary::add(std::string_view folded) {
  const std::uint64_t h = hash(folded);
  if (const WordId known = find(folded, h); known != kUnknownWord) return known;
  if (2 * (words_.size() + 1) > slots_.size()) grow();
  const auto id = static_cast<WordId>(words_.size());
  words_.push_back(
      {static_cast<std::uint32_t>(letters_.size()), static_cast<std::uint32_t>(folded.size())});
  letters_ += folded;
  insert(h, id);
  return id;
}

void Vocabulary::insert(std::uint64_t h, WordId id) {
  const std::size_t mask = slots_.size() - 1;
  std::size_t i = h & mask;
  while (slots_[i].id != kUnknownWord) i = (i + 1) & mask;
  const std::string_view letters = word(id);
  slots_[i] = {first_bytes(load_chunk(letters, 0), letters.size()), id, words_[id].size};
}

void Vocabulary::grow() {
  slots_.assign(slots_.size() * 2, Slot{});
  for (WordId id = 1; id < words_.size(); ++id) insert(hash(word(id)), id);
}

}  // namespace recount
