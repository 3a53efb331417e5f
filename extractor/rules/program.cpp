// Method: the tree becomes instructions of a backtracking machine (Thompson's construction, run as
// in RE2's BitState): a bit for each pair of instruction and place remembers what has been tried
// and failed, so that nothing is tried twice and time stays linear. Sketches are short, which makes
// this several times faster than a general regular-expression engine, whose fixed costs are larger.
#include "extractor/rules/program.h"

#include <algorithm>

namespace recount {

using Kind = PatternNode::Kind;

Program::Program(const Pattern& pattern) : slot_count_(pattern.slots.size()) {
  compile(pattern.root);
  emit(Op::kMatch);
  find_prefix();
}

std::int32_t Program::emit(Op op, std::int32_t x, std::int32_t y) {
  code_.push_back({op, x, y});
  return static_cast<std::int32_t>(code_.size()) - 1;
}

void Program::compile(const PatternNode& node) {
  const auto here = [this] { return static_cast<std::int32_t>(code_.size()); };
  switch (node.kind) {
    case Kind::kSet: {
      Set set{};
      for (unsigned s = 0; s < 256; ++s) {
        if (node.set[s]) set[s >> 6] |= std::uint64_t{1} << (s & 63);
      }
      auto it = std::find(sets_.begin(), sets_.end(), set);
      if (it == sets_.end()) it = sets_.insert(it, set);
      emit(Op::kSet, static_cast<std::int32_t>(it - sets_.begin()));
      return;
    }
    case Kind::kBegin:
      emit(Op::kBegin);
      return;
    case Kind::kEnd:
      emit(Op::kEnd);
      return;
    case Kind::kSequence:
      for (const PatternNode& child : node.children) compile(child);
      return;
    case Kind::kSlot:
      emit(Op::kSave, 2 * node.slot);
      compile(node.children.front());
      emit(Op::kSave, 2 * node.slot + 1);
      return;
    case Kind::kChoice: {
      std::vector<std::int32_t> exits;
      for (std::size_t i = 0; i < node.children.size(); ++i) {
        const bool last = i + 1 == node.children.size();
        const std::int32_t split = last ? -1 : emit(Op::kSplit, here() + 1);
        compile(node.children[i]);
        if (last) break;
        exits.push_back(emit(Op::kJump));
        code_[static_cast<std::size_t>(split)].y = here();
      }
      for (const std::int32_t exit : exits) code_[static_cast<std::size_t>(exit)].x = here();
      return;
    }
    case Kind::kRepeat: {
      for (int i = 0; i < node.min; ++i) compile(node.children.front());
      if (node.max == -1) {
        const std::int32_t split = emit(Op::kSplit, here() + 1);
        compile(node.children.front());
        emit(Op::kJump, split);
        code_[static_cast<std::size_t>(split)].y = here();
        return;
      }
      std::vector<std::int32_t> splits;
      for (int i = node.min; i < node.max; ++i) {
        splits.push_back(emit(Op::kSplit, here() + 1));
        compile(node.children.front());
      }
      for (const std::int32_t split : splits) code_[static_cast<std::size_t>(split)].y = here();
      return;
    }
  }
}

/// Runs all branches at once for the first few symbols: what can stand at each of these places?
void Program::find_prefix() {
  std::vector<std::int32_t> todo{0};
  bool begins = false, free_start = false;
  for (std::size_t depth = 0; depth < kPrefix; ++depth) {
    std::vector<std::int32_t> next;
    std::vector<bool> seen(code_.size());
    bool ends = false;
    while (!todo.empty()) {
      const std::int32_t pc = todo.back();
      todo.pop_back();
      if (seen[static_cast<std::size_t>(pc)]) continue;
      seen[static_cast<std::size_t>(pc)] = true;
      const Instruction& in = code_[static_cast<std::size_t>(pc)];
      switch (in.op) {
        case Op::kSet:
          if (depth == 0) free_start = true;
          for (std::size_t i = 0; i < 4; ++i)
            prefix_[depth][i] |= sets_[static_cast<std::size_t>(in.x)][i];
          next.push_back(pc + 1);
          break;
        case Op::kSplit:
          todo.push_back(in.x);
          todo.push_back(in.y);
          break;
        case Op::kJump:
          todo.push_back(in.x);
          break;
        case Op::kBegin:
          if (depth == 0) begins = true;
          todo.push_back(pc + 1);
          break;
        case Op::kSave:
          todo.push_back(pc + 1);
          break;
        case Op::kEnd:
        case Op::kMatch:
          ends = true;
          break;
      }
    }
    if (ends) break;
    prefix_length_ = depth + 1;
    todo = std::move(next);
  }
  // "^ …" alone is anchored; "( ^ | <a> ) …" reaches its sets both ways and is not.
  anchored_ = begins && free_start && code_.front().op == Op::kBegin;
}

bool Program::can_start(std::string_view sketch, std::size_t at) const {
  if (at + prefix_length_ > sketch.size()) return false;
  for (std::size_t i = 0; i < prefix_length_; ++i) {
    if (!holds(prefix_[i], sketch[at + i])) return false;
  }
  return true;
}

bool Program::search(std::string_view sketch, std::int32_t from, MatchScratch& scratch, Span& span,
                     std::vector<Span>& slots) const {
  const auto size = static_cast<std::int32_t>(sketch.size());
  if (from > size || (anchored_ && from > 0)) return false;
  const std::int32_t last = anchored_ ? 0 : size;
  bool fresh = false;
  for (std::int32_t start = from; start <= last; ++start) {
    if (!can_start(sketch, static_cast<std::size_t>(start))) continue;
    if (!fresh) {
      scratch.visited.assign((code_.size() * (sketch.size() + 1) + 63) / 64, 0);
      scratch.captures.assign(2 * slot_count_ + 1, -1);
      fresh = true;
    }
    if (!run(sketch, start, scratch)) continue;
    span = {start, scratch.captures.back()};
    slots.resize(slot_count_);
    for (std::size_t i = 0; i < slot_count_; ++i) {
      slots[i] = {scratch.captures[2 * i], scratch.captures[2 * i + 1]};
      if (slots[i].end < 0) slots[i] = {};
    }
    return true;
  }
  return false;
}

bool Program::run(std::string_view sketch, std::int32_t start, MatchScratch& scratch) const {
  const auto size = static_cast<std::int32_t>(sketch.size());
  const std::size_t width = sketch.size() + 1;
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
      const Instruction& in = code_[static_cast<std::size_t>(pc)];
      switch (in.op) {
        case Op::kSet:
          alive = at < size && holds(sets_[static_cast<std::size_t>(in.x)],
                                     sketch[static_cast<std::size_t>(at)]);
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
