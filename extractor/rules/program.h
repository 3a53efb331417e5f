// Patterns compiled for matching: a small backtracking machine over the symbols of a sketch.
#pragma once

#include <compare>
#include <cstdint>
#include <map>
#include <string_view>
#include <vector>

#include "extractor/rules/instructions.h"
#include "extractor/rules/pattern.h"
#include "extractor/rules/symbol_sets.h"
#include "extractor/text/fetch.h"

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
  std::vector<std::uint32_t> path;     // by symbol from the start: the edge that was taken
  std::vector<std::uint64_t> visited;  // by edge, a bit a symbol
};

class Programs;

/// A compiled pattern: where it stands among the programs of all rules.
struct Program {
  const Programs* programs = nullptr;
  std::uint32_t at_begin = 0;   // first edge of a match at the begin of a sketch
  std::uint32_t elsewhere = 0;  // of any other
  std::uint32_t edges = 0;
  std::uint32_t slots = 0;

  /// The match that begins at symbol `start`, if there is one; of several the one that prefers
  /// earlier branches and more repetitions, as Perl and RE2 do. Linear in the length of the sketch
  /// times the length of the program. `spans` gets one span per slot of the pattern. Any number of
  /// threads may match at a time, each with its own scratch. REQUIRES: it is compiled.
  bool match(std::string_view sketch, std::int32_t start, MatchScratch& scratch, Span& span,
             std::vector<Span>& spans) const;

  /// Has what a match at symbol `start` asks for first brought near, as it will be tried soon.
  void fetch(std::int32_t start) const;
};

/// The programs of all rules, one behind the other, and the sets that they share: a sentence asks
/// for few of many, and what these need should fit the caches. Filled by compile(), then read by
/// any number of threads.
class Programs {
 public:
  /// Compiles the pattern; the result refers to this object, which must neither move nor end before
  /// it. `openings` gets how matches of each branch begin. REQUIRES: all programs together have
  /// fewer than 2^31 edges, and fewer than 65536 sets and groups of slots that begin or end
  /// together.
  Program compile(const Pattern& pattern, std::vector<Opening>& openings);

 private:
  friend struct Program;
  class Compiler;

  /// One way on from a state of the machine. Those of a state stand together, the preferred first.
  struct Edge {
    std::uint32_t next : 31;  // first edge of the state behind the symbol; kMatched
    std::uint32_t last : 1;   // of its state
    SymbolSets::Id set;       // the symbols it reads; with kNoSymbol also the end of the sketch
    std::uint16_t saves;      // what gets the place before the symbol: the last Save, 0 is none
  };
  static constexpr std::uint32_t kMatched = (std::uint32_t{1} << 31) - 1;
  /// A capture that the place is saved to, and the one before it.
  struct Save {
    std::uint16_t capture = 0;  // 2 n for the begin of slot n, 2 n + 1 for its end
    std::uint16_t before = 0;
    auto operator<=>(const Save&) const = default;
  };
  std::uint16_t add_save(Save save);

  /// Fills scratch.path; the number of symbols that the match holds, or -1.
  std::int32_t run(const Program& program, std::string_view sketch, std::int32_t start,
                   MatchScratch& scratch) const;

  std::vector<Edge> edges_;
  std::vector<Save> saves_{{}};  // the first stands for none
  std::map<Save, std::uint16_t> save_ids_;
  SymbolSets sets_;
};

inline void Program::fetch(std::int32_t start) const {
  fetch_line(&programs->edges_[start == 0 ? at_begin : elsewhere]);
}

}  // namespace recount
