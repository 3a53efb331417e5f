// A pattern compiled for matching: a small backtracking machine over the symbols of a sketch.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "extractor/rules/instructions.h"
#include "extractor/rules/pattern.h"

namespace recount {

/// Symbols [begin, end) of a sketch.
struct Span {
  std::int32_t begin = -1;  // -1: the slot took no part in the match
  std::int32_t end = -1;

  bool matched() const { return begin >= 0; }
  bool contains(std::int32_t i) const { return begin <= i && i < end; }
  bool operator==(const Span&) const = default;
};

/// Scratch memory of a match, reused between matches of one thread.
struct MatchScratch {
  struct Job {
    std::int32_t pc;  // below 0: restore capture -pc - 1 to `at`
    std::int32_t at;
  };
  std::vector<Job> jobs;
  std::vector<bool> visited;  // by instruction and symbol
  std::vector<std::int32_t> captures;
};

/// Immutable once compiled; any number of threads may match with it, each with its own scratch.
class Program {
 public:
  explicit Program(const Pattern& pattern);

  /// The match that begins at symbol `start`, if there is one; of several the one that prefers
  /// earlier branches and more repetitions, as Perl and RE2 do. Linear in the length of the sketch
  /// times the length of the program. `slots` gets one span per slot of the pattern.
  bool match(std::string_view sketch, std::int32_t start, MatchScratch& scratch, Span& span,
             std::vector<Span>& slots) const;

  const Instructions& code() const { return code_; }

 private:
  void look_ahead();
  std::uint16_t index_of(const SymbolSet& set);
  /// Whether a match can go on from the instruction with that symbol; kNoSymbol: at the end.
  /// REQUIRES: a kSplit leads there, or it is the first.
  bool goes_on(std::int32_t pc, Symbol symbol) const {
    return ahead_[ahead_of_[static_cast<std::size_t>(pc)]][symbol];
  }
  bool run(std::string_view sketch, std::int32_t start, MatchScratch& scratch) const;

  Instructions code_;
  std::size_t slot_count_;
  std::vector<SymbolSet> ahead_;         // what can come next at some instruction, each set once
  std::vector<std::uint16_t> ahead_of_;  // by instruction: the number of its set
};

}  // namespace recount
