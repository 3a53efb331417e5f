// The words that the patterns know, each with a number. One look-up per token.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "extractor/text/chunk.h"
#include "extractor/text/fetch.h"
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

  /// The same for a word whose folded letters `chunk_at` gives: a Chunk of those from a multiple of
  /// kChunk on, 0 behind the last. REQUIRES: h == hash_of(size, chunk_at).
  template <typename ChunkAt>
  WordId find_chunks(std::size_t size, const ChunkAt& chunk_at, std::uint64_t h) const {
    return look_up(h, chunk_at(0), size, [&](WordId id) {
      for (std::size_t i = kChunk; i < size; i += kChunk) {
        if (chunk_at(i) != chunk_of(letters_, words_[id].begin + i, size - i)) return false;
      }
      return true;
    });
  }
  template <typename ChunkAt>
  static std::uint64_t hash_of(std::size_t size, const ChunkAt& chunk_at) {
    std::uint64_t h = mix(size, chunk_at(0));
    for (std::size_t i = kChunk; i < size; i += kChunk) h = mix(h, chunk_at(i));
    return mix(h, 0);
  }

  /// Has the place of the words with that hash brought near, as it will be asked for soon.
  void fetch(std::uint64_t h) const { fetch_line(&slots_[h & (slots_.size() - 1)]); }

  /// The id of an ASCII character that is a word of its own, or kUnknownWord. REQUIRES: it is
  /// ASCII.
  WordId find_mark(char mark) const { return marks_[static_cast<unsigned char>(mark)]; }

  std::string_view word(WordId id) const {
    return std::string_view(letters_).substr(words_[id].begin, words_[id].size);
  }
  std::size_t size() const { return words_.size(); }

  static std::uint64_t hash(std::string_view folded);
  /// The hash of a token as it stands in the text, the case of ASCII letters folded.
  static std::uint64_t hash_ascii(std::string_view token);

 private:
  struct Word {
    std::uint32_t begin = 0;  // in letters_
    std::uint32_t size = 0;
  };
  struct Slot {
    Chunk head = 0;  // the first letters of the word, 0 behind them
    WordId id = kUnknownWord;
    std::uint32_t size = 0;  // of the word
  };

  static std::uint64_t mix(std::uint64_t h, Chunk chunk) {
    h = (h ^ chunk) * 0x9E3779B97F4A7C15u;
    return h ^ h >> 29;
  }
  /// The word of that hash, head and size that `is_it` accepts.
  template <typename IsIt>
  WordId look_up(std::uint64_t h, Chunk head, std::size_t size, const IsIt& is_it) const {
    const std::size_t mask = slots_.size() - 1;
    for (std::size_t i = h & mask;; i = (i + 1) & mask) {
      const Slot& slot = slots_[i];
      if (slot.id == kUnknownWord) return kUnknownWord;
      if (slot.head == head && slot.size == size && is_it(slot.id)) return slot.id;
    }
  }
  void insert(std::uint64_t h, WordId id);
  void grow();

  std::vector<Word> words_;
  std::string letters_;              // of all words, one after the other
  std::vector<Slot> slots_;          // open addressing, a power of two, at most half full
  std::array<WordId, 128> marks_{};  // of the words that are one ASCII character
};

}  // namespace recount
