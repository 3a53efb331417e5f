// Longest-match look-up of phrases: a trie over word ids.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "extractor/lexicon/symbol.h"
#include "extractor/text/fetch.h"
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

/// One meaning of a phrase. Eight bytes, so that it fits into the node of its phrase.
struct Sense {
  SenseKind kind = SenseKind::kClass;
  Symbol symbol = kNoSymbol;       // kClass
  bool needs_capital : 1 = false;  // only where the first or the last word has one in the text
  bool needs_proof : 1 = false;    // often something else: wants support from what stands around it
  bool has_value : 1 = false;      // numbers and classes with values: PhraseTrie::value() tells it
  Bound bound : 2 = Bound::kExact;  // kClass: those of the class, where they are at hand
  std::int8_t sign = 0;             // likewise
  std::int32_t index =
      -1;  // kParty, kPlace, council forms: which of them; of has_value the value's
};
static_assert(sizeof(Sense) == 8);

/// The longest phrase at a place of a text.
struct PhraseMatch {
  std::uint32_t words = 0;       // its length
  const Sense* sense = nullptr;  // what it means there; null when no phrase begins there
};

/// Built once by add(), then read by any number of threads. Flat tables: the first word of a phrase
/// leads straight to its node, which holds the only sense of most phrases and tells most words
/// that do not go on with it.
class PhraseTrie {
 public:
  using Node = std::uint32_t;
  static constexpr Node kRoot = 0;
  static constexpr Node kDead = 0xFFFFFFFF;

  PhraseTrie() : first_(1) {}

  /// Adds a sense to the phrase. REQUIRES: !words.empty() and no word is kUnknownWord.
  void add(std::span<const WordId> words, const Sense& sense);

  /// The same for a sense with a value; sets has_value and index of the sense.
  void add_valued(std::span<const WordId> words, Sense sense, double value);

  /// REQUIRES: sense.has_value, and it is a sense of this trie.
  double value(const Sense& sense) const { return values_[static_cast<std::size_t>(sense.index)]; }

  /// The node one word further, or kDead. REQUIRES: word != kUnknownWord.
  Node step(Node node, WordId word) const {
    if (node == kRoot) return at_first(word).is_free() ? kDead : word;
    return child(at(node), word);
  }

  /// The senses of the phrase that ends at `node`, in the order in which they were added.
  std::span<const Sense> senses(Node node) const {
    const Info& info = at(node);
    if (info.sense.kind != kSeveral) return {&info.sense, info.sense.kind == kNone ? 0u : 1u};
    return several_[static_cast<std::size_t>(info.sense.index)];
  }

  /// The longest phrase that begins with the first of `tokens` (a run in the text) and has a sense
  /// that fits: one that needs a capital only with one. Of several such, the first that
  /// needs one is the more special, else the first of all. REQUIRES: !tokens.empty().
  PhraseMatch longest(std::span<const Token> tokens) const {
    const bool capital = tokens.front().has(kCapital);
    PhraseMatch best;
    const Info* info = &at_first(tokens.front().word);
    for (std::uint32_t words = 1;; ++words) {
      const bool named = capital || tokens[words - 1].has(kCapital);  // "the North"
      if (const Sense* sense = fitting(info->sense, named)) best = {words, sense};
      if (words == tokens.size()) return best;
      const Node node = child(*info, tokens[words].word);
      if (node == kDead) return best;
      info = &later_[node - kInner].info;
    }
  }

  /// Calls `visit(words, sense)` for every sense of every phrase.
  template <typename Visit>
  void for_each(const Visit& visit) const {
    std::vector<WordId> words;
    for (WordId word = 1; word < first_size_; ++word) {
      words.assign(1, word);
      visit_from(word, words, visit);
    }
  }

  /// Has what is known of a word brought near, as it will be asked for soon.
  void fetch(WordId word) const { fetch_line(&at_first(word)); }
  /// The same for a word, near by now, with the one behind it.
  void fetch(WordId word, WordId next) const {
    const Info& info = at_first(word);
    if ((info.next >> (next % 32) & 1) != 0) fetch_line(&later_[begin_of(info.table, next)]);
  }

 private:
  // Kinds of a node's sense besides those of SenseKind.
  static constexpr SenseKind kNone{0xFE};     // no phrase ends here
  static constexpr SenseKind kSeveral{0xFF};  // several do: index is that in several_
  static constexpr Node kInner = 0x80000000;  // nodes from here on are in later_, others in first_

  struct Info {
    std::uint32_t next = 0;   // a bit of each word that may follow: its id modulo 32
    std::uint32_t table = 0;  // of those words: its begin in later_ << 5 | logarithm of its size
    Sense sense{.kind = kNone};

    bool is_free() const { return next == 0 && sense.kind == kNone; }
  };
  static_assert(sizeof(Info) == 16);

  /// A word that may follow a node, and the node there. The words that may follow one are an
  /// open-addressed table, whose size is a power of two; what is free has no word.
  struct Later {
    WordId word = kUnknownWord;
    Info info;
  };

  const Info& at_first(WordId word) const { return first_[word < first_size_ ? word : 0]; }
  const Info& at(Node node) const {
    return node < kInner ? first_[node] : later_[node - kInner].info;
  }
  Info& at(Node node) { return node < kInner ? first_[node] : later_[node - kInner].info; }

  /// kDead for kUnknownWord.
  Node child(const Info& info, WordId word) const {
    // Most words that follow no known one are told from the node alone.
    return (info.next >> (word % 32) & 1) == 0 ? kDead : find_later(info, word);
  }
  Node find_later(const Info& info, WordId word) const;
  /// Where the search for a word in the table of a node begins.
  static std::uint32_t begin_of(std::uint32_t table, WordId word) {
    return (table >> 5) + (word & ((1u << (table & 31)) - 1));
  }

  const Sense* fitting(const Sense& sense, bool capital) const {
    if (sense.kind == kSeveral) return fitting_of_several(sense, capital);
    return sense.kind != kNone && (capital || !sense.needs_capital) ? &sense : nullptr;
  }
  const Sense* fitting_of_several(const Sense& several, bool capital) const;

  template <typename Visit>
  void visit_from(Node node, std::vector<WordId>& words, const Visit& visit) const {
    for (const Sense& sense : senses(node)) visit(std::span<const WordId>(words), sense);
    const Info& info = at(node);
    if (info.next == 0) return;
    const std::uint32_t begin = info.table >> 5, size = 1u << (info.table & 31);
    for (std::uint32_t i = begin; i < begin + size; ++i) {
      if (later_[i].word == kUnknownWord) continue;
      words.push_back(later_[i].word);
      visit_from(kInner + i, words, visit);
      words.pop_back();
    }
  }

  Node add_child(Node node, WordId word);
  Node insert(std::uint32_t table, const Later& later);

  std::vector<Info> first_;                  // by word: the children of the root
  WordId first_size_ = 1;                    // of first_
  std::vector<Later> later_;                 // all other nodes, in the tables of those before them
  std::vector<std::vector<Sense>> several_;  // of the few phrases with more than one sense
  std::vector<double> values_;
};

}  // namespace recount
