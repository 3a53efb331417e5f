// Method: where two branches can go on with the symbol at hand, the second waits until the first
// has failed. A bit for each pair of such a fork and a place remembers what has been tried (as in
// RE2's BitState), so that nothing is tried twice and time stays linear. Sketches are short, which
// makes this several times faster than a general regular-expression engine, whose fixed costs are
// larger.
#include "extractor/rules/program.h"

#include <algorithm>

namespace recount {

using Op = Instruction::Op;

Program::Program(const Pattern& pattern) : code_(pattern), slot_count_(pattern.slots.size()) {
  look_ahead();
}

/// Of each instruction, the symbols with which a match can go on from there.
void Program::look_ahead() {
  const auto size = static_cast<std::int32_t>(code_.size());
  std::vector<SymbolSet> sets(code_.size());
  const auto at = [&sets](std::int32_t pc) -> SymbolSet& {
    return sets[static_cast<std::size_t>(pc)];
  };
  for (bool changed = true; changed;) {  // again for what leads backwards
    changed = false;
    for (std::int32_t pc = size - 1; pc >= 0; --pc) {
      const Instruction& in = code_[pc];
      SymbolSet set;
      switch (in.op) {
        case Op::kSet:
          set = code_.set(in);
          set.reset(kNoSymbol);
          break;
        case Op::kSplit:
          set = at(in.next) | at(in.other);
          break;
        case Op::kJump:
        case Op::kSave:
        case Op::kBegin:
          set = at(in.next);
          break;
        case Op::kEnd:
          set.set(kNoSymbol);
          break;
        case Op::kMatch:
          set.set();
          break;
      }
      changed = changed || set != at(pc);
      at(pc) = set;
    }
  }
  ahead_of_.resize(code_.size());
  const auto keep = [&](std::int32_t pc) {
    ahead_of_[static_cast<std::size_t>(pc)] = index_of(at(pc));
  };
  keep(0);
  for (std::int32_t pc = 0; pc < size; ++pc) {
    if (code_[pc].op != Op::kSplit) continue;
    keep(code_[pc].next);
    keep(code_[pc].other);
  }
}

std::uint16_t Program::index_of(const SymbolSet& set) {
  const auto it = std::find(ahead_.begin(), ahead_.end(), set);
  const auto index = static_cast<std::uint16_t>(it - ahead_.begin());
  if (it == ahead_.end()) ahead_.push_back(set);
  return index;
}

bool Program::match(std::string_view sketch, std::int32_t start, MatchScratch& scratch, Span& span,
                    std::vector<Span>& slots) const {
  if (!run(sketch, start, scratch)) return false;
  span = {start, scratch.captures.back()};
  slots.resize(slot_count_);
  for (std::size_t i = 0; i < slot_count_; ++i) {
    slots[i] = {scratch.captures[2 * i], scratch.captures[2 * i + 1]};
    if (slots[i].end < 0) slots[i] = {};
  }
  return true;
}

bool Program::run(std::string_view sketch, std::int32_t start, MatchScratch& scratch) const {
  const auto size = static_cast<std::int32_t>(sketch.size());
  const auto symbol_at = [&](std::int32_t at) {
    return at < size ? static_cast<Symbol>(sketch[static_cast<std::size_t>(at)]) : kNoSymbol;
  };
  if (!goes_on(0, symbol_at(start))) return false;
  scratch.captures.assign(2 * slot_count_ + 1, -1);
  auto& jobs = scratch.jobs;
  jobs.clear();
  const std::size_t width = sketch.size() + 1;
  bool forked = false;  // before, nothing can be tried twice
  for (std::int32_t pc = 0, at = start;;) {
    const Instruction& in = code_[pc];
    bool alive = true;
    const std::int32_t split = pc;
    pc = in.next;
    switch (in.op) {
      case Op::kSet:
        alive = at < size && code_.set(in)[symbol_at(at)];
        ++at;
        break;
      case Op::kSplit: {
        const bool first = goes_on(in.next, symbol_at(at));
        const bool second = goes_on(in.other, symbol_at(at));
        if (first && second && !forked) {
          scratch.visited.assign(code_.size() * width, false);
          forked = true;
        }
        alive = first || second;
        if (!first) pc = in.other;
        if (!alive || !forked) break;
        auto visited =
            scratch.visited[static_cast<std::size_t>(split) * width + static_cast<std::size_t>(at)];
        alive = !visited;
        visited = true;
        if (alive && first && second) jobs.push_back({in.other, at});
        break;
      }
      case Op::kJump:
        break;
      case Op::kSave: {
        auto& capture = scratch.captures[static_cast<std::size_t>(in.x)];
        if (forked) jobs.push_back({-in.x - 1, capture});  // else nothing comes back here
        capture = at;
        break;
      }
      case Op::kBegin:
        alive = at == 0;
        break;
      case Op::kEnd:
        alive = at == size;
        break;
      case Op::kMatch:
        scratch.captures.back() = at;
        return true;
    }
    while (!alive) {  // back to the last fork
      if (jobs.empty()) return false;
      const MatchScratch::Job job = jobs.back();
      jobs.pop_back();
      alive = job.pc >= 0;
      if (alive) {
        pc = job.pc;
        at = job.at;
      } else {
        scratch.captures[static_cast<std::size_t>(-job.pc - 1)] = job.at;
      }
    }
  }
}

}  // namespace recount
