#include "extractor/rules/instructions.h"

#include <algorithm>

namespace recount {

using Kind = PatternNode::Kind;
using Op = Instruction::Op;

Instructions::Instructions(const PatternNode& pattern) {
  compile(pattern);
  emit(Op::kMatch);
  skip_jumps();
}

std::int32_t Instructions::emit(Op op, std::int32_t x) {
  code_.push_back({op, x, here() + 1});
  return here() - 1;
}

/// Leads whatever led to a kJump to where that leads. The first instruction may still be one.
void Instructions::skip_jumps() {
  const auto target = [this](std::int32_t pc) {
    while (pc < here() && (*this)[pc].op == Op::kJump) pc = (*this)[pc].next;
    return pc;
  };
  for (Instruction& in : code_) {
    in.next = target(in.next);
    in.other = target(in.other);
  }
}

std::int32_t Instructions::index_of(const SymbolSet& set) {
  const auto it = std::find(sets_.begin(), sets_.end(), set);
  const auto index = static_cast<std::int32_t>(it - sets_.begin());
  if (it == sets_.end()) sets_.push_back(set);
  return index;
}

void Instructions::compile(const PatternNode& node) {
  switch (node.kind) {
    case Kind::kSet:
      emit(Op::kSet, index_of(node.set));
      return;
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
    case Kind::kChoice:
      compile_choice(node.children);
      return;
    case Kind::kRepeat:
      compile_repeat(node);
      return;
  }
}

void Instructions::compile_choice(const std::vector<PatternNode>& branches) {
  std::vector<std::int32_t> exits;
  for (std::size_t i = 0; i + 1 < branches.size(); ++i) {
    const std::int32_t split = emit(Op::kSplit);
    compile(branches[i]);
    exits.push_back(emit(Op::kJump));
    at(split).other = here();
  }
  compile(branches.back());
  for (const std::int32_t exit : exits) at(exit).next = here();
}

void Instructions::compile_repeat(const PatternNode& node) {
  const PatternNode& body = node.children.front();
  for (int i = 0; i < node.min; ++i) compile(body);
  std::vector<std::int32_t> splits;
  if (node.max == -1) {
    splits.push_back(emit(Op::kSplit));
    compile(body);
    at(emit(Op::kJump)).next = splits.front();
  }
  for (int i = node.min; i < node.max; ++i) {
    splits.push_back(emit(Op::kSplit));
    compile(body);
  }
  for (const std::int32_t split : splits) at(split).other = here();
}

/// Follows the instructions that read nothing; appends those that wait for a symbol. Whether the
/// end of the pattern is among what they lead to.
bool Instructions::reach(std::vector<std::int32_t> todo, bool at_begin, bool at_end,
                         std::vector<std::int32_t>& waiting) const {
  std::vector<bool> seen(code_.size());
  bool matched = false;
  while (!todo.empty()) {
    const std::int32_t pc = todo.back();
    todo.pop_back();
    if (seen[static_cast<std::size_t>(pc)]) continue;
    seen[static_cast<std::size_t>(pc)] = true;
    const Instruction& in = (*this)[pc];
    switch (in.op) {
      case Op::kSet:
        waiting.push_back(pc);
        break;
      case Op::kSplit:
        todo.insert(todo.end(), {in.next, in.other});
        break;
      case Op::kJump:
      case Op::kSave:
        todo.push_back(in.next);
        break;
      case Op::kBegin:
        if (at_begin) todo.push_back(in.next);
        break;
      case Op::kEnd:
        if (at_end) todo.push_back(in.next);
        break;
      case Op::kMatch:
        matched = true;
        break;
    }
  }
  return matched;
}

Opening Instructions::opening(std::size_t count) const {
  Opening out;
  std::vector<std::int32_t> waiting;
  out.anywhere = reach({0}, false, true, waiting) || !waiting.empty();
  std::vector<std::int32_t> from{0};
  bool over = false, over_at_end = false;  // the match, at this place or before
  for (std::size_t i = 0; i < count; ++i) {
    over_at_end = reach(from, i == 0, true, waiting) || over_at_end;
    waiting.clear();
    over = reach(from, i == 0, false, waiting) || over;
    SymbolSet symbols;
    if (over) symbols.set();
    from.clear();
    for (const std::int32_t pc : waiting) {
      symbols |= set((*this)[pc]);
      from.push_back((*this)[pc].next);
    }
    symbols[kNoSymbol] = over_at_end;
    out.symbols.push_back(symbols);
  }
  return out;
}

}  // namespace recount
