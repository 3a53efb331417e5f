// Method: all patterns backwards, as one deterministic automaton built state by state on demand,
// read the sketch from its end. The state at a place tells which rules match from there on, because
// all that could follow has been read. One look-up a symbol replaces trying each rule at each
// place. Sketches of news are much alike: some thousands of states serve nearly all. When there is
// no room for more, steps out of the known states are worked out anew each time.
#include "extractor/rules/start_finder.h"

#include <algorithm>

namespace recount {
namespace {

using Op = Instruction::Op;

constexpr std::size_t kMostStates = 8192;
constexpr std::size_t kSymbols = 256;

void append_bytes(const std::vector<std::uint32_t>& list, std::string& out) {
  const auto size = static_cast<std::uint32_t>(list.size());
  out.append(reinterpret_cast<const char*>(&size), sizeof size);
  out.append(reinterpret_cast<const char*>(list.data()), list.size() * sizeof list[0]);
}

template <typename List>
void sort_unique(List& list) {
  std::sort(list.begin(), list.end());
  list.erase(std::unique(list.begin(), list.end()), list.end());
}

}  // namespace

StartFinder::StartFinder(const std::vector<const Pattern*>& patterns)
    : automaton_(std::make_unique<Automaton>()) {
  for (const Pattern* pattern : patterns) begins_.push_back(backward_.add(*pattern));
  automaton_->opened.resize(kSymbols);
  State fresh;
  close(begins_, false, fresh);
  fresh_ = std::move(fresh.places);
  State initial;
  close(begins_, true, initial);
  settle(initial);
  initial_ = intern(initial);
}

void StartFinder::find(std::string_view sketch, std::vector<RuleStart>& out) const {
  out.clear();
  State loose[2];  // of which one is read and one is written
  int spare = 0;
  const State* state = initial_;
  const auto note = [&out](const std::vector<std::uint32_t>& rules, std::size_t at) {
    for (const std::uint32_t rule : rules) out.push_back({rule, static_cast<std::int32_t>(at)});
  };
  for (std::size_t i = sketch.size();; --i) {
    note(i == 0 ? state->starts_at_begin : state->starts, i);
    if (i == 0) break;
    const char symbol = sketch[i - 1];
    const State* next = nullptr;
    if (state->next != nullptr)
      next = state->next[static_cast<std::uint8_t>(symbol)].load(std::memory_order_acquire);
    if (next == nullptr) {
      next = step(*state, symbol, loose[spare]);
      if (next == &loose[spare]) spare = 1 - spare;
    }
    state = next;
  }
  std::sort(out.begin(), out.end(), [](const RuleStart& a, const RuleStart& b) {
    return a.rule != b.rule ? a.rule < b.rule : a.at < b.at;
  });
}

/// The state after one more symbol: a known one, or `loose` when there is no room for it.
const StartFinder::State* StartFinder::step(const State& state, char symbol, State& loose) const {
  const std::lock_guard<std::mutex> lock(automaton_->mutex);
  const auto after = [&](const std::vector<std::int32_t>& places, std::vector<std::int32_t>& out) {
    for (const std::int32_t pc : places) {
      if (backward_.accepts(backward_[pc], symbol)) out.push_back(pc + 1);
    }
  };
  auto& opened = automaton_->opened[static_cast<std::uint8_t>(symbol)];
  if (opened == nullptr) {
    opened = std::make_unique<std::vector<std::int32_t>>();
    after(fresh_, *opened);
  }
  std::vector<std::int32_t> seeds = *opened;  // a match may end anywhere
  after(state.places, seeds);
  loose = {};
  close(std::move(seeds), false, loose);
  settle(loose);
  const State* next = intern(loose);
  if (next == nullptr) return &loose;
  if (state.next != nullptr)
    state.next[static_cast<std::uint8_t>(symbol)].store(next, std::memory_order_release);
  return next;
}

/// The known state that equals `state`, which it becomes if it is new; null when there is no room.
const StartFinder::State* StartFinder::intern(State& state) const {
  std::string key;
  append_bytes(state.starts, key);
  append_bytes(state.starts_at_begin, key);
  key.append(reinterpret_cast<const char*>(state.places.data()),
             state.places.size() * sizeof state.places[0]);
  const auto it = automaton_->known.find(key);
  if (it != automaton_->known.end()) return it->second;
  if (automaton_->states.size() >= kMostStates) return nullptr;
  state.next = std::make_unique<std::atomic<const State*>[]>(kSymbols);
  automaton_->states.push_back(std::make_unique<State>(std::move(state)));
  return automaton_->known[std::move(key)] = automaton_->states.back().get();
}

/// Follows the instructions that read nothing.
void StartFinder::close(std::vector<std::int32_t> seeds, bool at_end, State& out) const {
  std::vector<bool> seen(backward_.size()), begun(backward_.size());
  std::vector<std::int32_t> after_begin;
  const auto walk = [&](std::vector<std::int32_t>& todo, std::vector<bool>& marks, bool at_begin) {
    while (!todo.empty()) {
      const std::int32_t pc = todo.back();
      todo.pop_back();
      if (marks[static_cast<std::size_t>(pc)]) continue;
      marks[static_cast<std::size_t>(pc)] = true;
      const Instruction& in = backward_[pc];
      switch (in.op) {
        case Op::kSplit:
          todo.push_back(in.x);
          todo.push_back(in.y);
          break;
        case Op::kJump:
          todo.push_back(in.x);
          break;
        case Op::kSave:
          todo.push_back(pc + 1);
          break;
        case Op::kBegin:
          (at_begin ? todo : after_begin).push_back(pc + 1);
          break;
        case Op::kEnd:
          if (at_end) todo.push_back(pc + 1);
          break;
        case Op::kSet:
          if (!at_begin) out.places.push_back(pc);
          break;
        case Op::kMatch:
          (at_begin ? out.starts_at_begin : out.starts).push_back(static_cast<std::uint32_t>(in.x));
          break;
      }
    }
  };
  walk(seeds, seen, false);
  walk(after_begin, begun, true);
  out.starts_at_begin.insert(out.starts_at_begin.end(), out.starts.begin(), out.starts.end());
}

/// What every state waits at need not be remembered with each.
void StartFinder::settle(State& state) const {
  sort_unique(state.places);
  std::vector<std::int32_t> own;
  std::set_difference(state.places.begin(), state.places.end(), fresh_.begin(), fresh_.end(),
                      std::back_inserter(own));
  state.places = std::move(own);
  sort_unique(state.starts);
  sort_unique(state.starts_at_begin);
}

}  // namespace recount
