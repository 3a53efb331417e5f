// How much of each part of a page is prose, and how much of it is links.
#pragma once

#include <algorithm>
#include <cstdint>
#include <vector>

#include "corpus/html/tree.h"

namespace recount::html {

/// How many nodes are looked at when asking what is in a small part.
inline constexpr NodeId kFewNodes = 300;

/// Where to stop looking at what is in a part that should be small.
inline NodeId few_nodes_end(const Tree& tree, NodeId id) {
  return std::min(tree[id].end, id + kFewNodes);
}

/// Of a node and all that is in it and not dropped. Lengths are in bytes as written, without white
/// space at the ends of each piece of text.
struct Measure {
  std::uint32_t text = 0;
  std::uint32_t link = 0;    // as far as it links to other pages
  std::uint32_t prose = 0;   // text outside of links, of blocks that are not mostly links
  std::uint32_t longs = 0;   // blocks of a sentence or more
  std::uint32_t links = 0;   // how many
  std::uint32_t digits = 0;  // pieces of text with a digit outside of links and times
  bool dropped = false;      // it is not read, nor is what is in it

  /// Share of the text that is links.
  double link_share() const {
    return text == 0 ? 0.0 : static_cast<double>(link) / static_cast<double>(text);
  }
};

/// One for each node of a tree.
class Measures {
 public:
  /// Nothing is dropped but what is no text for a reader.
  explicit Measures(const Tree& tree);

  const Measure& operator[](NodeId id) const { return measures_[id]; }

  /// Drops a node with all that is in it. What is above it is right again after add_up().
  void drop(NodeId id) { measures_[id].dropped = true; }
  void take_back(NodeId id) { measures_[id].dropped = false; }

  /// Measures anew.
  void add_up();

  /// Bytes of text in a block, but in no block within.
  std::uint32_t own_text(NodeId block) const { return own_[block].text; }

  /// The nearest block around a node, or the node itself.
  NodeId block_of(NodeId id) const { return places_[id].block; }

 private:
  struct Place {
    NodeId block = 0;
    NodeId link = 0;  // nearest link above, or 0
    bool linked = false;
    std::uint32_t length = 0;  // of a piece of text
    bool digits = false;
  };
  void locate();

  const Tree& tree_;
  std::vector<Measure> measures_;
  std::vector<Place> places_;
  struct Own {
    std::uint32_t text = 0;
    std::uint32_t link = 0;
  };
  std::vector<Own> own_;  // what stands in a block but in no block within
};

/// Whether a node is a link to another page or place of one, not a mark or a button.
bool links_away(const Tree& tree, NodeId id);

}  // namespace recount::html
