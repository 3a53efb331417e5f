#include "tests/support/pattern_regex.h"

#include <cstdio>

namespace recount::test {
namespace {

using Kind = PatternNode::Kind;

void append_set(const SymbolSet& set, std::string& out) {
  char hex[16];
  out += '[';
  for (unsigned i = 0; i < 256;) {
    if (!set[i]) {
      ++i;
      continue;
    }
    unsigned j = i;
    while (j + 1 < 256 && set[j + 1]) ++j;
    std::snprintf(hex, sizeof hex, "\\x%02x", i);
    out += hex;
    if (j > i) {
      out += '-';
      std::snprintf(hex, sizeof hex, "\\x%02x", j);
      out += hex;
    }
    i = j + 1;
  }
  out += ']';
}

void append_regex(const PatternNode& node, std::string& out) {
  switch (node.kind) {
    case Kind::kSet:
      append_set(node.set, out);
      return;
    case Kind::kBegin:
      out += '^';
      return;
    case Kind::kEnd:
      out += '$';
      return;
    case Kind::kSequence:
      for (const PatternNode& child : node.children) append_regex(child, out);
      return;
    case Kind::kChoice:
      out += "(?:";
      for (std::size_t i = 0; i < node.children.size(); ++i) {
        if (i > 0) out += '|';
        append_regex(node.children[i], out);
      }
      out += ')';
      return;
    case Kind::kSlot:
      out += '(';
      append_regex(node.children.front(), out);
      out += ')';
      return;
    case Kind::kRepeat: {
      const bool single = node.children.front().kind == Kind::kSet;
      if (!single) out += "(?:";
      append_regex(node.children.front(), out);
      if (!single) out += ')';
      if (node.max == -1)
        out += node.min == 0 ? "*" : "+";
      else if (node.min == 0 && node.max == 1)
        out += '?';
      else
        out += '{' + std::to_string(node.min) + ',' + std::to_string(node.max) + '}';
      return;
    }
  }
}

}  // namespace

std::string regex_of(const Pattern& pattern) {
  std::string out;
  append_regex(pattern.root, out);
  return out;
}

}  // namespace recount::test
