// Where in a sketch can a match of a pattern begin? Told exactly, without trying.
#pragma once

#include <atomic>
#include <cstdint>
#include <deque>
#include <map>
#include <memory>
#include <mutex>
#include <string_view>
#include <vector>

#include "extractor/rules/instructions.h"
#include "extractor/rules/pattern.h"

namespace recount {

/// Grows while it is asked, behind a lock; what is known already is read without one. Any number of
/// threads may ask.
class StartFinder {
 public:
  explicit StartFinder(const Pattern& pattern);

  /// The first symbol, `from` or later, at which a match begins; -1 when there is none. Where the
  /// automaton has outgrown its limit it may name a place at which none begins, but never misses
  /// one.
  std::int32_t find(std::string_view sketch, std::int32_t from) const;

 private:
  struct State {
    bool starts = false;               // a match begins before the symbol read last
    bool starts_at_begin = false;      // likewise if the sketch begins there
    std::vector<std::int32_t> places;  // instructions, ascending
    std::unique_ptr<std::atomic<const State*>[]> next;  // by class of symbols
  };
  struct Automaton {
    std::mutex mutex;
    std::deque<State> states;
    std::map<std::vector<std::int32_t>, const State*> known;
    const State* full = nullptr;  // stands for all that has no room
  };

  const State* step(const State& state, std::uint8_t symbol_class) const;
  const State* intern(const std::vector<std::int32_t>& seeds, bool at_end) const;
  void follow(std::int32_t pc, bool at_end, bool at_begin, std::vector<bool>& seen) const;

  Instructions backward_;
  std::array<std::uint8_t, 256> class_of_{};  // symbols that no set tells apart share a class
  std::vector<char> member_;                  // a symbol of each class
  std::unique_ptr<Automaton> automaton_;
  const State* initial_ = nullptr;
};

}  // namespace recount
