// Patterns compiled for matching: a small backtracking machine over the symbols of a sketch.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "extractor/rules/instructions.h"
#include "extractor/rules/pattern.h"
#include "extractor/rules/symbol_sets.h"

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
  std::vector<std::uint64_t> visited;  // by fork, a bit a symbol
  std::vector<std::int32_t> captures;
};

class Programs;

/// A compiled pattern: where it stands among the programs of all rules.
struct Program {
  const Programs* programs = nullptr;
  std::uint32_t begin = 0;  // its first step
  std::uint16_t slots = 0;
  std::uint16_t forks = 0;
  SymbolSets::Id first = 0;  // what a match can begin with

  /// The match that begins at symbol `start`, if there is one; of several the one that prefers
  /// earlier branches and more repetitions, as Perl and RE2 do. Linear in the length of the sketch
  /// times the length of the program. `spans` gets one span per slot of the pattern. Any number of
  /// threads may match at a time, each with its own scratch. REQUIRES: it is compiled.
  bool match(std::string_view sketch, std::int32_t start, MatchScratch& scratch, Span& span,
             std::vector<Span>& spans) const;
};

/// The programs of all rules, one behind the other, and the sets that they share: a sentence asks
/// for few of many, and what these need should fit the caches. Filled by compile(), then read by
/// any number of threads.
class Programs {
 public:
  /// Compiles the pattern; the result refers to this object, which must neither move nor end before
  /// it. `opening` gets how matches begin. REQUIRES: fewer than 65536 instructions.
  Program compile(const Pattern& pattern, Opening& opening);

 private:
  friend struct Program;

  /// An instruction with all that running it asks for.
  struct Step {
    std::uint16_t next = 0;
    std::uint16_t other = 0;       // kSplit
    SymbolSets::Id set = 0;        // kSet: accepts; kSplit: what can follow `next`
    SymbolSets::Id other_set = 0;  // kSplit: what can follow `other`
    std::uint16_t number = 0;      // kSave: capture; kSplit: which of the program
    Instruction::Op op = Instruction::Op::kMatch;
  };

  bool run(const Program& program, std::string_view sketch, std::int32_t start,
           MatchScratch& scratch) const;

  std::vector<Step> steps_;
  SymbolSets sets_;
};

}  // namespace recount
