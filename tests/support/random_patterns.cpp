#include "tests/support/random_patterns.h"

#include <algorithm>

namespace recount::test {
namespace {

std::size_t pick(Random& random, std::size_t n) { return random() % n; }

std::string sub_pattern(Random& random, int classes, int depth, int& slots, bool slots_allowed) {
  std::string out;
  const std::size_t items = 1 + pick(random, 3);
  for (std::size_t i = 0; i < items; ++i) {
    const auto symbol = [&] {
      return "<c" + std::to_string(1 + pick(random, static_cast<std::size_t>(classes))) + ">";
    };
    const bool slot = slots_allowed && slots < 6 && pick(random, 4) == 0;
    const std::string repeats[]{"", "", "", "?", "*", "+", "{0,2}", "{1,3}", "{2}"};
    const std::string repeat = slot ? (pick(random, 3) == 0 ? "?" : "") : repeats[pick(random, 9)];
    const bool inner_slots = slots_allowed && (repeat.empty() || repeat == "?");
    if (slot) out += "s" + std::to_string(slots++) + ":";
    switch (pick(random, depth > 0 ? 8 : 5)) {
      case 0:
        out += "[ " + symbol() + symbol() + " ]";
        break;
      case 1:
        out += "[^ " + symbol() + symbol() + " ]";
        break;
      case 2:
        out += pick(random, 4) == 0 ? (pick(random, 2) == 0 ? "^" : "$") : ".";
        break;
      case 3:
      case 4:
        out += symbol();
        break;
      default:
        out += "( " + sub_pattern(random, classes, depth - 1, slots, inner_slots);
        if (pick(random, 2) == 0)
          out += " | " + sub_pattern(random, classes, depth - 1, slots, inner_slots);
        out += " )";
    }
    out += repeat + ' ';
  }
  return out;
}

/// Follows the tree of a pattern at random.
void walk(const PatternNode& node, Random& random, int classes, std::string& out) {
  switch (node.kind) {
    case PatternNode::Kind::kSet: {
      for (int i = 0; i < 400; ++i) {
        const std::size_t symbol = 1 + pick(random, static_cast<std::size_t>(classes));
        if (!node.set[symbol]) continue;
        out += static_cast<char>(symbol);
        return;
      }
      return;
    }
    case PatternNode::Kind::kSequence:
    case PatternNode::Kind::kSlot:
      for (const PatternNode& child : node.children) walk(child, random, classes, out);
      return;
    case PatternNode::Kind::kChoice:
      return walk(node.children[pick(random, node.children.size())], random, classes, out);
    case PatternNode::Kind::kRepeat: {
      const int max = node.max < 0 ? node.min + 2 : std::min(node.max, node.min + 3);
      const int rounds =
          node.min + static_cast<int>(pick(random, static_cast<std::size_t>(max - node.min + 1)));
      for (int i = 0; i < rounds; ++i) walk(node.children.front(), random, classes, out);
      return;
    }
    case PatternNode::Kind::kBegin:
    case PatternNode::Kind::kEnd:
      return;
  }
}

}  // namespace

std::string random_pattern(Random& random, int classes) {
  int slots = 0;
  return sub_pattern(random, classes, 2, slots, true);
}

std::string random_sketch(const Pattern& pattern, Random& random, int classes) {
  std::string out;
  const auto noise = [&](std::size_t most) {
    for (std::size_t n = pick(random, most + 1); n > 0; --n) {
      out += static_cast<char>(1 + pick(random, static_cast<std::size_t>(classes)));
    }
  };
  noise(3);
  walk(pattern.root, random, classes, out);
  noise(3);
  if (pick(random, 2) == 0) walk(pattern.root, random, classes, out);
  if (!out.empty() && pick(random, 3) == 0) {
    out[pick(random, out.size())] =
        static_cast<char>(1 + pick(random, static_cast<std::size_t>(classes)));
  }
  return out;
}

}  // namespace recount::test
