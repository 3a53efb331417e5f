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

Vocabulary::Vocabulary() : words_(1), slots_(1024) {}

std::uint64_t Vocabulary::hash(std::string_view folded) {
  std::uint64_t h = kSeed;
  for (const char c : folded) h = extend(h, static_cast<std::uint8_t>(c));
  return finish(h);
}

WordId Vocabulary::find(std::string_view folded, std::uint64_t h) const {
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t i = h & mask;; i = (i + 1) & mask) {
    const Slot& slot = slots_[i];
    if (slot.id == kUnknownWord) return kUnknownWord;
    if (slot.hash == h && words_[slot.id] == folded) return slot.id;
  }
}

WordId Vocabulary::find_ascii(std::string_view token) const {
  std::uint64_t h = kSeed;
  for (const char c : token) h = extend(h, kLower[static_cast<std::uint8_t>(c)]);
  return find_ascii(token, finish(h));
}

WordId Vocabulary::find_ascii(std::string_view token, std::uint64_t h) const {
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t i = h & mask;; i = (i + 1) & mask) {
    const Slot& slot = slots_[i];
    if (slot.id == kUnknownWord) return kUnknownWord;
    if (slot.hash == h && equal_folded(token, words_[slot.id])) return slot.id;
  }
}

WordId Vocabulary::add(std::string_view folded) {
  const std::uint64_t h = hash(folded);
  if (const WordId known = find(folded, h); known != kUnknownWord) return known;
  if (2 * (words_.size() + 1) > slots_.size()) grow();
  const auto id = static_cast<WordId>(words_.size());
  words_.emplace_back(folded);
  const std::size_t mask = slots_.size() - 1;
  std::size_t i = h & mask;
  while (slots_[i].id != kUnknownWord) i = (i + 1) & mask;
  slots_[i] = {h, id};
  return id;
}

void Vocabulary::grow() {
  std::vector<Slot> old(slots_.size() * 2);
  old.swap(slots_);
  const std::size_t mask = slots_.size() - 1;
  for (const Slot& slot : old) {
    if (slot.id == kUnknownWord) continue;
    std::size_t i = slot.hash & mask;
    while (slots_[i].id != kUnknownWord) i = (i + 1) & mask;
    slots_[i] = slot;
  }
}

}  // namespace recount
