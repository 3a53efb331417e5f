// Method: where two branches can go on with the symbol at hand, the second waits until the first
// has failed. A bit for each pair of such a fork and a place remembers what has been tried (as in
// RE2's BitState), so that nothing is tried twice and time stays linear. Sketches are short, which
// makes this several times faster than a general regular-expression engine, whose fixed costs are
// larger.
#include "extractor/rules/program.h"

namespace recount {

using Op = Instruction::Op;

namespace {

/// Of each instruction, the symbols with which a match can go on from there; kNoSymbol: at the end.
std::vector<SymbolSet> look_ahead(const Instructions& code) {
  const auto size = static_cast<std::int32_t>(code.size());
  std::vector<SymbolSet> sets(code.size());
  const auto at = [&sets](std::int32_t pc) -> SymbolSet& {
    return sets[static_cast<std::size_t>(pc)];
  };
  for (bool changed = true; changed;) {  // again for what leads backwards
    changed = false;
    for (std::int32_t pc = size - 1; pc >= 0; --pc) {
      const Instruction& in = code[pc];
      SymbolSet set;
      switch (in.op) {
        case Op::kSet:
          set = code.set(in);
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
  return sets;
}

}  // namespace

Program Programs::compile(const Pattern& pattern, Opening& opening) {
  const Instructions code(pattern);
  opening = code.opening(Opening::kSymbols);
  const std::vector<SymbolSet> ahead = look_ahead(code);
  constexpr std::int32_t kUnasked = -1;
  std::vector<std::int32_t> ids(ahead.size(), kUnasked);  // by instruction: the number of its set
  const auto set_at = [&](std::int32_t pc) {
    const auto index = static_cast<std::size_t>(pc);
    if (ids[index] == kUnasked) ids[index] = sets_.add(ahead[index]);
    return static_cast<SymbolSets::Id>(ids[index]);
  };
  Program program;
  program.programs = this;
  program.begin = static_cast<std::uint32_t>(steps_.size());
  program.slots = static_cast<std::uint16_t>(pattern.slots.size());
  program.first = set_at(0);
  for (std::int32_t pc = 0; pc < static_cast<std::int32_t>(code.size()); ++pc) {
    const Instruction& in = code[pc];
    Step step;
    step.op = in.op;
    step.next = static_cast<std::uint16_t>(in.next);
    step.other = static_cast<std::uint16_t>(in.other);
    if (in.op == Op::kSet) step.set = set_at(pc);
    if (in.op == Op::kSave) step.number = static_cast<std::uint16_t>(in.x);
    if (in.op == Op::kSplit) {
      step.set = set_at(in.next);
      step.other_set = set_at(in.other);
      step.number = program.forks++;
    }
    steps_.push_back(step);
  }
  return program;
}

bool Program::match(std::string_view sketch, std::int32_t start, MatchScratch& scratch, Span& span,
                    std::vector<Span>& spans) const {
  if (!programs->run(*this, sketch, start, scratch)) return false;
  span = {start, scratch.captures.back()};
  spans.resize(slots);
  for (std::size_t i = 0; i < slots; ++i) {
    spans[i] = {scratch.captures[2 * i], scratch.captures[2 * i + 1]};
    if (spans[i].end < 0) spans[i] = {};
  }
  return true;
}

bool Programs::run(const Program& program, std::string_view sketch, std::int32_t start,
                   MatchScratch& scratch) const {
  const auto size = static_cast<std::int32_t>(sketch.size());
  const auto row_at = [&](std::int32_t at) {
    return sets_.row(at < size ? static_cast<Symbol>(sketch[static_cast<std::size_t>(at)])
                               : kNoSymbol);
  };
  const SymbolSets::Word* here = row_at(start);
  if (!SymbolSets::has(here, program.first)) return false;
  scratch.captures.assign(2 * std::size_t{program.slots} + 1, -1);
  auto& jobs = scratch.jobs;
  jobs.clear();
  const std::size_t width = sketch.size() / 64 + 1;
  bool forked = false;  // before, nothing can be tried twice
  const Step* const steps = &steps_[program.begin];
  std::int32_t pc = 0, at = start;
  for (;;) {
    const Step& step = steps[pc];
    bool alive = true;
    pc = step.next;
    switch (step.op) {
      case Op::kSet:
        alive = SymbolSets::has(here, step.set);
        here = row_at(++at);
        break;
      case Op::kSplit: {
        const bool first = SymbolSets::has(here, step.set);
        const bool second = SymbolSets::has(here, step.other_set);
        if (first && second && !forked) {
          scratch.visited.assign(program.forks * width, 0);
          forked = true;
        }
        alive = first || second;
        if (!first) pc = step.other;
        if (!alive || !forked) break;
        const auto place = static_cast<std::size_t>(at);
        std::uint64_t& visited = scratch.visited[step.number * width + place / 64];
        const std::uint64_t bit = std::uint64_t{1} << (place % 64);
        alive = (visited & bit) == 0;
        visited |= bit;
        if (alive && first && second) jobs.push_back({step.other, at});
        break;
      }
      case Op::kJump:
        break;
      case Op::kSave: {
        auto& capture = scratch.captures[step.number];
        if (forked) jobs.push_back({-step.number - 1, capture});  // else nothing comes back here
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
        here = row_at(at);
      } else {
        scratch.captures[static_cast<std::size_t>(-job.pc - 1)] = job.at;
      }
    }
  }
}

}  // namespace recount
