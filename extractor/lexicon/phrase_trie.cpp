#include "extractor/lexicon/phrase_trie.h"

namespace recount {
namespace {

std::size_t spread(std::uint64_t key) {
  key *= 0x9E3779B97F4A7C15u;  // Fibonacci hashing
  return static_cast<std::size_t>(key ^ (key >> 32));
}

}  // namespace

PhraseTrie::PhraseTrie() : nodes_(1), edges_(4096) {}

void PhraseTrie::add(std::span<const WordId> words, const Sense& sense) {
  Node node = kRoot;
  for (const WordId word : words) {
    Node next = step(node, word);
    if (next == kDead) {
      next = static_cast<Node>(nodes_.size());
      nodes_.emplace_back();
      nodes_[node].next |= std::uint64_t{1} << (word % 64);
      if (node == kRoot) {
        if (first_.size() <= word) first_.resize(word + 1024, kDead);
        first_[word] = next;
      } else {
        insert_edge(static_cast<std::uint64_t>(node) << 32 | word, next);
      }
    }
    node = next;
  }
  // A further sense moves those before it to the end of the pool; the gap that stays is small.
  NodeInfo& info = nodes_[node];
  const std::uint32_t moved = static_cast<std::uint32_t>(pool_.size());
  for (std::uint32_t i = 0; i < info.sense_count; ++i)
    pool_.push_back(Sense(pool_[info.first_sense + i]));
  pool_.push_back(sense);
  info.first_sense = moved;
  ++info.sense_count;
}

PhraseTrie::Node PhraseTrie::find_edge(Node node, WordId word) const {
  const std::uint64_t key = static_cast<std::uint64_t>(node) << 32 | word;
  const std::size_t mask = edges_.size() - 1;
  for (std::size_t i = spread(key) & mask;; i = (i + 1) & mask) {
    if (edges_[i].key == key) return edges_[i].target;
    if (edges_[i].key == 0) return kDead;
  }
}

void PhraseTrie::insert_edge(std::uint64_t key, Node target) {
  if (2 * (edge_count_ + 1) > edges_.size()) grow();
  const std::size_t mask = edges_.size() - 1;
  std::size_t i = spread(key) & mask;
  while (edges_[i].key != 0) i = (i + 1) & mask;
  edges_[i] = {key, target};
  ++edge_count_;
}

void PhraseTrie::grow() {
  std::vector<Edge> old(edges_.size() * 2);
  old.swap(edges_);
  edge_count_ = 0;
  for (const Edge& edge : old) {
    if (edge.key != 0) insert_edge(edge.key, edge.target);
  }
}

}  // namespace recount
