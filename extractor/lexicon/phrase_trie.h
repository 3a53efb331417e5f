// Longest-match look-up of phrases: a trie over word ids.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "extractor/lexicon/symbol.h"
#include "extractor/text/token.h"

namespace recount {

enum class SenseKind : std::uint8_t {
  kClass,  // a word of a lexicon class
  kParty,
  kPlace,        // name of a council or area
  kNumberUnit,   // "three", "fifteen": ends a group of tens
  kNumberTen,    // "twenty": may take a unit
  kNumberScale,  // "hundred": multiplies what stands before it
  kNumberJoint,  // "and" inside a spelled-out number
};

/// One meaning of a phrase.
struct Sense {
  SenseKind kind = SenseKind::kClass;
  Symbol symbol = kNoSymbol;   // kClass
  bool needs_capital = false;  // only where the first word has a capital in the text
  bool needs_proof = false;    // often something else: wants support from what stands around it
  bool has_value = false;
  std::int8_t sign = 0;  // kClass: those of the class, where they are at hand
  Bound bound = Bound::kExact;
  std::int32_t index = -1;  // kParty, kPlace: index of party or name
  double value = 0;         // numbers and classes with values
};

/// Built once by add(), then read by any number of threads. Flat tables: a look-up touches few
/// cache lines, and none for a word that begins no phrase.
class PhraseTrie {
 public:
  using Node = std::uint32_t;
  static constexpr Node kRoot = 0;
  static constexpr Node kDead = 0xFFFFFFFF;

  PhraseTrie();

  /// Adds a sense to the phrase. REQUIRES: !words.empty() and no word is kUnknownWord.
  void add(std::span<const WordId> words, const Sense& sense);

  /// The node one word further, or kDead. REQUIRES: word != kUnknownWord.
  Node step(Node node, WordId word) const {
    if (node == kRoot) return word < first_.size() ? first_[word] : kDead;
    // Most words that follow no known one are told from the node alone.
    return (nodes_[node].next >> (word % 64) & 1) != 0 ? find_edge(node, word) : kDead;
  }

  /// The senses of the phrase that ends at `node`, in the order in which they were added.
  std::span<const Sense> senses(Node node) const {
    return {pool_.data() + nodes_[node].first_sense, nodes_[node].sense_count};
  }

  /// Whether a phrase goes on after `node`: saves a look-up.
  bool continues(Node node) const { return nodes_[node].next != 0; }

 private:
  struct NodeInfo {
    std::uint64_t next = 0;         // a bit of each word that may follow: its id modulo 64
    std::uint32_t first_sense = 0;  // in pool_
    std::uint32_t sense_count = 0;
  };
  struct Edge {
    std::uint64_t key = 0;  // node << 32 | word; 0 is free, as word is never 0
    Node target = 0;
  };
  Node find_edge(Node node, WordId word) const;
  void insert_edge(std::uint64_t key, Node target);
  void grow();

  std::vector<NodeInfo> nodes_;
  std::vector<Sense> pool_;  // the senses of one node stand together
  std::vector<Edge> edges_;  // open addressing, a power of two
  std::size_t edge_count_ = 0;
  std::vector<Node> first_;  // by word: the children of the root
};

}  // namespace recount
