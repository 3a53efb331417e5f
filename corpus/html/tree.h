// A page as a tree.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "corpus/html/tags.h"
#include "corpus/html/tokenizer.h"

namespace recount::html {

using NodeId = std::uint32_t;

struct Node {
  Tag tag = Tag::kUnknown;
  NodeId parent = 0;
  NodeId end = 0;       // behind its last descendant: the subtree of node i is [i, end)
  NodeId link_end = 0;  // of <a>: behind the last node that is part of the link
  std::uint32_t first_attribute = 0;
  std::uint32_t attributes = 0;
  std::string_view text;  // of kText, and the content of raw text elements; as written
};

/// Nodes in the order of their start tags, node 0 being the document. Views are into the page.
struct Tree {
  std::vector<Node> nodes;
  std::vector<Attribute> attributes;

  const Node& operator[](NodeId id) const { return nodes[id]; }
  NodeId size() const { return static_cast<NodeId>(nodes.size()); }

  /// The value of an attribute as written; nothing if it has none.
  std::optional<std::string_view> attribute(NodeId id, Attr name) const;
};

/// Parses a page of UTF-8 along the rules of the HTML standard (section 13.2.6), as far as they say
/// which text belongs together and in which order: implied end tags, misnested end tags, tables,
/// raw text, SVG. Formatting elements are not reopened behind a block that ended them, and text
/// that stands loose in a table stays where it is. Any nesting will do, nothing recurses, and time
/// is linear. REQUIRES: `page` is smaller than 4 GiB.
Tree parse(std::string_view page);

}  // namespace recount::html
