#include "extractor/lexicon/phrase_trie.h"

namespace recount {

void PhraseTrie::add(std::span<const WordId> words, const Sense& sense) {
  Node node = kRoot;
  for (const WordId word : words) {
    const Node next = step(node, word);
    node = next != kDead ? next : add_child(node, word);
  }
  Sense& known = at(node).sense;
  if (known.kind == kNone) {
    known = sense;
  } else if (known.kind == kSeveral) {
    several_[static_cast<std::size_t>(known.index)].push_back(sense);
  } else {
    several_.push_back({known, sense});
    known = Sense{};
    known.kind = kSeveral;
    known.index = static_cast<std::int32_t>(several_.size() - 1);
  }
}

void PhraseTrie::add_valued(std::span<const WordId> words, Sense sense, double value) {
  sense.has_value = true;
  sense.index = static_cast<std::int32_t>(values_.size());
  values_.push_back(value);
  add(words, sense);
}

const Sense* PhraseTrie::fitting_of_several(const Sense& several, bool capital) const {
  const Sense* best = nullptr;
  for (const Sense& sense : several_[static_cast<std::size_t>(several.index)]) {
    if (sense.needs_capital && capital) return &sense;
    if (!sense.needs_capital && best == nullptr) best = &sense;
  }
  return best;
}

PhraseTrie::Node PhraseTrie::find_later(const Info& info, WordId word) const {
  const std::uint32_t begin = info.table >> 5, mask = (1u << (info.table & 31)) - 1;
  for (std::uint32_t i = 0; i <= mask; ++i) {
    const std::uint32_t at = begin + ((word + i) & mask);
    if (later_[at].word == word && word != kUnknownWord) return kInner + at;
    if (later_[at].word == kUnknownWord) break;
  }
  return kDead;
}

PhraseTrie::Node PhraseTrie::add_child(Node node, WordId word) {
  if (node == kRoot) {
    constexpr std::size_t kSpare = 1024;
    if (first_.size() <= word) first_.resize(word + kSpare);
    first_size_ = static_cast<WordId>(first_.size());
    return word;
  }
  const std::uint32_t table = at(node).table;
  std::uint32_t larger = table;
  const auto room = [this](std::uint32_t logarithm) {
    const auto begin = static_cast<std::uint32_t>(later_.size());
    later_.resize(begin + (std::size_t{1} << logarithm));
    return begin << 5 | logarithm;
  };
  if (at(node).next == 0) {
    larger = room(0);
  } else {
    // A small table may be full, a larger one is to have gaps where a search can end. The old one
    // is left behind.
    const std::uint32_t begin = table >> 5, size = 1u << (table & 31);
    std::uint32_t free = 0;
    for (std::uint32_t i = begin; i < begin + size; ++i) free += later_[i].word == kUnknownWord;
    if (free <= size / 4) {
      larger = room((table & 31) + 1);
      for (std::uint32_t i = begin; i < begin + size; ++i) {
        if (later_[i].word != kUnknownWord) insert(larger, later_[i]);
      }
    }
  }
  at(node).table = larger;
  at(node).next |= 1u << (word % 32);
  return insert(larger, {word, {}});
}

PhraseTrie::Node PhraseTrie::insert(std::uint32_t table, const Later& later) {
  const std::uint32_t begin = table >> 5, mask = (1u << (table & 31)) - 1;
  std::uint32_t i = later.word & mask;
  while (later_[begin + i].word != kUnknownWord) i = (i + 1) & mask;
  later_[begin + i] = later;
  return kInner + begin + i;
}

}  // namespace recount
