#include "extractor/rules/instructions.h"

namespace recount {

using Kind = PatternNode::Kind;
using Op = Instruction::Op;

std::int32_t Instructions::add(const Pattern& pattern) {
  const std::int32_t begin = here();
  compile(pattern.root);
  emit(Op::kMatch, patterns_++);
  return begin;
}

std::int32_t Instructions::emit(Op op, std::int32_t x, std::int32_t y) {
  code_.push_back({op, x, y});
  return here() - 1;
}

std::int32_t Instructions::index_of(const SymbolSet& set) {
  const auto [it, fresh] = set_index_.try_emplace(set, static_cast<std::int32_t>(sets_.size()));
  if (fresh) sets_.push_back(set);
  return it->second;
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
      compile_sequence(node.children);
      return;
    case Kind::kSlot:
      if (!backward_) emit(Op::kSave, 2 * node.slot);
      compile(node.children.front());
      if (!backward_) emit(Op::kSave, 2 * node.slot + 1);
      return;
    case Kind::kChoice:
      compile_choice(node.children);
      return;
    case Kind::kRepeat:
      compile_repeat(node);
      return;
  }
}

void Instructions::compile_sequence(const std::vector<PatternNode>& nodes) {
  const std::size_t count = nodes.size();
  for (std::size_t i = 0; i < count; ++i) compile(nodes[backward_ ? count - 1 - i : i]);
}

void Instructions::compile_choice(const std::vector<PatternNode>& branches) {
  std::vector<std::int32_t> exits;
  for (std::size_t i = 0; i + 1 < branches.size(); ++i) {
    const std::int32_t split = emit(Op::kSplit, here() + 1);
    compile(branches[i]);
    exits.push_back(emit(Op::kJump));
    code_[static_cast<std::size_t>(split)].y = here();
  }
  compile(branches.back());
  for (const std::int32_t exit : exits) code_[static_cast<std::size_t>(exit)].x = here();
}

void Instructions::compile_repeat(const PatternNode& node) {
  const PatternNode& body = node.children.front();
  for (int i = 0; i < node.min; ++i) compile(body);
  std::vector<std::int32_t> splits;
  if (node.max == -1) {
    splits.push_back(emit(Op::kSplit, here() + 1));
    compile(body);
    emit(Op::kJump, splits.front());
  }
  for (int i = node.min; i < node.max; ++i) {
    splits.push_back(emit(Op::kSplit, here() + 1));
    compile(body);
  }
  for (const std::int32_t split : splits) code_[static_cast<std::size_t>(split)].y = here();
}

}  // namespace recount
