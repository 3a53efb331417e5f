// Method: a stack of open elements, each of which knows the nearest one below it of its own kind
// and of the kinds that end tags stop at; so every tag costs the same, however deep it stands. The
// parsers of Debian 12 (libxml2, gumbo, MyHTML) walk down their stacks instead: 100,000 divs, each
// with a stray end tag, cost them minutes.
#include "corpus/html/tree.h"

#include <algorithm>
#include <array>
#include <cstddef>

namespace recount::html {
namespace {

constexpr int kNowhere = -1;
constexpr int kUnknownDepth = 64;  // how far down an unknown element is looked for by its name
constexpr std::size_t kBytesPerNode = 40;

/// An element whose end tag has not come yet. The indexes are into the stack.
struct Open {
  NodeId node = 0;
  Tag tag = Tag::kUnknown;
  std::string_view name;
  int same = kNowhere;     // nearest element of this tag below
  int special = kNowhere;  // nearest special element, this one included
  int scope = kNowhere;    // nearest that ends the scope, this one included
  int item = kNowhere;     // nearest that list items are inside of, this one included
};

class TreeBuilder {
 public:
  explicit TreeBuilder(std::string_view page) : tokenizer_(page) {
    tree_.nodes.reserve(page.size() / kBytesPerNode + 16);
    last_.fill(kNowhere);
    open(Tag::kDocument, {});
  }

  Tree run() {
    Markup markup;
    while (tokenizer_.next(markup)) {
      switch (markup.kind) {
        case Markup::Kind::kText:
          text(markup.text);
          break;
        case Markup::Kind::kStart:
          start(markup);
          break;
        case Markup::Kind::kEnd:
          end(markup);
          break;
      }
    }
    pop_to(0);
    return std::move(tree_);
  }

 private:
  int last(Tag tag) const { return last_[static_cast<std::size_t>(tag)]; }
  const Open& top() const { return stack_.back(); }

  NodeId add(Tag tag) {
    const NodeId id = tree_.size();
    Node& node = tree_.nodes.emplace_back();
    node.tag = tag;
    node.end = id + 1;
    if (!stack_.empty()) node.parent = top().node;
    return id;
  }

  NodeId open(Tag tag, std::string_view name) {
    Open entry;
    entry.node = add(tag);
    entry.tag = tag;
    entry.name = name;
    entry.same = last(tag);
    const int index = static_cast<int>(stack_.size());
    const std::uint16_t flags = flags_of(tag);
    const auto nearest = [&](std::uint16_t flag, int Open::*field) {
      return (flags & flag) != 0 ? index : stack_.empty() ? kNowhere : top().*field;
    };
    entry.special = nearest(kSpecial, &Open::special);
    entry.scope = nearest(kScope, &Open::scope);
    entry.item = nearest(kBreaksItem, &Open::item);
    stack_.push_back(entry);
    last_[static_cast<std::size_t>(tag)] = index;
    return entry.node;
  }

  /// Closes the elements from index `index` on.
  void pop_to(int index) {
    while (static_cast<int>(stack_.size()) > index) {
      const Open& entry = stack_.back();
      Node& node = tree_.nodes[entry.node];
      node.end = tree_.size();
      if (node.tag == Tag::kA && node.link_end == 0) node.link_end = node.end;
      last_[static_cast<std::size_t>(entry.tag)] = entry.same;
      stack_.pop_back();
    }
  }

  void text(std::string_view run) {
    if (last(Tag::kHead) != kNowhere && !trim(run).empty()) pop_to(last(Tag::kHead));
    tree_.nodes[add(Tag::kText)].text = run;
  }

  // --- start tags -------------------------------------------------------------------------------

  void start(const Markup& markup) {
    const Tag tag = markup.tag;
    const std::uint16_t flags = flags_of(tag);
    if ((flags & kBreaksOut) != 0) leave_foreign();
    if (last(Tag::kHead) != kNowhere && (flags & kInHead) == 0) pop_to(last(Tag::kHead));
    if (already_open(tag)) return;
    close_implied(tag, flags);
    const NodeId node = (flags & kVoid) != 0 ? add(tag) : open(tag, markup.name);
    tree_.nodes[node].first_attribute = static_cast<std::uint32_t>(tree_.attributes.size());
    tree_.nodes[node].attributes = static_cast<std::uint32_t>(markup.attributes.size());
    tree_.attributes.insert(tree_.attributes.end(), markup.attributes.begin(),
                            markup.attributes.end());
    if ((flags & kVoid) != 0) return;
    const bool foreign = in_foreign();
    if ((flags & kRawText) != 0 && !(foreign && (tag == Tag::kTitle || markup.self_closing))) {
      tree_.nodes[node].text = tokenizer_.raw_text(tag, markup.name);
      pop_to(static_cast<int>(stack_.size()) - 1);
    } else if (foreign && markup.self_closing) {
      pop_to(static_cast<int>(stack_.size()) - 1);
    }
  }

  bool already_open(Tag tag) const {
    if (tag == Tag::kHtml || tag == Tag::kBody) return last(tag) != kNowhere;
    if (tag == Tag::kHead) return last(Tag::kBody) != kNowhere || last(tag) != kNowhere;
    // A form between the parts of a table holds nothing.
    return tag == Tag::kForm && (is(top().tag, kTablePart) || top().tag == Tag::kTable) &&
           !in_cell();
  }

