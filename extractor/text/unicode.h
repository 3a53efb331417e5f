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

/// Decodes the code point that starts at `at`. REQUIRES: at < text.size(). Never reads past the
/// end.
CodePoint decode_utf8(std::string_view text, std::uint32_t at);

/// Class of a non-ASCII code point (ICU's properties; -1 gives kOther).
CharClass classify(std::int32_t code_point);

bool is_upper(std::int32_t code_point);

/// Appends the folded form of `text`: case-folded, accents and other marks removed, curly
/// apostrophes straight, zero-width characters dropped (utf8proc). Invalid bytes are dropped.
void append_folded(std::string_view text, std::string& out);

}  // namespace recount
