#include "corpus/html/controls.h"

namespace recount::html {
namespace {

constexpr double kShareOfButtons = 0.6;  // of the text of their bar

bool is_false_link(const Tree& tree, NodeId id) {
  return tree[id].tag == Tag::kA && tree.attribute(id, Attr::kHref) && !links_away(tree, id);
}

/// Behind the last text of a part.
NodeId text_ends(const Tree& tree, const Measures& measures, NodeId id) {
  NodeId end = tree[id].end;
  while (end > id && (tree[end - 1].tag != Tag::kText || measures[end - 1].text == 0)) --end;
  return end;
}

}  // namespace

bool is_lone_button(const Tree& tree, const Measures& measures, NodeId id) {
  if (!is_false_link(tree, id) || measures[id].digits != 0) return false;
  const NodeId block = measures.block_of(id);
  if (is(tree[block].tag, kHeading) || is(tree[block].tag, kTablePart)) return false;
  return measures.own_text(block) == measures[id].text &&
         text_ends(tree, measures, block) <= tree[id].end &&
         measures[block].text > 2 * measures[id].text;
}

bool is_bar_of_buttons(const Tree& tree, const Measures& measures, NodeId id) {
  const Measure& here = measures[id];
  if (here.digits != 0) return false;
  std::uint32_t buttons = 0, bytes = here.link;
  for (NodeId i = id; i < few_nodes_end(tree, id); ++i) {
    if (is(tree[i].tag, kHeading)) return false;
    if (!is_false_link(tree, i) || measures[i].dropped) continue;
    ++buttons;
    bytes += measures[i].text;
  }
  return buttons > 1 && bytes >= kShareOfButtons * here.text;
}

bool is_sign_up(const Tree& tree, const Measures& measures, NodeId id) {
  const Tag tag = tree[id].tag;
  if (tag != Tag::kDiv && tag != Tag::kSection) return false;
  if (measures[id].digits != 0 || measures[id].longs != 0) return false;
  for (NodeId i = id; i < few_nodes_end(tree, id); ++i) {
    if (tree[i].tag == Tag::kForm) return true;
  }
  return false;
}

}  // namespace recount::html
