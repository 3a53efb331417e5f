#include "extractor/text/vocabulary.h"

#include <array>

namespace recount {
namespace {

constexpr std::array<std::uint8_t, 256> make_lower() {
  std::array<std::uint8_t, 256> table{};
  for (unsigned i = 0; i < 256; ++i) {
    table[i] = static_cast<std::uint8_t>(i >= 'A' && i <= 'Z' ? i + ('a' - 'A') : i);
  }
  return table;
}
constexpr auto kLower = make_lower();

bool equal_folded(std::string_view token, std::string_view folded) {
  if (token.size() != folded.size()) return false;
  for (std::size_t i = 0; i < token.size(); ++i) {
    if (kLower[static_cast<std::uint8_t>(token[i])] != static_cast<std::uint8_t>(folded[i])) {
      return false;
    }
  }
  return true;
}

}  // namespace

Vocabulary::Vocabulary() : words_(1), filter_(kFilterBits / 64), slots_(1024) {}

std::uint64_t Vocabulary::hash(std::string_view folded) {
  std::uint64_t h = kSeed;
  for (const char c : folded) h = extend(h, static_cast<std::uint8_t>(c));
  return finish(h);
}

WordId Vocabulary::find(std::string_view folded, std::uint64_t h) const {
  if (!maybe(h)) return kUnknownWord;
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t i = h & mask;; i = (i + 1) & mask) {
    const Slot& slot = slots_[i];
    if (slot.id == kUnknownWord) return kUnknownWord;
    if (slot.tag == static_cast<std::uint32_t>(h >> 32) && word(slot.id) == folded) return slot.id;
  }
}

std::uint64_t Vocabulary::hash_ascii(std::string_view token) {
  std::uint64_t h = kSeed;
  for (const char c : token) h = extend(h, kLower[static_cast<std::uint8_t>(c)]);
  return finish(h);
}

WordId Vocabulary::find_ascii(std::string_view token, std::uint64_t h) const {
  if (!maybe(h)) return kUnknownWord;
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t i = h & mask;; i = (i + 1) & mask) {
    const Slot& slot = slots_[i];
    if (slot.id == kUnknownWord) return kUnknownWord;
    if (slot.tag == static_cast<std::uint32_t>(h >> 32) && equal_folded(token, word(slot.id)))
      return slot.id;
  }
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
  slots_[i] = {static_cast<std::uint32_t>(h >> 32), id};
}

void Vocabulary::grow() {
  slots_.assign(slots_.size() * 2, Slot{});
  for (WordId id = 1; id < words_.size(); ++id) insert(hash(word(id)), id);
}

}  // namespace recount
