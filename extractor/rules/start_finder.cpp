// Method: the pattern backwards, as a deterministic automaton built state by state on demand, reads
// the sketch from its end. Its state at a place tells whether some match begins there, because all
// that could follow has been read. One look-up a symbol replaces a search from each place.
#include "extractor/rules/start_finder.h"

namespace recount {
namespace {

using Op = Instruction::Op;

/// Patterns of the usual size need a few dozen; the limit keeps hostile sketches from filling the
/// memory.
constexpr std::size_t kMostStates = 1000;

}  // namespace

StartFinder::StartFinder(const Pattern& pattern)
    : backward_(compile(pattern, Direction::kBackward)), automaton_(std::make_unique<Automaton>()) {
  // Each set splits the classes that it holds in part.
  member_.assign(1, 0);
  std::vector<int> split;
  for (const SymbolMask& mask : backward_.masks) {
    split.assign(member_.size(), -1);
    std::vector<bool> inside(member_.size()), outside(member_.size());
    for (unsigned s = 0; s < 256; ++s)
      (holds(mask, static_cast<char>(s)) ? inside : outside)[class_of_[s]] = true;
    for (unsigned s = 0; s < 256; ++s) {
      const std::uint8_t c = class_of_[s];
      if (!inside[c] || !outside[c] || !holds(mask, static_cast<char>(s))) continue;
      if (split[c] < 0) {
        split[c] = static_cast<int>(member_.size());
        member_.push_back(0);
      }
      class_of_[s] = static_cast<std::uint8_t>(split[c]);
    }
  }
  for (unsigned s = 0; s < 256; ++s) member_[class_of_[s]] = static_cast<char>(s);

  State& full = automaton_->states.emplace_back();
  full.starts = full.starts_at_begin = true;
  full.next = std::make_unique<std::atomic<const State*>[]>(member_.size());
  for (std::size_t c = 0; c < member_.size(); ++c) full.next[c].store(&full);
  automaton_->full = &full;
  initial_ = intern({0}, true);
}

std::int32_t StartFinder::find(std::string_view sketch, std::int32_t from) const {
  const State* state = initial_;
  auto i = static_cast<std::int32_t>(sketch.size());
  std::int32_t found = state->starts || (i == 0 && state->starts_at_begin) ? i : -1;
  while (i > from) {
    const std::uint8_t c =
        class_of_[static_cast<std::uint8_t>(sketch[static_cast<std::size_t>(--i)])];
    const State* next = state->next[c].load(std::memory_order_acquire);
    state = next != nullptr ? next : step(*state, c);
    if (state->starts) found = i;
  }
  if (i == 0 && state->starts_at_begin) found = 0;
  return found < from ? -1 : found;
}

const StartFinder::State* StartFinder::step(const State& state, std::uint8_t symbol_class) const {
  const std::lock_guard<std::mutex> lock(automaton_->mutex);
  std::vector<std::int32_t> seeds{0};  // a match may end anywhere
  for (const std::int32_t pc : state.places) {
    const Instruction& in = backward_.code[static_cast<std::size_t>(pc)];
    if (holds(backward_.masks[static_cast<std::size_t>(in.x)], member_[symbol_class]))
      seeds.push_back(pc + 1);
  }
  const State* next = intern(seeds, false);
  state.next[symbol_class].store(next, std::memory_order_release);
  return next;
}

const StartFinder::State* StartFinder::intern(const std::vector<std::int32_t>& seeds,
                                              bool at_end) const {
  const std::size_t size = backward_.code.size();
  std::vector<bool> anywhere(size), at_begin(size);
  for (const std::int32_t pc : seeds) {
    follow(pc, at_end, false, anywhere);
    follow(pc, at_end, true, at_begin);
  }
  std::vector<std::int32_t> key{anywhere.back(), at_begin.back()};
  for (std::size_t pc = 0; pc < size; ++pc) {
    if (anywhere[pc] && backward_.code[pc].op == Op::kSet)
      key.push_back(static_cast<std::int32_t>(pc));
  }
  const auto [it, fresh] = automaton_->known.try_emplace(key, nullptr);
  if (!fresh) return it->second;
  if (automaton_->states.size() >= kMostStates) return it->second = automaton_->full;
  State& state = automaton_->states.emplace_back();
  state.starts = anywhere.back();
  state.starts_at_begin = at_begin.back();
  state.places.assign(key.begin() + 2, key.end());
  state.next = std::make_unique<std::atomic<const State*>[]>(member_.size());
  return it->second = &state;
}

/// Marks what `pc` leads to without reading a symbol.
void StartFinder::follow(std::int32_t pc, bool at_end, bool at_begin,
                         std::vector<bool>& seen) const {
  std::vector<std::int32_t> todo{pc};
  while (!todo.empty()) {
    const std::int32_t at = todo.back();
    todo.pop_back();
    if (seen[static_cast<std::size_t>(at)]) continue;
    seen[static_cast<std::size_t>(at)] = true;
    const Instruction& in = backward_.code[static_cast<std::size_t>(at)];
    switch (in.op) {
      case Op::kSplit:
        todo.push_back(in.x);
        todo.push_back(in.y);
        break;
      case Op::kJump:
        todo.push_back(in.x);
        break;
      case Op::kSave:
        todo.push_back(at + 1);
        break;
      case Op::kBegin:
        if (at_begin) todo.push_back(at + 1);
        break;
      case Op::kEnd:
        if (at_end) todo.push_back(at + 1);
        break;
      case Op::kSet:
      case Op::kMatch:
        break;
    }
  }
}

}  // namespace recount
