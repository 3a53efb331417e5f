// Method: first the elements that HTML and schema.org have for it, believed only if they hold most
// of the prose, since teasers are articles, too. Then, as in Readability (Arc90, 2009), the prose
// of the page decides: from the top it goes down to the part that holds nearly all of it, and stops
// where it is spread over several alike, the paragraphs of an article or the posts of a live page.
#include "corpus/html/core.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "corpus/html/characters.h"

namespace recount::html {
namespace {

constexpr double kMost = 0.7;  // of the prose: what an element that is the article holds
constexpr double kHalf = 0.5;
constexpr double kLarge = 0.15;      // an element that might be an article of its own
constexpr double kNearlyAll = 0.75;  // where the way down goes on
constexpr double kTwin = 0.05;
constexpr std::uint32_t kLongestTitle = 200;  // bytes

class CoreFinder {
 public:
  CoreFinder(const Tree& tree, const Measures& measures, NodeId headline)
      : tree_(tree), measures_(measures), headline_(headline) {}

  Core find() {
    collect();
    Core out;
    out.root = main_or_document();
    choose_article(out);
    if (!article_bodies(out)) descend(out);
    return out;
  }

 private:
  double prose(NodeId id) const { return measures_[id].prose; }

  void collect() {
    NodeId behind_article = 0;
    for (NodeId id = 1; id < tree_.size();) {
      if (measures_[id].dropped) {
        id = tree_[id].end;
        continue;
      }
      const Tag tag = tree_[id].tag;
      if (tag == Tag::kMain || tree_.attribute(id, Attr::kRole) == "main") mains_.push_back(id);
      if (tag == Tag::kArticle && id >= behind_article) {
        articles_.push_back(id);
        behind_article = tree_[id].end;
      }
      const auto property = tree_.attribute(id, Attr::kItemprop);
      if (property && property->find("articleBody") != property->npos) bodies_.push_back(id);
      ++id;
    }
  }

  NodeId main_or_document() const {
    for (const NodeId id : mains_) {
      if (prose(id) >= kHalf * prose(0)) return id;
    }
    return 0;
  }

  bool inside(NodeId id, NodeId root) const { return id >= root && id < tree_[root].end; }

  void choose_article(Core& out) const {
    std::vector<NodeId> large;
    for (const NodeId id : articles_) {
      if (inside(id, out.root) && prose(id) >= kLarge * prose(out.root)) large.push_back(id);
    }
    // A page that loads the next article below this one: each has its own first heading.
    const auto headed = static_cast<std::size_t>(
        std::count_if(large.begin(), large.end(), [this](NodeId id) { return has_h1(id); }));
    if (large.size() > 1 && headed == large.size()) {
      const auto titled = std::find_if(large.begin(), large.end(), [this](NodeId id) {
        return headline_ != 0 && inside(headline_, id);
      });
      large.assign(1, titled == large.end() ? large.front() : *titled);
    } else if (large.size() != 1 || prose(large.front()) < kMost * prose(out.root)) {
      return;
    }
    out.root = large.front();
    out.is_article = true;
  }

  bool has_h1(NodeId root) const {
    for (NodeId id = root; id < tree_[root].end; ++id) {
      if (tree_[id].tag == Tag::kH1) return true;
    }
    return false;
  }

  /// From the first to the last element that says it is the body of the article.
  bool article_bodies(Core& out) const {
    double sum = 0;
    Range range;
    for (const NodeId id : bodies_) {
      if (!inside(id, out.root) || id < range.end) continue;
      sum += prose(id);
      if (range.end == 0) range.begin = id;
      range.end = tree_[id].end;
    }
    if (sum < kHalf * prose(out.root) || sum == 0) return false;
    out.core = range;
    return true;
  }

  void descend(Core& out) const {
    NodeId at = out.root;
    for (;;) {
      NodeId best = 0;
      for (NodeId child = at + 1; child < tree_[at].end; child = tree_[child].end) {
        if (best == 0 || prose(child) > prose(best)) best = child;
      }
      if (best == 0 || prose(best) < kNearlyAll * prose(at)) break;
      if (has_twin(at, best) || !is(tree_[best].tag, kBlock)) break;
      if (tree_[best].tag == Tag::kP || is(tree_[best].tag, kHeading)) break;
      at = best;
    }
    out.core = {at, tree_[at].end};
  }

  /// Whether a sibling looks like `node` and holds prose as well.
  bool has_twin(NodeId parent, NodeId node) const {
    if (is(tree_[node].tag, kTablePart)) return false;  // columns of a layout
    const bool table = tree_[node].tag == Tag::kTable;  // lays out: so may that of a menu
    for (NodeId child = parent + 1; child < tree_[parent].end; child = tree_[child].end) {
      if (child != node && alike(child, node) && prose(child) >= kTwin * prose(node) &&
          (!table || measures_[child].longs != 0))
        return true;
    }
    return false;
  }

