// Which rules of a stage match a sketch, and where their matches begin: told for all rules at once,
// without trying any.
#pragma once

#include <atomic>
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
  std::uint32_t rule = 0;  // its place in the stage
  std::int32_t at = 0;     // symbol of the sketch
  bool operator==(const RuleStart&) const = default;
};

/// Learns while it is asked, behind a lock; what it knows it tells without one. Any number of
/// threads may ask. What it learns takes at most some twenty megabytes.
class StartFinder {
 public:
  /// Of no rules.
  StartFinder() : StartFinder(std::vector<const Pattern*>{}) {}
  explicit StartFinder(const std::vector<const Pattern*>& patterns);

  /// All places at which a match begins, by rule and then by place.
  void find(std::string_view sketch, std::vector<RuleStart>& out) const;

 private:
  struct State {
    std::vector<std::uint32_t> starts;           // rules of which a match begins here
    std::vector<std::uint32_t> starts_at_begin;  // likewise if the sketch begins here
    std::vector<std::int32_t> places;            // instructions that wait for a symbol, ascending
    std::unique_ptr<std::atomic<const State*>[]> next;  // by symbol; null where there was no room
  };
  struct Automaton {
    std::mutex mutex;
    std::vector<std::unique_ptr<State>> states;
    std::unordered_map<std::string, const State*> known;             // by the bytes of its lists
    std::vector<std::unique_ptr<std::vector<std::int32_t>>> opened;  // by symbol: what the first
                                                                     // symbol of a match leads to
  };

  const State* step(const State& state, char symbol, State& loose) const;
  const State* intern(State& state) const;
  void close(std::vector<std::int32_t> seeds, bool at_end, State& out) const;
  void settle(State& state) const;

  Instructions backward_{Direction::kBackward};
  std::vector<std::int32_t> begins_;  // of the patterns
  std::vector<std::int32_t> fresh_;   // places that a match beginning anywhere waits at
  std::unique_ptr<Automaton> automaton_;
  const State* initial_ = nullptr;
};

}  // namespace recount
