// Method: a bit for each pair of instruction and place remembers what has been tried and failed (as
// in RE2's BitState), so that nothing is tried twice and time stays linear. Sketches are short,
// which makes this several times faster than a general regular-expression engine, whose fixed costs
// are larger.
#include "extractor/rules/program.h"

namespace recount {

using Op = Instruction::Op;

Program::Program(const Pattern& pattern) : slot_count_(pattern.slots.size()) { code_.add(pattern); }

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
  const std::size_t width = sketch.size() + 1;
  scratch.visited.assign((code_.size() * width + 63) / 64, 0);
  scratch.captures.assign(2 * slot_count_ + 1, -1);
  auto& jobs = scratch.jobs;
  jobs.clear();
  jobs.push_back({0, start});
  while (!jobs.empty()) {
    auto [pc, at] = jobs.back();
    jobs.pop_back();
    if (pc < 0) {
      scratch.captures[static_cast<std::size_t>(-pc - 1)] = at;
      continue;
    }
    for (bool alive = true; alive;) {
      const std::size_t bit = static_cast<std::size_t>(pc) * width + static_cast<std::size_t>(at);
      std::uint64_t& word = scratch.visited[bit >> 6];
      const std::uint64_t mask = std::uint64_t{1} << (bit & 63);
      if ((word & mask) != 0) break;
      word |= mask;
      const Instruction& in = code_[pc];
      switch (in.op) {
        case Op::kSet:
          alive = at < size && code_.accepts(in, sketch[static_cast<std::size_t>(at)]);
          ++at;
          ++pc;
          break;
        case Op::kSplit:
          jobs.push_back({in.y, at});
          pc = in.x;
          break;
        case Op::kJump:
          pc = in.x;
          break;
        case Op::kSave: {
          auto& capture = scratch.captures[static_cast<std::size_t>(in.x)];
          jobs.push_back({-in.x - 1, capture});
          capture = at;
          ++pc;
          break;
        }
        case Op::kBegin:
          alive = at == 0;
          ++pc;
          break;
        case Op::kEnd:
          alive = at == size;
          ++pc;
          break;
        case Op::kMatch:
          scratch.captures.back() = at;
          return true;
      }
    }
  }
  return false;
}

}  // namespace recount
