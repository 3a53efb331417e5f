#include "extractor/rules/instructions.h"

#include <algorithm>

namespace recount {
namespace {

using Kind = PatternNode::Kind;
using Op = Instruction::Op;

class Compiler {
 public:
  explicit Compiler(Direction direction) : backward_(direction == Direction::kBackward) {}

  Instructions run(const PatternNode& root) {
    compile(root);
    emit(Op::kMatch);
    return std::move(out_);
  }

 private:
  std::int32_t here() const { return static_cast<std::int32_t>(out_.code.size()); }

  std::int32_t emit(Op op, std::int32_t x = 0, std::int32_t y = 0) {
    out_.code.push_back({op, x, y});
    return here() - 1;
  }

  void end_split_here(std::int32_t split) { out_.code[static_cast<std::size_t>(split)].y = here(); }

  void compile(const PatternNode& node) {
    switch (node.kind) {
      case Kind::kSet:
        emit(Op::kSet, mask_of(node.set));
        return;
      case Kind::kBegin:
        emit(Op::kBegin);
        return;
      case Kind::kEnd:
        emit(Op::kEnd);
        return;
      case Kind::kSequence:
        if (backward_)
          std::for_each(node.children.rbegin(), node.children.rend(),
                        [this](const PatternNode& child) { compile(child); });
        else
          for (const PatternNode& child : node.children) compile(child);
        return;
      case Kind::kSlot:
        if (!backward_) emit(Op::kSave, 2 * node.slot);
        compile(node.children.front());
        if (!backward_) emit(Op::kSave, 2 * node.slot + 1);
        return;
      case Kind::kChoice:
        choice(node);
        return;
      case Kind::kRepeat:
        repeat(node);
        return;
    }
  }

  void choice(const PatternNode& node) {
    std::vector<std::int32_t> exits;
    for (std::size_t i = 0; i < node.children.size(); ++i) {
      const bool last = i + 1 == node.children.size();
      const std::int32_t split = last ? -1 : emit(Op::kSplit, here() + 1);
      compile(node.children[i]);
      if (last) break;
      exits.push_back(emit(Op::kJump));
      end_split_here(split);
    }
    for (const std::int32_t exit : exits) out_.code[static_cast<std::size_t>(exit)].x = here();
  }

  void repeat(const PatternNode& node) {
    for (int i = 0; i < node.min; ++i) compile(node.children.front());
    if (node.max == -1) {
      const std::int32_t split = emit(Op::kSplit, here() + 1);
      compile(node.children.front());
      emit(Op::kJump, split);
      end_split_here(split);
      return;
    }
    std::vector<std::int32_t> splits;
    for (int i = node.min; i < node.max; ++i) {
      splits.push_back(emit(Op::kSplit, here() + 1));
      compile(node.children.front());
    }
    for (const std::int32_t split : splits) end_split_here(split);
  }

  std::int32_t mask_of(const SymbolSet& set) {
    SymbolMask mask{};
    for (unsigned s = 0; s < 256; ++s) {
      if (set[s]) mask[s >> 6] |= std::uint64_t{1} << (s & 63);
    }
    auto& masks = out_.masks;
    auto it = std::find(masks.begin(), masks.end(), mask);
    if (it == masks.end()) it = masks.insert(it, mask);
    return static_cast<std::int32_t>(it - masks.begin());
  }

  bool backward_;
  Instructions out_;
};

}  // namespace

Instructions compile(const Pattern& pattern, Direction direction) {
  return Compiler(direction).run(pattern.root);
}

}  // namespace recount
