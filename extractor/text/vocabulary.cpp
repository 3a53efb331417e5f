#include "extractor/text/vocabulary.h"

#include <algorithm>

namespace recount {
namespace {

/// The letters of a word for find_chunks() and hash_of().
auto as_it_is(std::string_view text) {
  return [text](std::size_t i) { return chunk_of(text, i, text.size() - i); };
}
auto case_folded(std::string_view text) {
  return [text](std::size_t i) { return fold_ascii(chunk_of(text, i, text.size() - i)); };
}

}  // namespace

Vocabulary::Vocabulary() : words_(1), slots_(1024) {}

std::uint64_t Vocabulary::hash(std::string_view folded) {
  return hash_of(folded.size(), as_it_is(folded));
}
std::uint64_t Vocabulary::hash_ascii(std::string_view token) {
  return hash_of(token.size(), case_folded(token));
}

WordId Vocabulary::find(std::string_view folded, std::uint64_t h) const {
  return find_chunks(folded.size(), as_it_is(folded), h);
}

WordId Vocabulary::find_ascii(std::string_view token, std::uint64_t h) const {
  return find_chunks(token.size(), case_folded(token), h);
}

WordId Vocabulary::add(std::string_view folded) {
  const std::uint64_t h = hash(folded);
  if (const WordId known = find(folded, h); known != kUnknownWord) return known;
  if (2 * (words_.size() + 1) > slots_.size()) grow();
  const auto id = static_cast<WordId>(words_.size());
  words_.push_back(
      {static_cast<std::uint32_t>(letters_.size()), static_cast<std::uint32_t>(folded.size())});
  letters_ += folded;
  if (folded.size() == 1) {
    const auto byte = static_cast<unsigned char>(folded.front());
    if (byte < marks_.size()) marks_[byte] = id;
  }
  insert(h, id);
  return id;
}

void Vocabulary::insert(std::uint64_t h, WordId id) {
  const std::size_t mask = slots_.size() - 1;
  std::size_t i = h & mask;
  while (slots_[i].id != kUnknownWord) i = (i + 1) & mask;
  const std::string_view letters = word(id);
  slots_[i] = {chunk_of(letters, 0, letters.size()), id, words_[id].size};
}

void Vocabulary::grow() {
  constexpr std::size_t kUsual = std::size_t{1} << 15;  // for as many words as patterns have
  slots_.assign(std::max(slots_.size() * 2, kUsual), Slot{});
  for (WordId id = 1; id < words_.size(); ++id) insert(hash(word(id)), id);
}

}  // namespace recount
