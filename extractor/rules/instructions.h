// A pattern as a list of instructions, for the machines that run it.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "extractor/rules/pattern.h"

namespace recount {

/// A set of symbols as four words, quick to ask.
using SymbolMask = std::array<std::uint64_t, 4>;

inline bool holds(const SymbolMask& mask, char symbol) {
  const auto s = static_cast<std::uint8_t>(symbol);
  return (mask[s >> 6] >> (s & 63) & 1) != 0;
}

struct Instruction {
  enum class Op : std::uint8_t { kSet, kSplit, kJump, kSave, kBegin, kEnd, kMatch };
  Op op;
  std::int32_t x = 0;  // kSet: mask; kSplit: preferred branch; kJump: target; kSave: capture
  std::int32_t y = 0;  // kSplit: other branch
};

/// Thompson's construction: begins at 0, ends with its only kMatch.
struct Instructions {
  std::vector<Instruction> code;
  std::vector<SymbolMask> masks;  // each once
};

enum class Direction {
  kForward,
  kBackward,  // for a sketch read from its end; saves nothing
};

Instructions compile(const Pattern& pattern, Direction direction);

}  // namespace recount
