// The part of a page with the article in it.
#pragma once

#include <string>
#include <string_view>

#include "corpus/html/measures.h"
#include "corpus/html/tree.h"

namespace recount::html {

/// Nodes [begin, end).
struct Range {
  NodeId begin = 0;
  NodeId end = 0;
  bool holds(NodeId id) const { return begin <= id && id < end; }
};

struct Core {
  NodeId root = 0;          // all of the article is in here, and perhaps more
  bool is_article = false;  // the page itself says that `root` is the article
  Range core;               // the bulk of it, in `root`
};

/// Finds it by what the page says of its parts (article, main, itemprop=articleBody), where these
/// hold most of its prose, else by where the prose is. REQUIRES: `measures` are added up.
Core find_core(const Tree& tree, const Measures& measures, NodeId headline);

/// The heading that says what one of `titles` (lines) says; else the only h1, else 0.
NodeId find_headline(const Tree& tree, const Measures& measures, std::string_view titles);

/// Whether a heading is the name of the site, which links to its first page.
bool leads_home(const Tree& tree, NodeId heading);

/// The text of a node on one line, decoded; not more than `limit` bytes as written.
std::string text_of(const Tree& tree, NodeId id, std::size_t limit = 400);

/// Letters and digits of a line in small letters, to compare headings by.
std::string folded(std::string_view line);

}  // namespace recount::html
