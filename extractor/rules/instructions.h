// Patterns as lists of instructions, for the machines that run them.
#pragma once

#include <cstdint>
#include <vector>

#include "extractor/rules/pattern.h"

namespace recount {

struct Instruction {
  enum class Op : std::uint8_t { kSet, kSplit, kJump, kSave, kBegin, kEnd, kMatch };
  Op op;
  std::int32_t x = 0;      // kSet: index of the set; kSave: capture
  std::int32_t next = 0;   // where it goes on; kSplit: preferred branch
  std::int32_t other = 0;  // kSplit: other branch
};

/// How matches of a pattern begin.
struct Opening {
  static constexpr std::size_t kSymbols = 4;  // of a match that are looked at
  std::vector<SymbolSet> symbols;  // that can stand in that place; kNoSymbol: the sketch has ended
  bool anywhere = false;           // not only at the begin of the sketch
};

/// A pattern by Thompson's construction; it begins with instruction 0 and ends with its only
/// kMatch.
class Instructions {
 public:
  explicit Instructions(const PatternNode& pattern);

  /// What can stand in the first `count` places from the begin of a match, in it or behind it, of
  /// those matches that begin with instruction `first`.
  Opening opening(std::int32_t first, std::size_t count) const;

  std::size_t size() const { return code_.size(); }
  std::size_t sets() const { return sets_.size(); }
  const Instruction& operator[](std::int32_t pc) const {
    return code_[static_cast<std::size_t>(pc)];
  }
  /// What a kSet accepts.
  const SymbolSet& set(const Instruction& in) const {
    return sets_[static_cast<std::size_t>(in.x)];
  }

 private:
  Instruction& at(std::int32_t pc) { return code_[static_cast<std::size_t>(pc)]; }
  std::int32_t here() const { return static_cast<std::int32_t>(code_.size()); }
  std::int32_t emit(Instruction::Op op, std::int32_t x = 0);
  void skip_jumps();
  std::int32_t index_of(const SymbolSet& set);
  void compile(const PatternNode& node);
  void compile_choice(const std::vector<PatternNode>& branches);
  void compile_repeat(const PatternNode& node);
  /// Memory of reach(), used again from call to call, and what it has found.
  struct Search {
    std::vector<std::int32_t> waiting;  // instructions that wait for a symbol
    std::vector<std::int32_t> todo;
    std::vector<std::uint32_t> seen;  // by instruction: the last round it was reached in
    std::uint32_t round = 0;
  };
  bool reach(const std::vector<std::int32_t>& from, bool at_begin, bool at_end,
             Search& search) const;

  std::vector<Instruction> code_;
  std::vector<SymbolSet> sets_;  // that the pattern names, each once
};

}  // namespace recount
