#include "extractor/discourse/posts.h"

#include <algorithm>
#include <vector>

namespace recount {
namespace {

constexpr int kLivePagePosts = 3;
constexpr std::size_t kBareTime = 4;  // digits

bool digit(char c) { return c >= '0' && c <= '9'; }

/// Length of the time of day at the start of `text`, or 0: H:MM, HH.MM, HHMM, each perhaps with am
/// or pm, and Ham. `bare` tells that it is digits alone.
std::size_t clock_length(std::string_view text, bool& bare) {
  std::size_t digits = 0;
  while (digits < text.size() && digit(text[digits])) ++digits;
  std::size_t end = digits;
  int hour = 0, minute = 0;
  bare = false;
  const auto number = [text](std::size_t at, std::size_t count) {
    int out = 0;
    for (std::size_t i = at; i < at + count; ++i) out = out * 10 + (text[i] - '0');
    return out;
  };
  if (digits == 4) {
    hour = number(0, 2);
    minute = number(2, 2);
    bare = true;
  } else if (digits == 1 || digits == 2) {
    hour = number(0, digits);
    const bool minutes = digits + 2 < text.size() && (text[digits] == ':' || text[digits] == '.') &&
                         digit(text[digits + 1]) && digit(text[digits + 2]);
    if (minutes) {
      minute = number(digits + 1, 2);
      end = digits + 3;
    }
  } else {
    return 0;
  }
  if (hour > 23 || minute > 59) return 0;
  std::string_view rest = text.substr(end);
  if (!rest.empty() && rest.front() == ' ') rest.remove_prefix(1);
  const bool half = rest.size() >= 2 && (rest[0] == 'a' || rest[0] == 'p') && rest[1] == 'm' &&
                    (rest.size() == 2 || !((rest[2] | 32) >= 'a' && (rest[2] | 32) <= 'z'));
  if (half) {
    bare = false;
    return static_cast<std::size_t>(rest.data() - text.data()) + 2;
  }
  return end == digits && digits < 4 ? 0 : end < text.size() && digit(text[end]) ? 0 : end;
}

/// "2014:" is a time, or a year.
bool may_be_year(std::string_view text) { return text.starts_with("19") || text.starts_with("20"); }

bool colon_or_dash(char c) { return c == ':' || c == '-' || c == '|'; }

}  // namespace

void mark_posts(const Lexicon& lexicon, std::string_view text, Annotation& annotation) {
  bool timed = false;  // a line begins with a time that is no year
  std::vector<std::size_t> unsure;
  const auto mark = [&](std::size_t s, std::size_t length) {
    Sentence& sentence = annotation.sentences[s];
    const std::uint32_t begin = annotation.tokens[sentence.first].begin;
    const std::string_view line =
        text.substr(begin, annotation.tokens[sentence.last - 1].end - begin);
    sentence.post = true;
    while (length < line.size() && (line[length] == ' ' || colon_or_dash(line[length]))) ++length;
    std::erase_if(annotation.mentions[s], [&](const Mention& mention) {
      return annotation.tokens[mention.last - 1].end <= begin + length;
    });
  };
  for (std::size_t s = 0; s < annotation.sentences.size(); ++s) {
    Sentence& sentence = annotation.sentences[s];
    const bool open_line = sentence.kind == BlockKind::kHeading ||
                           annotation.tokens[sentence.last - 1].kind != TokenKind::kPunct;
    const auto& mentions = annotation.mentions[s];
    sentence.post =
        open_line && (annotation.contents[s].roles & kRolePostBreak) != 0 &&
        std::any_of(mentions.begin(), mentions.end(), [&lexicon](const Mention& mention) {
          return lexicon.symbols.has(mention.symbol, kRolePostBreak);
        });
    if (!sentence.block_start) continue;
    const std::uint32_t begin = annotation.tokens[sentence.first].begin;
    const std::uint32_t end = annotation.tokens[sentence.last - 1].end;
    const std::string_view line = text.substr(begin, end - begin);
    bool bare = false;
    const std::size_t length = clock_length(line, bare);
    if (length == 0) continue;
    // Four digits alone are a time only when a colon sets them off; other times stand alone too.
    if (bare && (length >= line.size() || line[length] != ':')) continue;
    if (length < line.size() && line[length] == '%') continue;
    if (bare && may_be_year(line)) {
      unsure.push_back(s);
      continue;
    }
    timed = true;
    mark(s, length);
  }
  for (const std::size_t s : unsure) {
    if (timed) mark(s, kBareTime);
  }
}

bool is_live_page(const Annotation& annotation) {
  int posts = 0;
  for (const Sentence& sentence : annotation.sentences) posts += sentence.post ? 1 : 0;
  return posts >= kLivePagePosts;
}

}  // namespace recount
