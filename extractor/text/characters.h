// What stands at a place of a text: the questions that the tokenizer asks about single characters.
#pragma once

#include <cstdint>
#include <string_view>

#include "extractor/text/ascii.h"
#include "extractor/text/unicode.h"

namespace recount {

/// A view of the characters of a text (UTF-8, perhaps invalid), by byte offset.
class Characters {
 public:
  struct Char {
    CharClass kind;
    std::int32_t value;
    std::uint32_t bytes;
  };

  explicit Characters(std::string_view text)
      : text_(text), size_(static_cast<std::uint32_t>(text.size())) {}

  std::uint32_t size() const { return size_; }

  /// REQUIRES: at < size().
  Char peek(std::uint32_t at) const {
    const auto byte = static_cast<std::uint8_t>(text_[at]);
    if (byte < 0x80) return {kAscii[byte], byte, 1};
    const CodePoint cp = decode_utf8(text_, at);
    return {classify(cp.value), cp.value, cp.bytes};
  }
  bool is(char c, std::uint32_t at) const { return at < size_ && text_[at] == c; }
  bool letter_at(std::uint32_t at) const {
    return at < size_ && peek(at).kind == CharClass::kLetter;
  }
  bool digit_at(std::uint32_t at) const { return at < size_ && ascii_digit(text_[at]); }
  bool ascii_letter_at(std::uint32_t at) const { return at < size_ && ascii_letter(text_[at]); }

  /// An apostrophe of so many bytes at `at` continues a word unless a clitic or no letter follows.
  bool inner_apostrophe(std::uint32_t at, std::uint32_t bytes) const {
    const std::uint32_t next = at + bytes;
    if (!letter_at(next)) return false;
    std::uint32_t end = next;
    while (end < next + 4 && ascii_letter_at(end)) ++end;
    return letter_at(end) || !is_clitic(text_.substr(next, end - next));
  }

  /// Whether a word of ASCII letters ends at `at`, which is behind one of them.
  bool ends_word(std::uint32_t at) const {
    if (at == size_) return true;
    const Char c = peek(at);
    switch (c.kind) {
      case CharClass::kLetter:
      case CharClass::kDigit:
      case CharClass::kMark:
      case CharClass::kIgnored:
        return false;
      case CharClass::kApostrophe:
        return !inner_apostrophe(at, c.bytes);
      default:
        return true;
    }
  }

  /// The length of the number of a footnote that begins at `at` ("22 councillors.[2]"), or 0.
  std::uint32_t footnote_bytes(std::uint32_t at) const {
    std::uint32_t end = at + 1;
    while (end <= at + 3 && digit_at(end)) ++end;
    return end > at + 1 && is(']', end) ? end + 1 - at : 0;
  }

 private:
  std::string_view text_;
  std::uint32_t size_;
};

}  // namespace recount
