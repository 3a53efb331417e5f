// The trie against a map that holds every phrase, on random data.
#include "extractor/lexicon/phrase_trie.h"

#include <doctest/doctest.h>

#include <map>
#include <random>
#include <utility>

using namespace recount;

namespace {

using WordIds = std::vector<WordId>;

Sense sense_of(std::int32_t index) {
  Sense sense;
  sense.index = index;
  return sense;
}

/// Length of the longest phrase that begins at `at`, by the trie.
std::size_t longest(const PhraseTrie& trie, const WordIds& text, std::size_t at) {
  std::size_t best = 0;
  PhraseTrie::Node node = PhraseTrie::kRoot;
  for (std::size_t i = at; i < text.size(); ++i) {
    node = trie.step(node, text[i]);
    if (node == PhraseTrie::kDead) break;
    if (!trie.senses(node).empty()) best = i + 1 - at;
  }
  return best;
}

/// The same by looking up every prefix in a map.
std::size_t longest(const std::map<WordIds, std::vector<std::int32_t>>& phrases,
                    const WordIds& text, std::size_t at) {
  for (std::size_t n = text.size() - at; n > 0; --n) {
    const auto begin = text.begin() + static_cast<std::ptrdiff_t>(at);
    if (phrases.count(WordIds(begin, begin + static_cast<std::ptrdiff_t>(n))) != 0) return n;
  }
  return 0;
}

}  // namespace

TEST_CASE("an empty trie knows nothing") {
  const PhraseTrie trie;
  CHECK(trie.step(PhraseTrie::kRoot, 1) == PhraseTrie::kDead);
  CHECK(trie.senses(PhraseTrie::kRoot).empty());
}

TEST_CASE("a phrase has its senses in the order of adding") {
  PhraseTrie trie;
  const WordIds phrase{3, 4};
  trie.add(phrase, sense_of(1));
  trie.add(phrase, sense_of(2));
  const auto first = trie.step(PhraseTrie::kRoot, 3);
  REQUIRE(first != PhraseTrie::kDead);
  CHECK(trie.senses(first).empty());
  const auto second = trie.step(first, 4);
  REQUIRE(second != PhraseTrie::kDead);
  REQUIRE(trie.senses(second).size() == 2);
  CHECK(trie.senses(second)[0].index == 1);
  CHECK(trie.senses(second)[1].index == 2);
  CHECK(trie.step(second, 3) == PhraseTrie::kDead);
  CHECK(trie.step(PhraseTrie::kRoot, 4) == PhraseTrie::kDead);
}

TEST_CASE("a value is kept with its sense") {
  PhraseTrie trie;
  trie.add_valued(WordIds{2}, sense_of(7), 0.5);
  trie.add_valued(WordIds{3}, sense_of(7), 12);
  const auto found = trie.senses(trie.step(PhraseTrie::kRoot, 3));
  REQUIRE(found.size() == 1);
  CHECK(found[0].has_value);
  CHECK(trie.value(found[0]) == 12);
  CHECK(trie.value(trie.senses(trie.step(PhraseTrie::kRoot, 2))[0]) == 0.5);
}

TEST_CASE("longest() asks for capitals where a sense does, and prefers such a sense") {
  Sense name = sense_of(2);
  name.needs_capital = true;
  PhraseTrie trie;
  trie.add(WordIds{1}, name);
  trie.add(WordIds{1, 2}, sense_of(1));
  trie.add(WordIds{1, 2}, name);
  trie.add(WordIds{1, 2, 3}, name);
  const auto run = [](const WordIds& words, bool capital) {
    std::vector<Token> tokens(words.size());
    for (std::size_t i = 0; i < words.size(); ++i) tokens[i].word = words[i];
    if (capital) tokens[0].flags = kCapital;
    return tokens;
  };
  const auto index_in = [&](const WordIds& words, bool capital) {
    const PhraseMatch match = trie.longest(run(words, capital));
    return match.sense == nullptr ? std::pair{0u, -1} : std::pair{match.words, match.sense->index};
  };
  CHECK(index_in({1}, false) == std::pair{0u, -1});
  CHECK(index_in({1}, true) == std::pair{1u, 2});
  CHECK(index_in({1, 2, 3}, false) == std::pair{2u, 1});
  CHECK(index_in({1, 2}, true) == std::pair{2u, 2});
  CHECK(index_in({1, 2, 3, 4}, true) == std::pair{3u, 2});
  CHECK(index_in({1, kUnknownWord, 2}, true) == std::pair{1u, 2});
  CHECK(index_in({kUnknownWord}, true) == std::pair{0u, -1});
  CHECK(index_in({5000}, true) == std::pair{0u, -1});

  // "the North" in the middle of a sentence
  std::vector<Token> tokens = run({1, 2, 3}, false);
  tokens[2].flags = kCapital;
  CHECK(trie.longest(tokens).words == 3);
  tokens[2].flags = 0;
  tokens[1].flags = kCapital;
  CHECK(trie.longest(tokens).words == 2);
}

TEST_CASE("the trie finds the same longest phrases as a map") {
  for (unsigned seed = 1; seed <= 5; ++seed) {
    std::mt19937 random(seed);
    const unsigned words = seed == 5 ? 5000 : 12;
    PhraseTrie trie;
    std::map<WordIds, std::vector<std::int32_t>> reference;
    for (std::int32_t i = 0; i < 6000; ++i) {
      WordIds phrase(1 + random() % 5);
      for (WordId& word : phrase) word = 1 + static_cast<WordId>(random() % words);
      trie.add(phrase, sense_of(i));
      reference[phrase].push_back(i);
    }
    for (const auto& [phrase, indexes] : reference) {
      PhraseTrie::Node node = PhraseTrie::kRoot;
      for (const WordId word : phrase) node = trie.step(node, word);
      REQUIRE(node != PhraseTrie::kDead);
      std::vector<std::int32_t> found;
      for (const Sense& sense : trie.senses(node)) found.push_back(sense.index);
      REQUIRE(found == indexes);
    }
    WordIds text(3000);
    for (WordId& word : text) word = 1 + static_cast<WordId>(random() % (words + 2));
    for (std::size_t at = 0; at < text.size(); ++at) {
      const WordIds window(
          text.begin() + static_cast<std::ptrdiff_t>(at),
          text.begin() + static_cast<std::ptrdiff_t>(std::min(text.size(), at + 7)));
      REQUIRE(longest(trie, window, 0) == longest(reference, window, 0));
      std::vector<Token> tokens(window.size());
      for (std::size_t i = 0; i < window.size(); ++i) tokens[i].word = window[i];
      REQUIRE(trie.longest(tokens).words == longest(reference, window, 0));
    }
  }
}