  void close_implied(Tag tag, std::uint16_t flags) {
    const int scope = top().scope;
    if ((flags & kClosesP) != 0 && last(Tag::kP) > scope) pop_to(last(Tag::kP));
    if ((flags & kTablePart) != 0) return table_part(tag);
    switch (tag) {
      case Tag::kLi:
        if (last(tag) > top().item) pop_to(last(tag));
        break;
      case Tag::kDd:
      case Tag::kDt:
        if (const int open = std::max(last(Tag::kDd), last(Tag::kDt)); open > top().item)
          pop_to(open);
        break;
      case Tag::kTable:
        // A table between the rows of another one ends that.
        if (last(tag) != kNowhere && last(tag) == scope) pop_to(scope);
        break;
      case Tag::kA:
        if (last(tag) > scope) end_inline(tag);
        break;
      case Tag::kButton:
      case Tag::kOption:
      case Tag::kOptgroup:
        if (last(tag) != kNowhere && last(tag) >= scope) pop_to(last(tag));
        break;
      default:
        if ((flags & kHeading) != 0 && is(top().tag, kHeading))
          pop_to(static_cast<int>(stack_.size()) - 1);
    }
  }

  bool in_cell() const {
    return std::max({last(Tag::kTd), last(Tag::kTh), last(Tag::kCaption)}) > last(Tag::kTable);
  }

  /// Closes what a row, a cell and so on cannot stand in. Outside of a table they are blocks.
  void table_part(Tag tag) {
    const int table = last(Tag::kTable);
    if (table == kNowhere) return;
    const int sections = std::max({last(Tag::kTbody), last(Tag::kThead), last(Tag::kTfoot)});
    int keep = table;
    if (tag == Tag::kTr || tag == Tag::kTd || tag == Tag::kTh) keep = std::max(keep, sections);
    if (tag == Tag::kTd || tag == Tag::kTh) keep = std::max(keep, last(Tag::kTr));
    if (tag == Tag::kCol) keep = std::max(keep, last(Tag::kColgroup));
    pop_to(keep + 1);
  }

  // --- SVG and MathML ---------------------------------------------------------------------------

  bool in_foreign() const {
    const int foreign = std::max(last(Tag::kSvg), last(Tag::kMath));
    return foreign != kNowhere && foreign > last(Tag::kForeignObject);
  }

  void leave_foreign() {
    while (in_foreign()) pop_to(std::max(last(Tag::kSvg), last(Tag::kMath)));
  }

  // --- end tags ---------------------------------------------------------------------------------

  void end(const Markup& markup) {
    Tag tag = markup.tag;
    if (tag == Tag::kBody || tag == Tag::kHtml) return;
    if (tag == Tag::kBr) {
      add(tag);
      return;
    }
    if (tag == Tag::kUnknown) return end_unknown(markup.name);
    if (is(tag, kHeading)) tag = open_heading(tag);
    const int index = last(tag);
    const bool paragraph = tag == Tag::kP && index <= top().scope;
    if (paragraph) add(tag);  // "</p>" alone ends a line
    if (index == kNowhere || paragraph) return;
    const std::uint16_t flags = flags_of(tag);
    if ((flags & kTablePart) != 0) {
      if (index > last(Tag::kTable)) pop_to(index);
    } else if (tag == Tag::kTable || (flags & kScope) != 0) {
      pop_to(index);
    } else if (tag == Tag::kLi) {
      if (index > top().item) pop_to(index);
    } else if ((flags & kSpecial) != 0 && tag != Tag::kForm) {
      if (index > top().scope) pop_to(index);
    } else {
      end_inline(tag);
    }
  }

  Tag open_heading(Tag tag) const {
    int nearest = last(tag);
    for (const Tag other : {Tag::kH1, Tag::kH2, Tag::kH3, Tag::kH4, Tag::kH5, Tag::kH6}) {
      if (last(other) > nearest) {
        nearest = last(other);
        tag = other;
      }
    }
    return tag;
  }

  /// Ends an inline element. One that a block stands open in keeps that; a link ends all the same.
  void end_inline(Tag tag) {
    const int index = last(tag);
    if (index > top().special) return pop_to(index);
    Node& node = tree_.nodes[stack_[static_cast<std::size_t>(index)].node];
    if (tag == Tag::kA && node.link_end == 0) node.link_end = tree_.size();
  }

  void end_unknown(std::string_view name) {
    int index = last(Tag::kUnknown);
    for (int i = 0; i < kUnknownDepth && index > top().special; ++i) {
      const Open& entry = stack_[static_cast<std::size_t>(index)];
      const bool same = std::equal(name.begin(), name.end(), entry.name.begin(), entry.name.end(),
                                   [](char a, char b) { return to_lower(a) == to_lower(b); });
      if (same) return pop_to(index);
      index = entry.same;
    }
  }

  Tokenizer tokenizer_;
  Tree tree_;
  std::vector<Open> stack_;
  std::array<int, static_cast<std::size_t>(Tag::kCount)> last_{};
};

}  // namespace

std::optional<std::string_view> Tree::attribute(NodeId id, Attr name) const {
  const Node& node = nodes[id];
  for (std::uint32_t i = 0; i < node.attributes; ++i) {
    const Attribute& attribute = attributes[node.first_attribute + i];
    if (attribute.name == name) return attribute.value;
  }
  return std::nullopt;
}

Tree parse(std::string_view page) { return TreeBuilder(page).run(); }

}  // namespace recount::html