  /// Of one element and class. Who has no class is told by its name: "page" beside "footer".
  bool alike(NodeId one, NodeId other) const {
    if (tree_[one].tag != tree_[other].tag) return false;
    const auto name = tree_.attribute(one, Attr::kClass);
    if (name != tree_.attribute(other, Attr::kClass)) return false;
    return name || unnumbered(one) == unnumbered(other);
  }

  /// The id up to its number: "post-" of "post-12".
  std::string_view unnumbered(NodeId id) const {
    const std::string_view name = tree_.attribute(id, Attr::kId).value_or("");
    return name.substr(0, name.find_first_of("0123456789"));
  }

  const Tree& tree_;
  const Measures& measures_;
  NodeId headline_;
  std::vector<NodeId> mains_;
  std::vector<NodeId> articles_;  // outermost
  std::vector<NodeId> bodies_;
};

}  // namespace

Core find_core(const Tree& tree, const Measures& measures, NodeId headline) {
  return CoreFinder(tree, measures, headline).find();
}

std::string text_of(const Tree& tree, NodeId id, std::size_t limit) {
  constexpr NodeId kMostNodes = 200;
  std::string raw;
  const NodeId end = std::min(tree[id].end, id + kMostNodes);
  for (NodeId i = id; i < end && raw.size() < limit; ++i) {
    const Node& node = tree[i];
    if (node.tag == Tag::kText) {
      append_decoded(node.text.substr(0, limit), raw);
    } else if (is(node.tag, kBlock) || node.tag == Tag::kBr) {
      raw += ' ';
    }
  }
  return collapse_spaces(raw);
}

std::string folded(std::string_view line) {
  std::string out;
  for (const char c : line) {
    if (is_letter(c) || is_digit(c)) out += to_lower(c);
  }
  return out;
}

namespace {

constexpr std::size_t kShortestHeadline =
    10;  // letters and digits by which headings are told apart

std::vector<std::string> folded_lines(std::string_view lines) {
  std::vector<std::string> out;
  while (!lines.empty()) {
    const std::size_t end = std::min(lines.find('\n'), lines.size());
    std::string line = folded(lines.substr(0, end));
    if (line.size() >= kShortestHeadline) out.push_back(std::move(line));
    lines.remove_prefix(std::min(end + 1, lines.size()));
  }
  return out;
}

/// How well a heading agrees with what the page is called: 0 not at all, 1 at the end, where the
/// name of the site is, too, 2 at the beginning.
int agreement(const std::string& heading, const std::vector<std::string>& titles) {
  if (heading.size() < kShortestHeadline) return 0;
  int best = 0;
  for (const std::string& title : titles) {
    if (title.starts_with(heading) || heading.starts_with(title)) return 2;
    if (title.ends_with(heading)) best = 1;
  }
  return best;
}

}  // namespace

bool leads_home(const Tree& tree, NodeId heading) {
  for (NodeId id = heading + 1; id < tree[heading].end; id = tree[id].end) {
    if (tree[id].tag == Tag::kText && trim(tree[id].text).empty()) continue;
    if (tree[id].tag != Tag::kA) return false;
    std::string_view target = trim(tree.attribute(id, Attr::kHref).value_or("#"));
    if (const std::size_t host = target.find("//"); host != target.npos) {
      target.remove_prefix(std::min(target.find('/', host + 2), target.size()));
      if (target.empty()) return true;
    }
    return target == "/";
  }
  return false;
}

NodeId find_headline(const Tree& tree, const Measures& measures, std::string_view titles) {
  const std::vector<std::string> wanted = folded_lines(titles);
  NodeId best = 0, only = 0;
  int h1s = 0, agrees = 0;
  for (NodeId id = 1; id < tree.size(); ++id) {
    const Tag tag = tree[id].tag;
    if (tag != Tag::kH1 && tag != Tag::kH2 && tag != Tag::kH3) continue;
    if (leads_home(tree, id)) continue;
    if (tag == Tag::kH1 && ++h1s == 1) only = id;
    const int here = agreement(folded(text_of(tree, id)), wanted);
    if (here <= agrees || (tag == Tag::kH3 && measures[id].dropped)) continue;
    agrees = here;
    best = id;
    if (agrees == 2) return best;
  }
  if (best != 0) return best;
  if (h1s != 0) return h1s == 1 && !measures[only].dropped ? only : 0;
  // Without any such heading, the line that says it; the name of the site says less.
  std::size_t longest = 0;
  for (NodeId id = 1; id < tree.size(); ++id) {
    const Measure& measure = measures[id];
    const bool line = is(tree[id].tag, kBlock) || tree[id].tag == Tag::kB ||
                      tree[id].tag == Tag::kStrong || tree[id].tag == Tag::kFont;
    if (!line || measure.dropped || measure.link != 0 || measure.text < 2 * kShortestHeadline ||
        measure.text > kLongestTitle)
      continue;
    const std::string text = folded(text_of(tree, id));
    if (text.size() <= longest || agreement(text, wanted) == 0) continue;
    longest = text.size();
    best = id;
  }
  return best;
}

}  // namespace recount::html
