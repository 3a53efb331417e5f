// The words that tell that a page may be about a council election: found in any bytes, quickly.
#pragma once

#include <bit>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "extractor/lexicon/lexicon.h"
#include "extractor/text/chunk.h"

namespace recount {

/// What a text tells. Sums up what several texts tell, too.
struct Told {
  bool party = false;        // a party, perhaps by a word that is something else as well ("Green")
  bool plain_party = false;  // by a name that is hardly anything else ("Labour")
  std::uint64_t kinds = 0;   // a bit for each class that speaks of councils or of elections to them
  std::size_t words = 0;     // of the text, as far as it was read

  /// Whether more could not tell more: the text may be about a council election, however long it
  /// is.
  bool enough() const { return plain_party || std::popcount(kinds) + (party ? 1 : 0) >= 2; }
};

/// The names of parties, the endings that make a name a party's, and the words of the classes with
/// the roles local-election and council-talk. Immutable after loading; any number of threads may
/// ask.
class TellingWords {
 public:
  /// Of no words.
  TellingWords() = default;
  explicit TellingWords(const Lexicon& lexicon);

  /// Adds to `told` what a loose text tells. It misses no mention that annotate() makes of the text
  /// read properly, and finds some more; but stops where that is enough.
  void read(std::string_view text, Told& told) const;

 private:
  struct Phrase {
    std::uint64_t kind = 0;         // the bit of its class; 0 for a party
    Chunk beside = 0;               // the first letters of the run behind or else before it, if any
    bool capital = false;           // it counts only with a capital
    bool ending = false;            // of a local party's name
    bool plain = false;             // a party's name that needs no proof
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
