// Classes of ASCII characters by table: the fast path of the tokenizer.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "extractor/text/unicode.h"

namespace recount {

constexpr std::array<CharClass, 128> make_ascii() {
  std::array<CharClass, 128> table{};
  for (unsigned c = 0; c < 128; ++c) {
    CharClass kind = CharClass::kOther;
    if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'))
      kind = CharClass::kLetter;
    else if (c >= '0' && c <= '9')
      kind = CharClass::kDigit;
    else if (c <= ' ' || c == 0x7F)
      kind = CharClass::kSpace;
    else if (c == '\'' || c == '`')
      kind = CharClass::kApostrophe;
    else if (c == '"')
      kind = CharClass::kQuote;
    else if (c == '-')
      kind = CharClass::kDash;
    table[c] = kind;
  }
  return table;
}
inline constexpr auto kAscii = make_ascii();

inline bool ascii_digit(char c) { return c >= '0' && c <= '9'; }
inline bool ascii_upper(char c) { return c >= 'A' && c <= 'Z'; }
inline bool ascii_lower(char c) { return c >= 'a' && c <= 'z'; }
inline bool ascii_letter(char c) { return ascii_lower(c) || ascii_upper(c); }

/// Letters after an apostrophe that are a word: 's, 've, 're, 'll, 'd, 'm and n't's 't.
inline bool is_clitic(std::string_view letters) {
  const auto small = [letters](std::size_t i) { return static_cast<char>(letters[i] | 0x20); };
  if (letters.size() == 1) return std::string_view("sdmt").find(small(0)) != std::string_view::npos;
  if (letters.size() != 2) return false;
  const char a = small(0), b = small(1);
  return (b == 'e' && (a == 'v' || a == 'r')) || (b == 'l' && a == 'l');
}

}  // namespace recount
