#include "corpus/html/measures.h"

#include <algorithm>

namespace recount::html {
namespace {

constexpr std::uint32_t kSentence = 80;  // bytes
constexpr std::uint32_t kPhrase = 25;

/// Buttons that head a collapsed part are read.
bool is_read(const Tree& tree, NodeId id) {
  const Tag tag = tree[id].tag;
  if (!is(tag, kNotRead)) return true;
  if (tag == Tag::kButton) {
    const Tag around = tree[tree[id].parent].tag;
    return is(around, kHeading) || around == Tag::kSummary || around == Tag::kDt;
  }
  return tag == Tag::kTemplate && tree.attribute(id, Attr::kShadowRoot).has_value();
}

}  // namespace

bool links_away(const Tree& tree, NodeId id) {
  if (tree[id].tag != Tag::kA) return false;
  const auto href = tree.attribute(id, Attr::kHref);
  if (!href) return false;
  const std::string_view target = trim(*href);
  return !target.empty() && target.front() != '#' &&
         !starts_with_ignoring_case(target, "javascript:");
}

Measures::Measures(const Tree& tree)
    : tree_(tree), measures_(tree.size()), places_(tree.size()), own_(tree.size()) {
  locate();
}

void Measures::locate() {
  for (NodeId id = 0; id < tree_.size(); ++id) {
    const Node& node = tree_[id];
    Place& place = places_[id];
    const Place& above = places_[node.parent];
    place.block = id == 0 || is(node.tag, kBlock) ? id : above.block;
    place.link = above.link;
    if (place.link != 0 && id >= tree_[place.link].link_end) place.link = 0;
    if (node.tag == Tag::kText) {
      const std::string_view text = trim(node.text);
      place.length = static_cast<std::uint32_t>(text.size());
      place.linked = place.link != 0;
      place.digits = !place.linked && tree_[node.parent].tag != Tag::kTime &&
                     std::any_of(text.begin(), text.end(), is_digit);
    } else if (links_away(tree_, id)) {
      place.link = id;
    } else if (!is_read(tree_, id)) {
      measures_[id].dropped = true;
    }
  }
}

void Measures::add_up() {
  for (NodeId id = 0; id < tree_.size();) {
    Measure& measure = measures_[id];
    const bool dropped = measure.dropped;
    measure = Measure{};
    measure.dropped = dropped;
    own_[id] = {};
    if (dropped) {
      // What is inside is not measured; whoever asks for it asks for the dropped part first.
      id = tree_[id].end;
      continue;
    }
    const Place& place = places_[id];
    if (place.length != 0) {
      Own& own = own_[place.block];
      own.text += place.length;
      if (place.linked) own.link += place.length;
      measure.text = place.length;
      if (place.linked) measure.link = place.length;
      if (place.digits) measure.digits = 1;
    } else if (place.link == id && id != 0) {
      measure.links = 1;
    }
    ++id;
  }
  for (NodeId id = tree_.size(); id-- > 1;) {
    Measure& measure = measures_[id];
    if (measure.dropped) continue;
    const Own own = own_[id];
    if (own.text != 0 && own.link * 2 < own.text) {
      const std::uint32_t free = own.text - own.link;
      measure.prose += free >= kPhrase ? free : own.link == 0 ? (free + 1) / 2 : 0;
      if (free >= kSentence) ++measure.longs;
    }
    Measure& above = measures_[tree_[id].parent];
    above.text += measure.text;
    above.link += measure.link;
    above.prose += measure.prose;
    above.longs += measure.longs;
    above.links += measure.links;
    above.digits += measure.digits;
  }
  // Text straight in the document.
  const Own own = own_[0];
  if (own.text > own.link) measures_[0].prose += own.text - own.link;
}

}  // namespace recount::html
