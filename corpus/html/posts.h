// The posts of a live page, as the page marks them up.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "corpus/html/measures.h"
#include "corpus/html/tree.h"

namespace recount::html {

struct Post {
  NodeId node = 0;  // all of the post is in here
  NodeId time = 0;  // what says when it was written
};

/// The posts below `root` in order: siblings of one kind, three or more, each with its own time of
/// day and something to read. Empty when it is no live page.
/// `cues` are those of the nodes.
std::vector<Post> find_posts(const Tree& tree, const Measures& measures,
                             const std::vector<std::uint8_t>& cues, NodeId root);

/// The time of day that an element tells, as "07:12" or as it is written; empty if it tells none.
std::string clock_of(const Tree& tree, NodeId time);

}  // namespace recount::html
