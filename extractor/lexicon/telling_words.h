// The words of which one stands in every text that holds a fact: found in any bytes, quickly.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "extractor/lexicon/lexicon.h"
#include "extractor/text/chunk.h"

namespace recount {

/// The names of parties, those that are other words as well included, the endings that make a name
/// a party's, and the words of the classes that speak of the vote (kSpeaksOfVote): whatever
/// speaks_of_vote() (extractor/discourse/topic.h) asks for. Immutable after loading; any number of
/// threads may ask.
class TellingWords {
 public:
  /// Of no words.
  TellingWords() = default;
  explicit TellingWords(const Lexicon& lexicon);

  /// Whether one of them stands in a text, loose or proper. Of a loose text it misses none that
  /// annotate() finds in the text read properly, and finds some more.
  bool stand_in(std::string_view text) const;

 private:
  struct Phrase {
    Chunk beside = 0;               // the first letters of the run behind or else before it, if any
    bool capital = false;           // it counts only with a capital
    bool ending = false;            // of a local party's name
    std::size_t telling = 0;        // the run that is looked for
    std::vector<std::string> runs;  // of ASCII letters, folded
  };
  /// A run that is looked for, and its phrases: [begin, end) of phrases_.
  struct Entry {
    Chunk head = 0;  // its first letters; 0 is a free place
    std::uint32_t begin = 0, end = 0;
  };
  /// Bits for the hashes of what was added: quick to say what was not.
  class Filter {
   public:
    void add(Chunk letters) {
      const std::size_t h = hash(letters) % kBits;
      bits_[h / 64] |= std::uint64_t{1} << (h % 64);
    }
    bool may_have(Chunk letters) const {
      const std::size_t h = hash(letters) % kBits;
      return (bits_[h / 64] >> (h % 64) & 1) != 0;
    }

   private:
    static constexpr std::size_t kBits = std::size_t{1} << 16;
    std::vector<std::uint64_t> bits_ = std::vector<std::uint64_t>(kBits / 64);
  };
  class Reader;

  void add(const Lexicon& lexicon, std::span<const WordId> words, Phrase phrase);
  void choose_telling();
  void index();
  static std::size_t hash(Chunk head) { return (head * 0x9E3779B97F4A7C15u) >> 40; }
  /// Words that come and go within a name: "&" for "and", a possessive ending.
  static bool is_filler(std::string_view run) { return run == "and" || run == "s" || run == "amp"; }

  static constexpr std::size_t kOpening = 4;  // letters

  std::vector<Phrase> phrases_;  // by what is looked for
  std::vector<Entry> entries_;   // open addressing, a power of two
  Filter heads_;                 // of the entries
  Filter openings_;              // the first letters of the heads: one, two, up to kOpening
};

}  // namespace recount
