#include "extractor/lexicon/phrase_trie.h"

#include <algorithm>

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

PhraseTrie::Node PhraseTrie::find_edge(const Info& info, WordId word) const {
  const Edge* edges = edges_.data() + (info.edges >> 5);
  const std::uint32_t mask = (1u << (info.edges & 31)) - 1;
  for (std::uint32_t i = 0; i <= mask; ++i) {
    const Edge& edge = edges[(word + i) & mask];
    if (edge.word == word || edge.word == kUnknownWord) return edge.target;
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
  const Node added = kInner + static_cast<Node>(inner_.size());
  inner_.emplace_back();
  add_edge(at(node), {word, added});
  return added;
}

void PhraseTrie::add_edge(Info& info, Edge edge) {
  const auto put = [this, &info](const Edge& e) {
    Edge* edges = edges_.data() + (info.edges >> 5);
    const std::uint32_t mask = (1u << (info.edges & 31)) - 1;
    std::uint32_t i = e.word & mask;
    while (edges[i].word != kUnknownWord) i = (i + 1) & mask;
    edges[i] = e;
  };
  const auto make_room = [this, &info](std::uint32_t logarithm) {
    info.edges = static_cast<std::uint32_t>(edges_.size()) << 5 | logarithm;
    edges_.resize(edges_.size() + (std::size_t{1} << logarithm));
  };
  if (info.next == 0) {
    make_room(0);
  } else {
    // A small table may be full, a larger one is to have gaps where a search can end. The old one
    // is left behind.
    const std::uint32_t begin = info.edges >> 5, logarithm = info.edges & 31;
    const std::vector<Edge> old(edges_.begin() + begin, edges_.begin() + begin + (1 << logarithm));
    const auto free =
        std::count_if(old.begin(), old.end(), [](const Edge& e) { return e.word == kUnknownWord; });
    if (free <= static_cast<std::ptrdiff_t>(old.size() / 4)) {
      make_room(logarithm + 1);
      for (const Edge& e : old) {
        if (e.word != kUnknownWord) put(e);
      }
    }
  }
  put(edge);
  info.next |= 1u << (edge.word % 32);
}

}  // namespace recount
