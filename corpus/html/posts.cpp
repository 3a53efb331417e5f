// Method: every time of day votes for the elements around it; where three siblings of one kind have
// one each, they are posts. Where this holds on several levels, the one with the most posts wins.
#include "corpus/html/posts.h"

#include <algorithm>
#include <cstdint>
#include <functional>
#include <map>
#include <string_view>
#include <tuple>

#include "corpus/html/core.h"
#include "corpus/html/cues.h"

namespace recount::html {
namespace {

constexpr std::size_t kFewest = 3;
constexpr int kHighestPost = 8;           // levels from a time up to its post
constexpr std::uint32_t kShortest = 40;   // bytes of prose that a post has on average
constexpr std::size_t kLongestTime = 40;  // bytes of "Last updated 5 May 2023, 10:15am BST"

/// The first time of day in `text`: "07:12", "7.12am", "10pm".
std::string_view clock_in(std::string_view text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (!is_digit(text[i]) || (i > 0 && (is_digit(text[i - 1]) || text[i - 1] == '/'))) continue;
    std::size_t end = i;
    while (end < text.size() && is_digit(text[end])) ++end;
    if (end - i > 2) {
      i = end;
      continue;
    }
    const bool minutes = end + 2 < text.size() && (text[end] == ':' || text[end] == '.') &&
                         is_digit(text[end + 1]) && is_digit(text[end + 2]) &&
                         (end + 3 == text.size() || !is_digit(text[end + 3]));
    if (minutes) end += 3;
    std::size_t half = end;
    if (half < text.size() && text[half] == ' ') ++half;
    const bool named =
        half + 1 < text.size() && (to_lower(text[half]) == 'a' || to_lower(text[half]) == 'p') &&
        to_lower(text[half + 1]) == 'm' && (half + 2 == text.size() || !is_letter(text[half + 2]));
    if (named) return text.substr(i, half + 2 - i);
    if (minutes) return text.substr(i, end - i);
    i = end;
  }
  return {};
}

/// Siblings of one kind: parent, element, class.
using Kind = std::tuple<NodeId, Tag, std::string_view>;

}  // namespace

std::string clock_of(const Tree& tree, NodeId time) {
  const std::string text = text_of(tree, time, 2 * kLongestTime);
  if (text.size() <= kLongestTime) {
    if (const std::string_view clock = clock_in(text); !clock.empty()) return std::string(clock);
  }
  const auto written = tree.attribute(time, Attr::kDatetime);
  if (!written) return {};
  const std::size_t t = written->find_first_of("T ");
  return t == written->npos ? std::string() : std::string(clock_in(written->substr(t + 1, 5)));
}

std::vector<Post> find_posts(const Tree& tree, const Measures& measures,
                             const std::vector<std::uint8_t>& cues, NodeId root) {
  std::map<Kind, std::vector<Post>> kinds;
  for (NodeId id = root + 1; id < tree[root].end;) {
    if (measures[id].dropped) {
      id = tree[id].end;
      continue;
    }
    const NodeId time = id++;
    if ((cues[time] & kCueTime) == 0 || clock_of(tree, time).empty()) continue;
    NodeId at = tree[time].parent;
    for (int level = 0; level < kHighestPost && at > root; ++level, at = tree[at].parent) {
      if (!is(tree[at].tag, kBlock)) continue;
      auto& posts = kinds[{tree[at].parent, tree[at].tag,
                           tree.attribute(at, Attr::kClass).value_or(std::string_view())}];
      if (posts.empty() || posts.back().node != at) posts.push_back({at, time});
    }
  }
  std::vector<Post>* best = nullptr;
  for (auto& [kind, posts] : kinds) {
    std::uint64_t prose = 0;
    for (const Post& post : posts) prose += measures[post.node].prose;
    if (posts.size() < kFewest || prose < kShortest * posts.size()) continue;
    if (best == nullptr || posts.size() > best->size()) best = &posts;
  }
  return best == nullptr ? std::vector<Post>() : std::move(*best);
}

}  // namespace recount::html
