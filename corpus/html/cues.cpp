// The words are those that Readability (Arc90, later Mozilla), Boilerpipe and content management
// systems agree on. "poll", "result", "banner", "widget", "teaser" and the like are not among them:
// on pages about elections they hold the figures.
#include "corpus/html/cues.h"

#include <algorithm>
#include <array>
#include <string>

#include "corpus/html/core.h"
#include "corpus/html/name_table.h"
#include "corpus/html/tokenizer.h"

namespace recount::html {
namespace {

constexpr std::size_t kLongestWord = 24;
constexpr std::size_t kLongestHeading = 60;

constexpr NameTable<std::uint8_t, 512> kWords({
    {"ad", kCueAside},
    {"ads", kCueAside},
    {"adslot", kCueAside},
    {"adsbygoogle", kCueAside},
    {"advert", kCueAside},
    {"advertisement", kCueAside},
    {"advertising", kCueAside},
    {"advertorial", kCueAside},
    {"adverts", kCueAside},
    {"also-like", kCueAside},
    {"also-read", kCueAside},
    {"article-meta", kCueByline},
    {"author", kCueByline},
    {"authors", kCueByline},
    {"awdur", kCueByline},  // Welsh: author
    {"blog-pager", kCueAside},
    {"breadcrumb", kCueAside},
    {"breadcrumbs", kCueAside},
    {"byline", kCueByline},
    {"bylines", kCueByline},
    {"comment-list", kCueComments},
    {"commentlist", kCueComments},
    {"commentarea", kCueComments},
    {"commentsection", kCueComments},
    {"consent", kCueAside},
    {"contributor", kCueByline},
    {"cookie", kCueAside},
    {"cookies", kCueAside},
    {"copyright", kCueByline},
    {"date", kCueTime},
    {"dateline", kCueByline},
    {"datetime", kCueTime},
    {"dfp", kCueAside},
    {"disqus", kCueComments},
    {"donate", kCueAside},
    {"entry-meta", kCueByline},
    {"feed-links", kCueAside},
    {"further-reading", kCueAside},
    {"gdpr", kCueAside},
    {"hysbyseb", kCueAside},  // Welsh: advertisement
    {"latest-news", kCueAside},
    {"latest-stories", kCueAside},
    {"links-block", kCueAside},
    {"livefyre", kCueComments},
    {"login", kCueAside},
    {"masthead", kCueAside},
    {"menu", kCueAside},
    {"more-from", kCueAside},
    {"more-news", kCueAside},
    {"more-on", kCueAside},
    {"more-stories", kCueAside},
    {"most-popular", kCueAside},
    {"most-read", kCueAside},
    {"most-viewed", kCueAside},
    {"mpu", kCueAside},
    {"nav", kCueAside},
    {"navbar", kCueAside},
    {"navigation", kCueAside},
    {"newsletter", kCueAside},
    {"newsletters", kCueAside},
    {"node-meta", kCueByline},
    {"onward", kCueAside},
    {"outbrain", kCueAside},
    {"pagination", kCueAside},
    {"popular-posts", kCueAside},
    {"post-footer", kCueAside},
    {"post-meta", kCueByline},
    {"posted-on", kCueByline},
    {"promo", kCueAside},
    {"promos", kCueAside},
    {"promoted", kCueAside},
    {"pub-date", kCueTime},
    {"read-more", kCueAside},
    {"read-next", kCueAside},
    {"readmore", kCueAside},
    {"recent-posts", kCueAside},
    {"recirc", kCueAside},
    {"recirculation", kCueAside},
    {"recommendation", kCueAside},
    {"recommendations", kCueAside},
    {"recommended", kCueAside},
    {"related", kCueAside},
    {"relatedlinks", kCueAside},
    {"reporter", kCueByline},
    {"screen-reader", kCueUnseen},
    {"see-also", kCueAside},
    {"seealso", kCueAside},
    {"share-bar", kCueAside},
    {"share-box", kCueAside},
    {"share-container", kCueAside},
    {"share-icons", kCueAside},
    {"share-list", kCueAside},
    {"share-panel", kCueAside},
    {"share-post", kCueAside},
    {"share-this", kCueAside},
    {"share-wrapper", kCueAside},
    {"share-buttons", kCueAside},
    {"share-links", kCueAside},
    {"share-tools", kCueAside},
    {"sharebar", kCueAside},
    {"sharedaddy", kCueAside},
    {"sharetools", kCueAside},
    {"sharing", kCueAside},
    {"sidebar", kCueAside},
    {"sign-up", kCueAside},
    {"signup", kCueAside},
    {"skip-link", kCueAside},
    {"social", kCueAside},
    {"socials", kCueAside},
    {"sponsor", kCueAside},
    {"sr-only", kCueUnseen},
    {"sponsored", kCueAside},
    {"sponsors", kCueAside},
    {"story-info", kCueByline},
    {"story-meta", kCueByline},
    {"subscribe", kCueAside},
    {"taboola", kCueAside},
    {"tag-list", kCueAside},
    {"taglist", kCueAside},
    {"tags", kCueAside},
    {"time", kCueTime},
    {"timestamp", kCueTime},
    {"toolbar", kCueAside},
    {"top-stories", kCueAside},
    {"topic-list", kCueAside},
    {"trending", kCueAside},
    {"up-next", kCueAside},
    {"viafoura", kCueComments},
    {"visually-hidden", kCueUnseen},
    {"you-may", kCueAside},
});

/// Cuts names into words: "c-mostRead_box" is "c", "most", "read", "box".
template <typename Visit>
void each_word(std::string_view names, Visit visit) {
  std::size_t begin = 0;
  bool first = true;  // of its name
  for (std::size_t i = 0; i <= names.size(); ++i) {
    const bool letter = i < names.size() && is_letter(names[i]);
    const bool hump = letter && i > begin && names[i] <= 'Z' && names[i - 1] >= 'a';
    if (letter && !hump) continue;
    if (i > begin) {
      visit(names.substr(begin, i - begin), first);
      first = false;
    }
    begin = hump ? i : i + 1;
    if (i < names.size() && is_space(names[i])) first = true;
  }
}

bool same(std::string_view word, std::string_view lowered) {
  return word.size() == lowered.size() && starts_with_ignoring_case(word, lowered);
}

template <std::size_t N>
bool any_same(std::string_view word, const std::array<std::string_view, N>& words) {
  return std::any_of(words.begin(), words.end(),
                     [word](std::string_view w) { return same(word, w); });
}

template <std::size_t N>
bool any_start(std::string_view text, const std::array<std::string_view, N>& starts) {
  return std::any_of(starts.begin(), starts.end(), [text](std::string_view start) {
    return starts_with_ignoring_case(text, start);
  });
}

/// Words behind "comments" that say something about an article which can be commented on.
constexpr auto kAboutComments = std::to_array<std::string_view>(
    {"open", "closed", "count", "counts", "enabled", "disabled", "link", "links", "off", "icon"});

bool is_aside_role(std::string_view role) {
  static constexpr auto kRoles = std::to_array<std::string_view>(
      {"navigation", "banner", "contentinfo", "search", "complementary", "dialog", "alertdialog",
       "menu", "menubar", "toolbar"});
  return any_same(role, kRoles);
}

std::string_view without_marks(std::string_view text) {
  while (!text.empty() && !is_letter(text.front())) text.remove_prefix(1);
  while (!text.empty() && !is_letter(text.back())) text.remove_suffix(1);
  return text;
}

}  // namespace

std::uint8_t cues_of(std::string_view names) {
  std::uint8_t cues = 0;
  std::string_view previous;
  bool comments = false;  // the word before said so
  std::array<char, 2 * kLongestWord + 1> pair{};
  each_word(names, [&](std::string_view word, bool first) {
    if (comments && (first || !any_same(word, kAboutComments))) cues |= kCueComments;
    comments = same(word, "comments") || (first && same(word, "comment"));
    cues |= kWords.find(word);
    if (!first && previous.size() + word.size() < kLongestWord) {
      char* end = std::copy(previous.begin(), previous.end(), pair.begin());
      *end++ = '-';
      end = std::copy(word.begin(), word.end(), end);
      cues |=
          kWords.find(std::string_view(pair.data(), static_cast<std::size_t>(end - pair.data())));
    }
    previous = word;
  });
  if (comments) cues |= kCueComments;
  return cues;
}

/// Whether a page says here that it does without what stands in <noscript>.
bool asks_for_scripts(const Tree& tree, NodeId id) {
  constexpr std::size_t kNotice = 300;  // bytes
  const std::string text = text_of(tree, id, 2 * kNotice);
  return text.size() <= kNotice && text.find("JavaScript") != text.npos;
}

std::vector<std::uint8_t> find_cues(const Tree& tree) {
  std::vector<std::uint8_t> cues(tree.size());
  for (NodeId id = 1; id < tree.size(); ++id) {
    const Node& node = tree[id];
    if (node.tag == Tag::kTime) cues[id] = kCueTime;
    if (node.tag == Tag::kNoscript && asks_for_scripts(tree, id)) cues[id] = kCueAside;
    if (node.attributes == 0 || node.tag == Tag::kA || is(node.tag, kTablePart)) continue;
    for (std::uint32_t i = 0; i < node.attributes; ++i) {
      const Attribute& attribute = tree.attributes[node.first_attribute + i];
      switch (attribute.name) {
        case Attr::kAriaLabel:
        case Attr::kClass:
        case Attr::kDataComponent:
        case Attr::kId:
          cues[id] |= cues_of(attribute.value);
          break;
        case Attr::kRole:
          if (is_aside_role(attribute.value)) cues[id] |= kCueAside;
          break;
        case Attr::kItemprop:
          if (attribute.value == "author") cues[id] |= kCueByline;
          if (attribute.value.starts_with("date")) cues[id] |= kCueTime;
          break;
        default:
          break;
      }
    }
  }
  return cues;
}

bool is_aside_heading(std::string_view text) {
  if (text.ends_with('.')) return false;  // "Elsewhere in Kent it was a mixed picture."
  text = without_marks(text);
  if (text.empty() || text.size() > kLongestHeading) return false;
  static constexpr auto kStarts = std::to_array<std::string_view>({"related",
                                                                   "more from",
                                                                   "more on th",
                                                                   "more like this",
                                                                   "more stories",
                                                                   "most read",
                                                                   "most popular",
                                                                   "most viewed",
                                                                   "most watched",
                                                                   "read more",
                                                                   "read next",
                                                                   "recommended",
                                                                   "you may also",
                                                                   "you might also",
                                                                   "see also",
                                                                   "also in the news",
                                                                   "also in news",
                                                                   "other stories",
                                                                   "top stories",
                                                                   "trending",
                                                                   "sign up",
                                                                   "elsewhere on",
                                                                   "elsewhere in the news",
                                                                   "don't miss",
                                                                   "around the web"});
  static constexpr auto kWhole = std::to_array<std::string_view>(
      {"comments", "more news", "latest news", "share", "share this", "follow us", "tags", "topics",
       "more", "what to read next", "popular", "promoted", "sponsored", "previous posts"});
  return any_start(text, kStarts) || any_same(text, kWhole);
}

bool is_pointer(std::string_view text) {
  text = without_marks(text);
  static constexpr auto kStarts = std::to_array<std::string_view>(
      {"read more", "read also", "read next", "also read", "read:", "see also", "see more",
       "related", "watch:", "listen:", "more:", "more on this", "more on", "recommended"});
  return any_start(text, kStarts);
}

bool is_label_of_nothing(std::string_view text) {
  text = without_marks(text);
  if (text.size() > kLongestHeading) return false;
  static constexpr auto kWhole = std::to_array<std::string_view>(
      {"advertisement", "advert", "ad", "advertisement continue reading", "sponsored", "share",
       "share this", "share page", "article continues below", "loading"});
  static constexpr auto kStarts = std::to_array<std::string_view>(
      {"article continues after", "story continues below", "share this article", "copy link"});
  return any_same(text, kWhole) || any_start(text, kStarts);
}

}  // namespace recount::html
