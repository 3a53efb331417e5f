#include "output/report/site_text.h"

#include <unicode/utf8.h>

#include <algorithm>
#include <cstddef>

#include "output/records/clean_text.h"

namespace recount {
namespace {

constexpr std::size_t kLineBytes = 160;      // bytes
constexpr std::size_t kHeadlineWidth = 100;  // bytes

/// Whether a character begins at `at`: no byte 10xxxxxx.
bool begins_character(std::string_view text, std::size_t at) {
  return at >= text.size() || (static_cast<unsigned char>(text[at]) & 0xC0) != 0x80;
}

/// The end of `line`, from a word's beginning if there is one.
std::string last_words(std::string_view line) {
  if (line.size() <= kLineBytes) return std::string(line);
  std::size_t from = line.size() - kLineBytes;
  const std::size_t space = line.find(' ', from);
  if (space != std::string_view::npos && space + 1 < line.size()) from = space + 1;
  while (!begins_character(line, from)) ++from;
  return std::string(kEllipsis) + std::string(line.substr(from));
}

std::string first_words(std::string_view line, std::size_t width) {
  if (line.size() <= width) return std::string(line);
  std::size_t to = width;
  const std::size_t space = line.rfind(' ', to);
  if (space != std::string_view::npos && space > 0) to = space;
  while (!begins_character(line, to)) --to;
  return std::string(line.substr(0, to)) + std::string(kEllipsis);
}

}  // namespace

std::string same_length_utf8(std::string_view text) {
  std::string out(text);
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  for (std::size_t at = 0; at < text.size();) {
    // The macro counts in 32 bits: it sees the few bytes of one character only.
    const auto size = static_cast<std::int32_t>(std::min<std::size_t>(text.size() - at, 4));
    std::int32_t length = 0;
    UChar32 character = 0;
    U8_NEXT(bytes + at, length, size, character);
    const auto end = at + static_cast<std::size_t>(length);
    if (character < 0)
      std::fill(out.begin() + static_cast<std::ptrdiff_t>(at),
                out.begin() + static_cast<std::ptrdiff_t>(end), '?');
    at = end;
  }
  return out;
}

std::optional<std::string> first_line(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" \t\r\n");
  if (begin == std::string_view::npos) return std::nullopt;
  text.remove_prefix(begin);
  return first_words(same_length_utf8(text.substr(0, text.find_first_of("\r\n"))), kHeadlineWidth);
}

std::optional<Surroundings> surroundings(std::string_view text, std::uint32_t start,
                                         std::uint32_t end, std::string_view quote) {
  if (end < start || end > text.size()) return std::nullopt;
  std::string buffer;  // records hold quotes as clean text
  if (clean_text(text.substr(start, end - start), buffer) != quote) return std::nullopt;
  const std::size_t line = start == 0 ? std::string_view::npos : text.rfind('\n', start - 1);
  const std::size_t begin = line == std::string_view::npos ? 0 : line + 1;
  const std::size_t stop = std::min(text.find('\n', end), text.size());
  return Surroundings{last_words(same_length_utf8(text.substr(begin, start - begin))),
                      first_words(same_length_utf8(text.substr(end, stop - end)), kLineBytes)};
}

}  // namespace recount
