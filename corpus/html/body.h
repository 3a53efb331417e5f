// Which parts of a page are the article.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "corpus/html/posts.h"
#include "corpus/html/tree.h"

namespace recount::html {

struct Body {
  NodeId root = 0;                     // the article is in here
  NodeId headline = 0;                 // the heading over it, 0 if there is none; perhaps elsewhere
  std::vector<std::uint8_t> left_out;  // for each node, whether it is, with all that is in it
  std::vector<Post> posts;             // of a live page, in order
};

/// Finds the article of a page. `titles` is what the page calls itself, one a line: the headings
/// are compared with that. Left out is what is certainly none of the article; in doubt a part is
/// kept.
Body find_body(const Tree& tree, std::string_view titles);

}  // namespace recount::html
