#include "tests/support/reference_matcher.h"

#include <algorithm>
#include <functional>

namespace recount::test {
namespace {

using Kind = PatternNode::Kind;
using Next = std::function<bool(std::int32_t)>;

class Backtracker {
 public:
  Backtracker(const std::string& symbols, std::size_t slots, long budget)
      : symbols_(symbols),
        end_(static_cast<std::int32_t>(symbols.size())),
        slots_(slots),
        budget_(budget) {}

  bool match(const PatternNode& node, std::int32_t at, const Next& next) {
    if (--budget_ < 0) return false;
    switch (node.kind) {
      case Kind::kSet:
        return at < end_ &&
               node.set[static_cast<unsigned char>(symbols_[static_cast<std::size_t>(at)])] &&
               next(at + 1);
      case Kind::kBegin:
        return at == 0 && next(at);
      case Kind::kEnd:
        return at == end_ && next(at);
      case Kind::kSequence:
        return sequence(node, 0, at, next);
      case Kind::kChoice:
        for (const PatternNode& branch : node.children) {
          if (match(branch, at, next)) return true;
        }
        return false;
      case Kind::kSlot:
        return slot(node, at, next);
      case Kind::kRepeat:
        return repeat(node, 0, at, next);
    }
    return false;
  }

  const std::vector<Span>& slots() const { return slots_; }
  bool exhausted() const { return budget_ < 0; }

 private:
  bool sequence(const PatternNode& node, std::size_t i, std::int32_t at, const Next& next) {
    if (i == node.children.size()) return next(at);
    return match(node.children[i], at,
                 [&, i](std::int32_t after) { return sequence(node, i + 1, after, next); });
  }

  bool slot(const PatternNode& node, std::int32_t at, const Next& next) {
    const auto index = static_cast<std::size_t>(node.slot);
    const Span saved = slots_[index];
    const bool found = match(node.children.front(), at, [&](std::int32_t after) {
      const Span inner = slots_[index];
      slots_[index] = {at, after};
      if (next(after)) return true;
      slots_[index] = inner;
      return false;
    });
    if (!found) slots_[index] = saved;
    return found;
  }

  /// Greedy. Of a repetition without limit a round that takes nothing is the last; one with a limit
  /// is so many copies, as RE2 reads it.
  bool repeat(const PatternNode& node, int round, std::int32_t at, const Next& next) {
    if (node.max < 0 || round < node.max) {
      const bool found = match(node.children.front(), at, [&, round](std::int32_t after) {
        if (node.max < 0 && after == at && round >= node.min) return next(after);
        return repeat(node, round + 1, after, next);
      });
      if (found) return true;
    }
    return round >= node.min && next(at);
  }

  const std::string& symbols_;
  std::int32_t end_;
  std::vector<Span> slots_;
  long budget_;
};

bool can_be_empty(const PatternNode& node) {
  const auto& children = node.children;
  switch (node.kind) {
    case Kind::kSet:
      return false;
    case Kind::kBegin:
    case Kind::kEnd:
      return true;
    case Kind::kChoice:
      return std::any_of(children.begin(), children.end(), can_be_empty);
    case Kind::kRepeat:
      return node.min == 0 || can_be_empty(children.front());
    case Kind::kSequence:
    case Kind::kSlot:
      break;
  }
  return std::all_of(children.begin(), children.end(), can_be_empty);
}

}  // namespace

bool loops_on_nothing(const PatternNode& node) {
  if (node.kind == Kind::kRepeat && node.max < 0 && can_be_empty(node.children.front()))
    return true;
  return std::any_of(node.children.begin(), node.children.end(), loops_on_nothing);
}

ReferenceMatch reference_match(const Pattern& pattern, const std::string& symbols,
                               std::int32_t from, long budget) {
  ReferenceMatch out;
  for (std::int32_t begin = from; begin <= static_cast<std::int32_t>(symbols.size()); ++begin) {
    Backtracker search(symbols, pattern.slots.size(), budget);
    std::int32_t end = -1;
    out.found = search.match(pattern.root, begin, [&end](std::int32_t at) {
      end = at;
      return true;
    });
    if (search.exhausted()) {
      out.decided = false;
      return out;
    }
    if (out.found) {
      out.span = {begin, end};
      out.slots = search.slots();
      return out;
    }
  }
  return out;
}

}  // namespace recount::test
