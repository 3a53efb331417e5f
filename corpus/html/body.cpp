// Method: (1) what markup and names of classes call navigation, comments, adverts and so on goes,
// unless most of the prose of the page is in it, which no such part is. (2) core.h finds where the
// article is. (3) What stands around that is kept if it reads like prose, more strictly where the
// page does not say that it belongs to the article. (4) Within, parts go that lead elsewhere: lists
// of links, cards, "Read more", and what follows a heading like "Related stories". Shares of links
// are judged as in jusText (Pomikálek, 2011) and Boilerpipe (Kohlschütter and others, 2010).
#include "corpus/html/body.h"

#include <algorithm>

#include "corpus/html/controls.h"
#include "corpus/html/core.h"
#include "corpus/html/cues.h"
#include "corpus/html/measures.h"
#include "corpus/html/table_text.h"

namespace recount::html {
namespace {

constexpr double kTooMuch = 0.4;  // of the prose: what no part beside the article holds
constexpr double kMostlyLinks = 0.6;
constexpr double kAllLinks = 0.9;
constexpr double kCardLinks = 0.3;  // headline against teaser
constexpr double kFewLinks = 0.25;
constexpr double kLargePart = 0.15;  // of the core: a part beside it that may be article as well
constexpr std::uint32_t kFewWords = 200;
constexpr std::uint32_t kByline = 300;  // bytes at most
constexpr std::uint32_t kTime = 80;
constexpr std::uint32_t kCard = 400;
constexpr std::uint32_t kLine = 40;
constexpr int kHighest = 6;  // levels from a heading up to the box that it heads

class BodyFinder {
 public:
  BodyFinder(const Tree& tree, std::string_view titles)
      : tree_(tree),
        titles_(titles),
        measures_(tree),
        cues_(find_cues(tree)),
        tables_(find_data_tables(tree)) {}

  Body find() {
    drop_comments();
    drop_asides();
    out_.headline = find_headline(tree_, measures_, titles_);
    core_ = find_core(tree_, measures_, out_.headline);
    out_.root = core_.root;
    out_.left_out.resize(tree_.size());
    out_.posts = find_posts(tree_, measures_, cues_, core_.root);
    for (const Post& post : out_.posts) is_post_.push_back(post.node);
    around_core();
    within();
    leave_out_bare_terms();
    return std::move(out_);
  }

 private:
  const Measure& measure(NodeId id) const { return measures_[id]; }
  bool inside(NodeId id, NodeId root) const { return id >= root && id < tree_[root].end; }
  void leave_out(NodeId id) { out_.left_out[id] = 1; }
  bool is_data_table(NodeId id) const {
    return std::binary_search(tables_.begin(), tables_.end(), id);
  }
  bool is_post(NodeId id) const { return std::binary_search(is_post_.begin(), is_post_.end(), id); }

  // --- by name ----------------------------------------------------------------------------------

  /// Comments may well be longer than the article.
  void drop_comments() {
    measures_.add_up();
    const std::uint32_t all = measure(0).prose;
    std::vector<NodeId> dropped;
    for (NodeId id = 1; id < tree_.size(); ++id) {
      const Tag tag = tree_[id].tag;
      if ((cues_[id] & kCueComments) == 0 || tag == Tag::kBody || tag == Tag::kMain ||
          tag == Tag::kHtml || measure(id).dropped || holds_heading(id, Tag::kH1))
        continue;
      measures_.drop(id);
      dropped.push_back(id);
    }
    if (dropped.empty()) return;
    measures_.add_up();
    if (measure(0).prose >= std::min(kFewWords / 2, all)) return;
    for (const NodeId id : dropped) measures_.take_back(id);
    measures_.add_up();
  }

