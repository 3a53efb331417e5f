#include "extractor/rules/pattern.h"

#include <algorithm>

#include "extractor/text/ascii.h"

namespace recount {
namespace {

using Kind = PatternNode::Kind;

constexpr int kMaxDepth = 20;  // of macros and groups
constexpr int kMaxRepeat = 60;

class Parser {
 public:
  Parser(const SymbolTable& symbols, const Macros& macros, Pattern& pattern, PatternError& error)
      : symbols_(symbols), macros_(macros), pattern_(pattern), error_(error) {}

  bool parse(std::string_view text, PatternNode& out, int depth) {
    if (depth > kMaxDepth) return fail(text, "macros or groups are nested too deeply");
    const std::string_view saved_text = text_;
    const std::size_t saved_at = at_;
    text_ = text;
    at_ = 0;
    const bool good =
        choice(out, depth) &&
        (at_ == text_.size() || fail(text_.substr(at_), "expected the end of the pattern"));
    text_ = saved_text;
    at_ = saved_at;
    return good;
  }

 private:
  bool fail(std::string_view piece, std::string message) {
    if (error_.message.empty()) error_ = {std::string(piece), std::move(message)};
    return false;
  }

  void skip_space() {
    while (at_ < text_.size() && (text_[at_] == ' ' || text_[at_] == '\n' || text_[at_] == '\t'))
      ++at_;
  }
  bool next_is(char c) {
    skip_space();
    return at_ < text_.size() && text_[at_] == c;
  }
  bool take(char c) {
    if (!next_is(c)) return false;
    ++at_;
    return true;
  }
  std::string_view name() {
    const std::size_t begin = at_;
    const auto in_name = [](char c) {
      return ascii_letter(c) || ascii_digit(c) || c == '-' || c == '_';
    };
    while (at_ < text_.size() && in_name(text_[at_])) ++at_;
    return text_.substr(begin, at_ - begin);
  }

  bool choice(PatternNode& out, int depth) {
    if (!sequence(out, depth)) return false;
    if (!next_is('|')) return true;
    hold(out, Kind::kChoice);
    while (take('|')) {
      out.children.emplace_back();
      if (!sequence(out.children.back(), depth)) return false;
    }
    return true;
  }

  bool sequence(PatternNode& out, int depth) {
    if (at_branch_end()) return fail(text_, "expected at least one class");
    if (!item(out, depth)) return false;
    if (at_branch_end()) return true;
    hold(out, Kind::kSequence);
    do {
      out.children.emplace_back();
      if (!item(out.children.back(), depth)) return false;
    } while (!at_branch_end());
    return true;
  }

  bool at_branch_end() {
    skip_space();
    return at_ == text_.size() || text_[at_] == '|' || text_[at_] == ')';
  }

  /// Makes `node` a node of that kind whose first child is what it was.
  static void hold(PatternNode& node, Kind kind) {
    constexpr std::size_t kUsual = 4;  // children
    PatternNode first = std::move(node);
    node = PatternNode();
    node.kind = kind;
    node.children.reserve(kUsual);
    node.children.push_back(std::move(first));
  }

  bool item(PatternNode& out, int depth) {
    PatternNode node;
    if (ascii_letter(text_[at_])) {
      const std::string_view slot = name();
      if (!take(':')) return fail(slot, "expected ':' after the name of a slot");
      node.kind = Kind::kSlot;
      node.slot = static_cast<int>(pattern_.slots.size());
      // Branches of a choice may name the same slot: each gets a group, the one that matched
      // counts.
      pattern_.slots.emplace_back(slot);
      node.children.emplace_back();
      skip_space();
      if (!atom(node.children.back(), depth)) return false;
      // "n:<n>?" captures when it is there.
      if (next_is('*') || next_is('+') || next_is('{'))
        return fail(slot, "put the repetition inside the slot: name:( … )");
    } else {
      const std::size_t before = pattern_.slots.size();
      if (!atom(node, depth)) return false;
      if ((next_is('*') || next_is('+') || next_is('{')) && pattern_.slots.size() != before) {
        return fail(pattern_.slots.back(),
                    "a slot inside a repetition would capture its last round only");
      }
    }
    return quantifier(node, out);
  }

  bool quantifier(PatternNode& node, PatternNode& out) {
    int min = 1, max = 1;
    if (take('?'))
      min = 0;
    else if (take('*')) {
      min = 0;
      max = -1;
    } else if (take('+'))
      max = -1;
    else if (take('{')) {
      min = number();
      max = min;
      if (take(',')) max = number();
      if (!take('}') || min < 0 || max < min || max > kMaxRepeat)
        return fail(text_, "expected {m,n} with m ≤ n ≤ 60");
    }
    if (min == 1 && max == 1) {
      out = std::move(node);
      return true;
    }
    out.kind = Kind::kRepeat;
    out.min = min;
    out.max = max;
    out.children.push_back(std::move(node));
    return true;
  }

