#include "corpus/html/body_text.h"

#include <algorithm>
#include <vector>

#include "corpus/html/core.h"
#include "corpus/html/line_writer.h"
#include "corpus/html/table_text.h"
#include "corpus/html/tokenizer.h"

namespace recount::html {
namespace {

constexpr std::size_t kShortTerm = 80;
constexpr std::size_t kHeadline = 2000;

/// Blank lines around these; other blocks are just lines.
bool is_apart(Tag tag) {
  switch (tag) {
    case Tag::kP:
    case Tag::kUl:
    case Tag::kOl:
    case Tag::kDl:
    case Tag::kBlockquote:
    case Tag::kFigure:
    case Tag::kSection:
    case Tag::kArticle:
    case Tag::kAside:
    case Tag::kDetails:
    case Tag::kHr:
    case Tag::kPre:
    case Tag::kTable:
    case Tag::kHeader:
    case Tag::kFooter:
    case Tag::kMain:
      return true;
    default:
      return is(tag, kHeading);
  }
}

class BodyWriter {
 public:
  BodyWriter(const Tree& tree, const Body& body)
      : tree_(tree), body_(body), tables_(find_data_tables(tree)) {
    for (const Post& post : body.posts) times_.push_back(post.time);
    std::sort(times_.begin(), times_.end());
  }

  std::string run() {
    if (body_.headline != 0 && !is_written(body_.headline)) {
      out_.add(text_of(tree_, body_.headline, kHeadline));
      out_.new_line(2);
    }
    const NodeId end = tree_[body_.root].end;
    for (NodeId id = body_.root; id < end;) {
      close_blocks(id);
      id = write(id);
    }
    return out_.take();
  }

 private:
  struct Block {
    NodeId end;
    Tag tag;
  };

  bool is_written(NodeId id) const {
    if (id < body_.root || id >= tree_[body_.root].end) return false;
    for (; id > body_.root; id = tree_[id].parent) {
      if (body_.left_out[id] != 0) return false;
    }
    return true;
  }

  void close_blocks(NodeId id) {
    while (!blocks_.empty() && blocks_.back().end <= id) {
      out_.new_line(is_apart(blocks_.back().tag) && !is(blocks_.back().tag, kHeading) ? 2 : 1);
      if (blocks_.back().tag == Tag::kDt) after_term_ = true;
      if (blocks_.back().tag == Tag::kPre) --pres_;
      blocks_.pop_back();
    }
  }

  /// Writes a node or what stands for it; the node to go on with.
  NodeId write(NodeId id) {
    const Node& node = tree_[id];
    if (body_.left_out[id] != 0 || std::binary_search(times_.begin(), times_.end(), id)) {
      if (is(node.tag, kBlock)) out_.new_line(1);
      return node.end;
    }
    if (node.tag == Tag::kText) {
      write_text(id);
    } else if (node.tag == Tag::kBr) {
      out_.soft_break();
    } else if (node.tag == Tag::kWbr || is_footnote_mark(tree_, id)) {
      return node.end;
    } else if (std::binary_search(tables_.begin(), tables_.end(), id)) {
      write_table(tree_, body_.left_out, id, out_);
      return node.end;
    } else if (is(node.tag, kBlock)) {
      open_block(id);
    }
    return id + 1;
  }

  void open_block(NodeId id) {
    const Node& node = tree_[id];
    if (post_ < body_.posts.size() && body_.posts[post_].node == id) {
      out_.new_line(2);
      out_.add(clock_of(tree_, body_.posts[post_++].time));
      out_.new_line(1);
      out_.stay_close();
    } else if (node.tag == Tag::kDd && after_term_ && short_term_ && is_short(id)) {
      out_.join(":");
    } else {
      out_.new_line(is_apart(node.tag) ? 2 : 1);
    }
    after_term_ = false;
    if (node.tag == Tag::kDt) short_term_ = is_short(id);
    if (node.tag == Tag::kPre) ++pres_;
    blocks_.push_back({node.end, node.tag});
  }

  bool is_short(NodeId id) const { return text_of(tree_, id, 2 * kShortTerm).size() <= kShortTerm; }

  void write_text(NodeId id) {
    const Node& node = tree_[id];
    const std::size_t length = trim(node.text).size();
    if (length != 0) after_term_ = false;
    if (pres_ != 0) return write_lines(node.text);
    // Two spans side by side are parted by their style.
    const Tag last = tree_[last_text_parent_].tag;
    const Tag here = tree_[node.parent].tag;
    const bool spans = (last == Tag::kSpan || last == Tag::kUnknown) &&
                       (here == Tag::kSpan || here == Tag::kUnknown) &&
                       tree_[last_text_parent_].end <= node.parent;
    if (spans && !initial_) out_.space();
    out_.add_raw(node.text);
    last_text_parent_ = node.parent;
    initial_ = length == 1 && is_letter(trim(node.text).front());
  }

  void write_lines(std::string_view text) {
    while (!text.empty()) {
      const std::size_t end = std::min(text.find('\n'), text.size());
      out_.add_raw(text.substr(0, end));
      if (end < text.size()) out_.new_line(trim(text.substr(0, end)).empty() ? 2 : 1);
      text.remove_prefix(std::min(end + 1, text.size()));
    }
  }

  const Tree& tree_;
  const Body& body_;
  std::vector<NodeId> tables_;
  std::vector<NodeId> times_;
  std::vector<Block> blocks_;
  LineWriter out_;
  std::size_t post_ = 0;     // the next one
  bool short_term_ = false;  // the last term may have its definition on its line
  bool after_term_ = false;  // nothing stands behind it yet
  int pres_ = 0;             // open <pre>
  NodeId last_text_parent_ = 0;
  bool initial_ = false;  // the last text was one letter: an initial set apart
};

}  // namespace

std::string write_body(const Tree& tree, const Body& body) { return BodyWriter(tree, body).run(); }

}  // namespace recount::html