  void drop_asides() {
    const double most = kTooMuch * measure(0).prose;
    NodeId behind_article = 0;
    for (NodeId id = 1; id < tree_.size();) {
      if (measure(id).dropped) {
        id = tree_[id].end;
        continue;
      }
      const Tag tag = tree_[id].tag;
      const bool in_article = id < behind_article;
      if ((tag == Tag::kArticle || tag == Tag::kMain) && !in_article)
        behind_article = tree_[id].end;
      if (is_aside(id, in_article) && measure(id).prose <= most) measures_.drop(id);
      ++id;
    }
    measures_.add_up();
  }

  bool is_aside(NodeId id, bool in_article) const {
    const std::uint8_t cues = cues_[id];
    switch (tree_[id].tag) {
      case Tag::kFooter:
        return !in_article || measure(id).link_share() > kFewLinks || cues != 0 ||
               measure(id).longs == 0;
      case Tag::kHeader:
        if (!in_article) return true;
        break;
      case Tag::kAside:
        if (!in_article || (cues & kCueAside) != 0) return true;
        return measure(id).link_share() > kFewLinks;
      case Tag::kForm:
        return measure(id).longs < 3;
      case Tag::kBody:
      case Tag::kMain:
      case Tag::kHtml:
      case Tag::kArticle:
        return false;
      default:
        break;
    }
    if ((cues & kCueAside) != 0) return true;
    if ((cues & kCueByline) != 0 && measure(id).text <= kByline)
      return !holds_heading(id, Tag::kUnknown);
    return false;
  }

  /// Whether a heading is in there, of that rank unless it is kUnknown.
  bool holds_heading(NodeId id, Tag rank) const {
    const NodeId end = few_nodes_end(tree_, id);
    for (NodeId i = id; i < end; ++i) {
      if (rank == Tag::kUnknown ? is(tree_[i].tag, kHeading) : tree_[i].tag == rank) return true;
    }
    return false;
  }

  // --- around the core --------------------------------------------------------------------------

  /// Judges the parts beside the way from the root down to the core.
  void around_core() {
    NodeId at = core_.root;
    while (at < core_.core.begin) {
      NodeId way = 0;
      for (NodeId child = at + 1; child < tree_[at].end; child = tree_[child].end) {
        if (inside(core_.core.begin, child)) {
          way = child;
          continue;
        }
        if (child >= core_.core.begin && child < core_.core.end) continue;
        const bool beside = tree_[at].end >= core_.core.end && way_ends(at);
        if (!measure(child).dropped && measure(child).text != 0 && !belongs(child, beside))
          leave_out(child);
      }
      if (way == 0 || way == core_.core.begin) return;
      at = way;
    }
  }

  /// Whether the core is a child of `parent`.
  bool way_ends(NodeId parent) const { return tree_[core_.core.begin].parent == parent; }

  bool mostly_links(NodeId id) const {
    const Measure& here = measure(id);
    return here.link_share() > kCardLinks && here.digits < 2 * here.links;
  }

  bool belongs(NodeId id, bool beside_core) const {
    const Measure& here = measure(id);
    if (out_.headline != 0 && inside(out_.headline, id)) return true;
    const bool introduces = out_.headline != 0 && id > out_.headline && id < core_.core.begin;
    if (mostly_links(id))  // below the headline a line may have some links under it
      return introduces && here.link_share() < kMostlyLinks && here.prose >= kLine;
    if (core_.is_article || introduces) return true;
    const Tag tag = tree_[id].tag;
    const bool text_level = tag != Tag::kDiv && tag != Tag::kSection && tag != Tag::kAside &&
                            !is(tag, kTablePart) && tag != Tag::kForm &&
                            (tag != Tag::kTable || is_data_table(id));
    if (beside_core && text_level && (here.longs != 0 || here.links == 0)) return true;
    if (is_brief(id)) return false;
    return here.longs >= 2 && here.prose >= kLargePart * measure(core_.core.begin).prose;
  }

