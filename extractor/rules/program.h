// A pattern compiled for matching: a small backtracking machine over the symbols of a sketch.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

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

/// Scratch memory of a search, reused between searches of one thread.
struct MatchScratch {
  struct Job {
    std::int32_t pc;  // below 0: restore capture -pc - 1 to `at`
    std::int32_t at;
  };
  std::vector<Job> jobs;
  std::vector<std::uint64_t> visited;
  std::vector<std::int32_t> captures;
};

/// Immutable once compiled; any number of threads may search with it, each with its own scratch.
class Program {
 public:
  explicit Program(const Pattern& pattern);

  /// The leftmost match that begins at symbol `from` or later; of several that begin there, the one
  /// that prefers earlier branches and more repetitions, as Perl and RE2 do. Linear in the length
  /// of the sketch times the length of the program. `slots` gets one span per slot of the pattern.
  bool search(std::string_view sketch, std::int32_t from, MatchScratch& scratch, Span& span,
              std::vector<Span>& slots) const;

  std::size_t size() const { return code_.size(); }

 private:
  enum class Op : std::uint8_t { kSet, kSplit, kJump, kSave, kBegin, kEnd, kMatch };
  struct Instruction {
    Op op;
    std::int32_t x = 0;  // kSet: set; kSplit: preferred branch; kJump: target; kSave: capture
    std::int32_t y = 0;  // kSplit: other branch
  };
  using Set = std::array<std::uint64_t, 4>;

  void compile(const PatternNode& node);
  std::int32_t emit(Op op, std::int32_t x = 0, std::int32_t y = 0);
  void find_prefix();
  bool can_start(std::string_view sketch, std::size_t at) const;
  bool run(std::string_view sketch, std::int32_t start, MatchScratch& scratch) const;
  static bool holds(const Set& set, char symbol) {
    const auto s = static_cast<std::uint8_t>(symbol);
    return (set[s >> 6] >> (s & 63) & 1) != 0;
  }

  std::vector<Instruction> code_;
  std::vector<Set> sets_;
  static constexpr std::size_t kPrefix = 3;
  std::array<Set, kPrefix> prefix_{};  // what a match can hold at its first places
  std::size_t prefix_length_ = 0;      // places at which every match holds a symbol, up to kPrefix
  bool anchored_ = false;              // only matches at the beginning of the sketch
  std::size_t slot_count_;
};

}  // namespace recount
