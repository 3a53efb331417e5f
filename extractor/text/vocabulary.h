// The words that the patterns know, each with a number. One look-up per token.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "extractor/text/token.h"

namespace recount {

/// Maps folded words to ids. Built once, then read by any number of threads.
class Vocabulary {
 public:
  Vocabulary();

  /// The id of a folded word, adding it if it is new.
  WordId add(std::string_view folded);

  /// The id of a folded word or kUnknownWord.
  WordId find(std::string_view folded) const { return find(folded, hash(folded)); }

  /// The same with the hash at hand. REQUIRES: h == hash(folded).
  WordId find(std::string_view folded, std::uint64_t h) const;

  /// Looks up an ASCII token as it stands in the text, folding case on the way.
  WordId find_ascii(std::string_view token) const { return find_ascii(token, hash_ascii(token)); }

  /// The same with the hash at hand. REQUIRES: h == hash_ascii(token).
  WordId find_ascii(std::string_view token, std::uint64_t h) const;

  std::string_view word(WordId id) const {
    return std::string_view(letters_).substr(words_[id].begin, words_[id].size);
  }
  std::size_t size() const { return words_.size(); }

  static std::uint64_t hash(std::string_view folded);
  /// The hash of a token as it stands in the text, the case of ASCII letters folded.
  static std::uint64_t hash_ascii(std::string_view token);

  /// The hash byte by byte: finish(extend(… extend(kSeed, first) …, last)). FNV-1a, 64 bits.
  static constexpr std::uint64_t kSeed = 0xcbf29ce484222325u;
  static std::uint64_t extend(std::uint64_t h, std::uint8_t byte) {
    return (h ^ byte) * 0x100000001b3u;
  }
  static std::uint64_t finish(std::uint64_t h) { return h ^ (h >> 29); }

 private:
  struct Word {
    std::uint32_t begin = 0;  // in letters_
    std::uint32_t size = 0;
  };
  struct Slot {
    std::uint32_t tag = 0;  // upper half of the hash
    WordId id = kUnknownWord;
  };
  static constexpr std::size_t kFilterBits = std::size_t{1} << 17;

  /// False for most words that are not in the vocabulary; the filter fits the nearest cache.
  bool maybe(std::uint64_t h) const {
    const std::size_t bit = (h >> 40) % kFilterBits;
    return (filter_[bit >> 6] >> (bit & 63) & 1) != 0;
  }
  void insert(std::uint64_t h, WordId id);
  void grow();

  std::vector<Word> words_;
  std::string letters_;                // of all words, one after the other
  std::vector<std::uint64_t> filter_;  // one bit a hash
  std::vector<Slot> slots_;            // open addressing, a power of two, at most half full
};

}  // namespace recount
