// Characters: decoding, classes and folding. ASCII goes by table elsewhere; this is the rest.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace recount {

struct CodePoint {
  std::int32_t value;   // -1 for a byte that is no valid UTF-8
  std::uint32_t bytes;  // length in the text, at least 1
};

enum class CharClass : std::uint8_t {
  kLetter,
  kMark,   // combining mark: continues a word
  kDigit,  // only ASCII digits count as digits of a figure
  kSpace,
  kApostrophe,
  kQuote,    // double quotation mark of any shape
  kDash,     // en dash, em dash, minus
  kIgnored,  // zero-width characters, byte order mark, soft hyphen
  kOther,
};

/// Decodes a code point of any length that starts at `at`. REQUIRES: at < text.size().
CodePoint decode_any_utf8(std::string_view text, std::uint32_t at);

/// Decodes the code point that starts at `at`. REQUIRES: at < text.size(). Never reads past the
/// end.
inline CodePoint decode_utf8(std::string_view text, std::uint32_t at) {
  // Nearly all letters of Europe that are no ASCII have two bytes.
  const auto first = static_cast<unsigned char>(text[at]);
  if (first >= 0xC2 && first <= 0xDF && at + 1 < text.size()) {
    const auto second = static_cast<unsigned char>(text[at + 1]);
    if ((second & 0xC0) == 0x80) return {(first & 0x1F) << 6 | (second & 0x3F), 2};
  }
  return decode_any_utf8(text, at);
}

/// Class of a non-ASCII code point (ICU's properties; -1 gives kOther).
CharClass classify(std::int32_t code_point);

bool is_upper(std::int32_t code_point);

/// Appends the folded form of `text`: case-folded, accents and other marks removed, curly
/// apostrophes straight, zero-width characters dropped (utf8proc). Invalid bytes are dropped.
void append_folded(std::string_view text, std::string& out);

}  // namespace recount
