// Which rules of a stage match a sketch, and where their matches begin: told for all rules at once,
// without trying any.
#pragma once

#include <array>
#include <atomic>
#include <compare>
#include <cstdint>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "extractor/rules/instructions.h"
#include "extractor/rules/pattern.h"

namespace recount {

struct RuleStart {
  std::uint32_t rule = 0;                              // its place in the stage
  std::int32_t at = 0;                                 // symbol of the sketch
  auto operator<=>(const RuleStart&) const = default;  // by rule, then by place
};

/// Learns while it is asked, behind a lock; what it knows it tells without one. Any number of
/// threads may ask. What it learns takes at most some ten megabytes.
class StartFinder {
 public:
  /// Of no rules.
  StartFinder() : StartFinder(std::vector<const Pattern*>{}) {}
  explicit StartFinder(const std::vector<const Pattern*>& patterns);

  /// All places at which a match begins, by rule and then by place.
  void find(std::string_view sketch, std::vector<RuleStart>& out) const;

 private:
  /// What the automaton knows when it has read a sketch from its end down to some place.
  struct State {
    std::vector<std::uint32_t> starts;           // rules of which a match begins here
    std::vector<std::uint32_t> starts_at_begin;  // likewise if the sketch begins here
    std::vector<std::int32_t> places;            // instructions that wait for a symbol, ascending
  };
  /// The number of a known state and whether a match begins there; 0 is no state.
  using Step = std::uint16_t;
  static constexpr Step kStarts = 1U << 15;
  static constexpr Step kNumber = kStarts - 1;

  struct Automaton {
    std::mutex mutex;
    std::vector<State> states;                      // from 1; never moves
    std::unique_ptr<std::atomic<Step>[]> steps;     // by state and class of symbols; 0: not known
    std::unordered_map<std::string, Step> known;    // by the bytes of its lists
    std::vector<std::vector<std::int32_t>> opened;  // by class: what the first symbol of a match
    std::vector<bool> opened_known;                 // leads to, and whether it has been asked
  };

  void classify();
  Step step(const State& state, std::uint8_t symbol_class, State& loose) const;
  Step intern(State& state) const;
  void close(const std::vector<std::int32_t>& seeds, bool at_end, State& out) const;
  void settle(State& state) const;

  Instructions backward_{Direction::kBackward};
  std::vector<std::int32_t> begins_;                   // of the patterns
  std::vector<std::uint32_t> empty_, empty_at_begin_;  // rules that match nothing at all as well
  std::vector<std::int32_t> fresh_;           // places that a match beginning anywhere waits at
  std::array<std::uint8_t, 256> class_of_{};  // symbols that no set tells apart share a class
  std::vector<char> member_;                  // a symbol of each class
  std::unique_ptr<Automaton> automaton_;
  Step initial_ = 0;
};

}  // namespace recount
