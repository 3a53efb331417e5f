#include "extractor/rules/instructions.h"

#include <algorithm>
#include <utility>

namespace recount {

using Kind = PatternNode::Kind;
using Op = Instruction::Op;

namespace {

constexpr std::int32_t kNowhere = -1;  // ends a list that runs through instructions

}  // namespace

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
  std::int32_t exits = kNowhere;  // the last jump; `next` of each is the one before
  for (std::size_t i = 0; i + 1 < branches.size(); ++i) {
    const std::int32_t split = emit(Op::kSplit);
    compile(branches[i]);
    const std::int32_t exit = emit(Op::kJump);
    at(exit).next = std::exchange(exits, exit);
    at(split).other = here();
  }
  compile(branches.back());
  while (exits != kNowhere) exits = std::exchange(at(exits).next, here());
}

void Instructions::compile_repeat(const PatternNode& node) {
  const PatternNode& body = node.children.front();
  for (int i = 0; i < node.min; ++i) compile(body);
  if (node.max == -1) {
    const std::int32_t split = emit(Op::kSplit);
    compile(body);
    at(emit(Op::kJump)).next = split;
    at(split).other = here();
  }
  std::int32_t splits = kNowhere;  // the last one; `other` of each is the one before
  for (int i = node.min; i < node.max; ++i) {
    const std::int32_t split = emit(Op::kSplit);
    at(split).other = std::exchange(splits, split);
    compile(body);
  }
  while (splits != kNowhere) splits = std::exchange(at(splits).other, here());
}

/// Follows the instructions that read nothing to those that wait for a symbol. Whether the end of
/// the pattern is among what they lead to.
bool Instructions::reach(const std::vector<std::int32_t>& from, bool at_begin, bool at_end,
                         Search& search) const {
  std::vector<std::int32_t>& todo = search.todo;
  todo = from;
  search.waiting.clear();
  search.seen.resize(code_.size(), 0);
  ++search.round;
  bool matched = false;
  while (!todo.empty()) {
    const std::int32_t pc = todo.back();
    todo.pop_back();
    if (std::exchange(search.seen[static_cast<std::size_t>(pc)], search.round) == search.round)
      continue;
    const Instruction& in = (*this)[pc];
    switch (in.op) {
      case Op::kSet:
        search.waiting.push_back(pc);
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

Opening Instructions::opening(std::int32_t first, std::size_t count) const {
  Opening out;
  out.symbols.reserve(count);
  Search search;
  std::vector<std::int32_t> from{first};
  out.anywhere = reach(from, false, true, search) || !search.waiting.empty();
  bool over = false, over_at_end = false;  // the match, at this place or before
  for (std::size_t i = 0; i < count; ++i) {
    over_at_end = reach(from, i == 0, true, search) || over_at_end;
    over = reach(from, i == 0, false, search) || over;
    SymbolSet symbols;
    if (over) symbols.set();
    from.clear();
    for (const std::int32_t pc : search.waiting) {
      symbols |= set((*this)[pc]);
      from.push_back((*this)[pc].next);
    }
    symbols[kNoSymbol] = over_at_end;
    out.symbols.push_back(symbols);
  }
  return out;
}

}  // namespace recount