  /// Whether a part begins with a heading for other news.
  bool is_brief(NodeId id) const {
    const std::string begin = folded(text_of(tree_, id, 60));
    return begin.starts_with("inbrief") || begin.starts_with("newsinbrief") ||
           begin.starts_with("elsewhere") || begin.starts_with("othernews") ||
           begin.starts_with("alsotoday");
  }

  // --- within -----------------------------------------------------------------------------------

  void within() {
    const NodeId end = tree_[core_.root].end;
    for (NodeId id = core_.root; id < end;) {
      behind_ = 0;
      if (measure(id).dropped || is_above(id)) leave_out(id);
      if (out_.left_out[id] == 0 && is_data_table(id)) {
        id = tree_[id].end;
        continue;
      }
      if (out_.left_out[id] == 0) judge(id);
      id = std::max(out_.left_out[id] != 0 ? tree_[id].end : id + 1, behind_);
    }
  }

  /// Whether a part above the headline has links and no figures: a menu, "Just in: …".
  bool is_above(NodeId id) const {
    return tree_[id].end <= out_.headline && id != core_.root && is(tree_[id].tag, kBlock) &&
           mostly_links(id) && !is_post(id) && !holds_data(id);
  }

  /// Leaves a part out, or what it heads.
  void judge(NodeId id) {
    const Tag tag = tree_[id].tag;
    const Measure& here = measure(id);
    if (here.text == 0 || tag == Tag::kText || id == core_.root || id == out_.headline ||
        inside(core_.core.begin, id))
      return;
    if (is_post(id)) return;
    if ((cues_[id] & kCueTime) != 0 && here.text <= kTime && stands_alone(id)) return leave_out(id);
    if (is_lone_button(tree_, measures_, id)) return leave_out(id);
    if (!is(tag, kBlock)) {
      const bool label = (cues_[id] & kCueUnseen) != 0 && in_figure(id);
      if (label || (leads_elsewhere(id) && is_line(id))) leave_out(id);
      return;
    }
    if (leads_elsewhere(id) || is_card(id)) return leave_out(id);
    if (here.text > kFewWords) return;
    if (is_bar_of_buttons(tree_, measures_, id)) return leave_out(id);
    if (!inside(out_.headline, id) && is_sign_up(tree_, measures_, id)) return leave_out(id);
    const std::string line = text_of(tree_, id, kFewWords);
    if (is_label_of_nothing(line)) return leave_out(id);
    if (here.links != 0 && is_pointer(line) && here.link_share() > kCardLinks) return leave_out(id);
    if (is_aside_heading(line)) leave_out_headed(id);
  }

  /// Whether there is hardly anything else in the block.
  bool stands_alone(NodeId id) const {
    return measures_.own_text(measures_.block_of(id)) <= measure(id).text + kTime / 2;
  }

  bool leads_elsewhere(NodeId id) const {
    const Measure& here = measure(id);
    if (here.links == 0 || is(tree_[id].tag, kHeading) || holds_data(id)) return false;
    if (here.links == 1) return here.link_share() >= kAllLinks && here.digits == 0;
    return here.link_share() >= kMostlyLinks && here.digits * 2 < here.links;
  }

  /// Whether a part of several links has a line of its block for itself: "Print  Send to a friend".
  bool is_line(NodeId id) const {
    if (tree_[id].tag == Tag::kA || measure(id).links < 2) return false;
    const NodeId parent = tree_[id].parent;
    NodeId before = id - 1, behind = tree_[id].end;
    if (is_blank(before)) --before;
    if (behind < tree_[parent].end && is_blank(behind)) ++behind;
    return (before <= parent || tree_[before].tag == Tag::kBr) &&
           (behind >= tree_[parent].end || tree_[behind].tag == Tag::kBr);
  }

  bool is_blank(NodeId id) const { return tree_[id].tag == Tag::kText && measure(id).text == 0; }

  bool holds_data(NodeId id) const {
    const auto table = std::lower_bound(tables_.begin(), tables_.end(), id);
    return table != tables_.end() && *table < tree_[id].end;
  }

