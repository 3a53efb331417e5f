// The unit of everything that follows: a half-open byte range of the document text.
#pragma once

#include <cstdint>

namespace recount {

/// Id of a word in the Vocabulary. 0 is "not in the vocabulary".
using WordId = std::uint32_t;
inline constexpr WordId kUnknownWord = 0;

enum class TokenKind : std::uint8_t {
  kWord,    // letters, perhaps with digits inside ("R4U")
  kNumber,  // digits with thousands separators or decimals ("1,326", "39.5")
  kMixed,   // digits glued to something else: times, ordinals, fractions ("5am", "7:00", "1st")
  kPunct,   // one punctuation mark or symbol
};

enum TokenFlag : std::uint16_t {
  kCapital = 1,       // first letter is upper case
  kAllCaps = 2,       // two or more letters, all upper case
  kSpaceBefore = 4,   // separated from the token before
  kHyphenBefore = 8,  // joined to the token before by a hyphen, which is no token itself
  kLineStart = 16,    // first token of a line
  kBlankBefore = 32,  // a blank line stands before it
  kGlued = 64,        // second half of words run together by a lost line break ("MoreThe")
};

struct Token {
  std::uint32_t begin = 0;  // byte offset into the document text
  std::uint32_t end = 0;    // exclusive
  WordId word = kUnknownWord;
  std::uint32_t hash = 0;  // of its text, the case of ASCII letters folded
  TokenKind kind = TokenKind::kWord;
  std::uint16_t flags = 0;

  bool has(TokenFlag flag) const { return (flags & flag) != 0; }
};

}  // namespace recount