  int number() {
    skip_space();
    int value = -1;
    while (at_ < text_.size() && ascii_digit(text_[at_]) && value < 1000) {
      value = std::max(value, 0) * 10 + (text_[at_++] - '0');
    }
    return value;
  }

  bool atom(PatternNode& out, int depth) {
    if (depth > kMaxDepth) return fail(text_, "macros or groups are nested too deeply");
    if (take('(')) {
      if (!choice(out, depth + 1)) return false;
      return take(')') || fail(text_, "expected ')'");
    }
    if (take('^')) {
      out.kind = Kind::kBegin;
      return true;
    }
    if (take('$')) {
      out.kind = Kind::kEnd;
      return true;
    }
    if (take('.')) {
      out.kind = Kind::kSet;
      out.set.set();
      out.set.reset(kNoSymbol);
      return true;
    }
    if (take('[')) return symbol_set(out, depth);
    if (next_is('<')) {
      out.kind = Kind::kSet;
      return symbol(out.set);
    }
    if (take('@')) return macro(out, depth);
    return fail(text_.substr(at_, 12), "expected a class, a macro, a group or a set");
  }

  bool symbol(SymbolSet& set) {
    take('<');
    const std::string_view class_name = name();
    if (!take('>')) return fail(class_name, "expected '>'");
    const Symbol found = symbols_.find(class_name);
    if (found == kNoSymbol) return fail(class_name, "no class of this name in the lexicon");
    set.set(found);
    for (const Symbol special : symbols_.special(found)) set.set(special);
    return true;
  }

  bool macro(PatternNode& out, int depth) {
    const std::string_view macro_name = name();
    const auto it = macros_.find(macro_name);
    if (it == macros_.end()) return fail(macro_name, "no macro of this name");
    return parse(it->second, out, depth + 1);
  }

  bool symbol_set(PatternNode& out, int depth) {
    out.kind = Kind::kSet;
    const bool negated = take('^');
    while (!take(']')) {
      skip_space();
      if (next_is('<')) {
        if (!symbol(out.set)) return false;
      } else if (take('@')) {
        const std::string_view piece = text_.substr(at_);
        PatternNode inner;
        if (!macro(inner, depth)) return false;
        if (!merge(inner, out.set))
          return fail(piece, "only a choice of single classes can stand in a set");
      } else {
        return fail(text_.substr(at_), "expected a class or ']'");
      }
    }
    if (negated) {
      out.set.flip();
      out.set.reset(kNoSymbol);
    }
    return true;
  }

  /// Adds the symbols of a tree that is nothing but a choice of single classes.
  static bool merge(const PatternNode& node, SymbolSet& set) {
    if (node.kind == Kind::kSet) {
      set |= node.set;
      return true;
    }
    if (node.kind != Kind::kChoice) return false;
    return std::all_of(node.children.begin(), node.children.end(),
                       [&set](const PatternNode& child) { return merge(child, set); });
  }

  const SymbolTable& symbols_;
  const Macros& macros_;
  Pattern& pattern_;
  PatternError& error_;
  std::string_view text_;
  std::size_t at_ = 0;
};

bool demands(const PatternNode& node) {
  const auto child_demands = [](const PatternNode& child) { return demands(child); };
  switch (node.kind) {
    case Kind::kSet:
      return names_few(node.set);
    case Kind::kSequence:
    case Kind::kSlot:
      return std::any_of(node.children.begin(), node.children.end(), child_demands);
    case Kind::kRepeat:
      return node.min > 0 && demands(node.children.front());
    case Kind::kChoice:
      return std::all_of(node.children.begin(), node.children.end(), child_demands);
    case Kind::kBegin:
    case Kind::kEnd:
      return false;
  }
  return false;
}

}  // namespace

int Pattern::slot_named(std::string_view name) const {
  const auto it = std::find(slots.begin(), slots.end(), name);
  return it == slots.end() ? -1 : static_cast<int>(it - slots.begin());
}

std::span<const PatternNode> Pattern::branches() const {
  if (root.kind == PatternNode::Kind::kChoice) return root.children;
  return {&root, 1};
}

bool Pattern::demands_class() const { return demands(root); }

std::unique_ptr<Pattern> parse_pattern(std::string_view text, const SymbolTable& symbols,
                                       const Macros& macros, PatternError& error) {
  auto pattern = std::make_unique<Pattern>();
  Parser parser(symbols, macros, *pattern, error);
  if (!parser.parse(text, pattern->root, 0)) return nullptr;
  return pattern;
}

}  // namespace recount