  // --- labels ------------------------------------------------------------------------------------

  bool in_figure(NodeId id) const {
    for (NodeId at = tree_[id].parent; at > core_.root; at = tree_[at].parent) {
      if (tree_[at].tag == Tag::kFigure) return true;
    }
    return false;
  }

  /// Leaves out "Published" where the day is: a term all definitions of which are left out.
  void leave_out_bare_terms() {
    for (NodeId id = core_.root; id < tree_[core_.root].end; ++id) {
      if (tree_[id].tag != Tag::kDt || out_.left_out[id] != 0) continue;
      const NodeId end = tree_[tree_[id].parent].end;
      NodeId next = tree_[id].end;
      bool defined = false, bare = true;
      for (; next < end && tree_[next].tag != Tag::kDt; next = tree_[next].end) {
        if (tree_[next].tag != Tag::kDd || measure(next).text == 0) continue;
        defined = true;
        bare = bare && nothing_left(next);
      }
      if (defined && bare) leave_out(id);
    }
  }

  bool nothing_left(NodeId root) const {
    for (NodeId id = root; id < tree_[root].end;) {
      if (out_.left_out[id] != 0) {
        id = tree_[id].end;
        continue;
      }
      if (tree_[id].tag == Tag::kText && measure(id).text != 0) return false;
      ++id;
    }
    return true;
  }

  /// A linked heading with a line or two on another article.
  bool is_card(NodeId id) const {
    const Measure& here = measure(id);
    const Tag tag = tree_[id].tag;
    if (here.links == 0 || here.links > 3 || here.text > kCard || here.link_share() < kCardLinks)
      return false;
    if (tag == Tag::kP || is(tag, kHeading) || out_.headline == 0 || inside(out_.headline, id))
      return false;
    const NodeId end = few_nodes_end(tree_, id);
    for (NodeId i = id; i < end; ++i) {
      if (is(tree_[i].tag, kHeading) && measure(i).link_share() >= kAllLinks) return true;
      if (tree_[i].tag == Tag::kImg && measure(id).digits == 0) return true;
    }
    return false;
  }

  /// Leaves out the box that a heading is the first text of, else what follows the heading up to
  /// the next one or to prose.
  void leave_out_headed(NodeId heading) {
    NodeId box = heading;
    for (int level = 0; level < kHighest; ++level) {
      const NodeId above = tree_[box].parent;
      if (above <= core_.root || inside(core_.core.begin, above) || is_post(above) ||
          measure(above).prose > kTooMuch * measure(core_.core.begin).prose ||
          !nothing_between(above, box))
        break;
      box = above;
    }
    leave_out(box);
    behind_ = tree_[box].end;
    if (box != heading) return;
    const NodeId end = tree_[tree_[heading].parent].end;
    for (NodeId next = behind_; next < end; next = tree_[next].end) {
      const Measure& here = measure(next);
      if (here.text == 0) continue;
      if (here.link_share() < kCardLinks || is(tree_[next].tag, kHeading)) break;
      leave_out(next);
      behind_ = tree_[next].end;
    }
  }

  bool nothing_between(NodeId above, NodeId below) const {
    const NodeId first = below - above > kFewNodes ? below - kFewNodes : above;
    for (NodeId id = below; --id > first;) {
      if (tree_[id].tag == Tag::kText && measure(id).text != 0) return false;
    }
    return true;
  }

  const Tree& tree_;
  std::string_view titles_;
  Measures measures_;
  std::vector<std::uint8_t> cues_;
  std::vector<NodeId> tables_;  // those of data
  Body out_;
  Core core_;
  std::vector<NodeId> is_post_;
  NodeId behind_ = 0;  // what judge() has left out ends here
};

}  // namespace

Body find_body(const Tree& tree, std::string_view titles) {
  return BodyFinder(tree, titles).find();
}

}  // namespace recount::html
