// Patterns as lists of instructions, for the machines that run them.
#pragma once

#include <cstdint>
#include <unordered_map>
#include <vector>

#include "extractor/rules/pattern.h"

namespace recount {

struct Instruction {
  enum class Op : std::uint8_t { kSet, kSplit, kJump, kSave, kBegin, kEnd, kMatch };
  Op op;
  std::int32_t x = 0;  // kSet: index of the set; kSplit: preferred branch; kJump: target;
                       // kSave: capture; kMatch: how many patterns were added before
  std::int32_t y = 0;  // kSplit: other branch
};

enum class Direction {
  kForward,
  kBackward,  // for a sketch read from its end; saves nothing
};

/// The patterns one after the other, by Thompson's construction; each ends with its only kMatch.
class Instructions {
 public:
  explicit Instructions(Direction direction) : backward_(direction == Direction::kBackward) {}

  /// Returns where the pattern begins.
  std::int32_t add(const Pattern& pattern);

  std::size_t size() const { return code_.size(); }
  const Instruction& operator[](std::int32_t pc) const {
    return code_[static_cast<std::size_t>(pc)];
  }
  /// The sets that the patterns name, each once.
  const std::vector<SymbolSet>& sets() const { return sets_; }
  /// REQUIRES: `in` is a kSet.
  bool accepts(const Instruction& in, char symbol) const {
    return sets_[static_cast<std::size_t>(in.x)][static_cast<std::uint8_t>(symbol)];
  }

 private:
  std::int32_t here() const { return static_cast<std::int32_t>(code_.size()); }
  std::int32_t emit(Instruction::Op op, std::int32_t x = 0, std::int32_t y = 0);
  std::int32_t index_of(const SymbolSet& set);
  void compile(const PatternNode& node);
  void compile_sequence(const std::vector<PatternNode>& nodes);
  void compile_choice(const std::vector<PatternNode>& branches);
  void compile_repeat(const PatternNode& node);

  bool backward_;
  std::int32_t patterns_ = 0;
  std::vector<Instruction> code_;
  std::vector<SymbolSet> sets_;
  std::unordered_map<SymbolSet, std::int32_t> set_index_;
};

}  // namespace recount
