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

template <typename Number>
void append_bytes(const std::vector<Number>& list, std::string& out) {
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
  classify();
  const std::size_t classes = member_.size();
  automaton_->states.reserve(kMostStates);
  automaton_->states.emplace_back();  // no state
  automaton_->steps.reset(new std::atomic<Step>[kMostStates * classes]());
  automaton_->opened.resize(classes);
  automaton_->opened_known.resize(classes);
  State fresh;
  close(begins_, false, fresh);
  fresh_ = std::move(fresh.places);
  empty_ = std::move(fresh.starts);
  empty_at_begin_ = std::move(fresh.starts_at_begin);
  State initial;
  close(begins_, true, initial);
  settle(initial);
  initial_ = intern(initial);
}

/// Each set of the patterns parts the classes that it holds in part.
void StartFinder::classify() {
  member_.assign(1, 0);
  for (const SymbolSet& set : backward_.sets()) {
    std::array<bool, 256> inside{}, outside{};
    for (std::size_t s = 0; s < 256; ++s) (set[s] ? inside : outside)[class_of_[s]] = true;
    std::array<std::uint8_t, 256> part{};
    for (std::size_t s = 0; s < 256; ++s) {
      const std::uint8_t old = class_of_[s];
      if (!set[s] || !inside[old] || !outside[old]) continue;
      if (part[old] == 0) {
        part[old] = static_cast<std::uint8_t>(member_.size());
        member_.push_back(0);
      }
      class_of_[s] = part[old];
    }
  }
  for (std::size_t s = 0; s < 256; ++s) member_[class_of_[s]] = static_cast<char>(s);
}

void StartFinder::find(std::string_view sketch, std::vector<RuleStart>& out) const {
  out.clear();
  const std::vector<State>& states = automaton_->states;
  const std::atomic<Step>* steps = automaton_->steps.get();
  const auto note = [&out](const std::vector<std::uint32_t>& rules, std::size_t at) {
    for (const std::uint32_t rule : rules) out.push_back({rule, static_cast<std::int32_t>(at)});
  };
  State loose;         // the state at hand where it is not a known one
  Step at = initial_;  // then 0
  for (std::size_t i = sketch.size();; --i) {
    const std::size_t number = at & kNumber;
    if (i == 0) note((at == 0 ? loose : states[number]).starts_at_begin, i);
    if (i == 0) break;
    if (at == 0 || (at & kStarts) != 0) note((at == 0 ? loose : states[number]).starts, i);
    const std::uint8_t c = class_of_[static_cast<std::uint8_t>(sketch[i - 1])];
    Step next = at == 0 ? Step{0} : steps[c * kMostStates + number].load(std::memory_order_acquire);
    if (next == 0) {
      State after;
      next = step(at == 0 ? loose : states[number], c, after);
      if (next == 0) loose = std::move(after);
      if (next != 0 && at != 0)
        automaton_->steps[c * kMostStates + number].store(next, std::memory_order_release);
    }
    at = next;
  }
  std::sort(out.begin(), out.end());
}

/// The state after one more symbol: a known one, or 0 and `loose` when there is no room for it.
StartFinder::Step StartFinder::step(const State& state, std::uint8_t symbol_class,
                                    State& loose) const {
  const std::lock_guard<std::mutex> lock(automaton_->mutex);
  const auto after = [&](const std::vector<std::int32_t>& places, std::vector<std::int32_t>& out) {
    for (const std::int32_t pc : places) {
      if (backward_.accepts(backward_[pc], member_[symbol_class])) out.push_back(pc + 1);
    }
  };
  auto& opened = automaton_->opened[symbol_class];
  if (!automaton_->opened_known[symbol_class]) after(fresh_, opened);
  automaton_->opened_known[symbol_class] = true;
  std::vector<std::int32_t> seeds = opened;  // a match may end anywhere
  after(state.places, seeds);
  close(seeds, false, loose);
  loose.starts.insert(loose.starts.end(), empty_.begin(), empty_.end());
  loose.starts_at_begin.insert(loose.starts_at_begin.end(), empty_at_begin_.begin(),
                               empty_at_begin_.end());
  settle(loose);
  return intern(loose);
}

/// The known state that equals `state`, which it becomes if it is new; 0 when there is no room.
StartFinder::Step StartFinder::intern(State& state) const {
  std::string key;
  append_bytes(state.starts, key);
  append_bytes(state.starts_at_begin, key);
  append_bytes(state.places, key);
  const auto it = automaton_->known.find(key);
  if (it != automaton_->known.end()) return it->second;
  auto& states = automaton_->states;
  if (states.size() >= kMostStates) return 0;
  const auto step = static_cast<Step>(states.size() | (state.starts.empty() ? 0U : kStarts));
  states.push_back(std::move(state));
  return automaton_->known[std::move(key)] = step;
}

/// Follows the instructions that read nothing.
void StartFinder::close(const std::vector<std::int32_t>& seeds, bool at_end, State& out) const {
  std::vector<bool> seen(backward_.size()), begun(backward_.size());
  std::vector<std::int32_t> before_begin = seeds, after_begin;
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
  walk(before_begin, seen, false);
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
