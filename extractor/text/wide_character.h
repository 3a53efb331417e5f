// Characters that are no ASCII, in bytes of whatever encoding.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "extractor/text/unicode.h"

namespace recount {

/// Whether the byte is no ASCII.
inline bool is_wide(char c) { return static_cast<unsigned char>(c) >= 0x80; }

/// A character that is no ASCII.
struct WideCharacter {
  std::size_t bytes = 1;
  bool joins = false;  // it is a letter, a mark on one, or invisible
  std::int32_t value = -1;
};

/// The character at `at`; of what is no UTF-8, a byte of Latin-1.
inline WideCharacter wide_at(std::string_view text, std::size_t at) {
  const CodePoint cp = decode_utf8(text.substr(at, 4), 0);
  if (cp.value < 0) {  // Latin-1 and its kin
    const auto byte = static_cast<unsigned char>(text[at]);
    const bool letter = byte >= 0xC0 && byte != 0xD7 && byte != 0xF7;
    return {1, letter || byte == 0xAD, byte};
  }
  const CharClass kind = classify(cp.value);
  return {cp.bytes,
          kind == CharClass::kLetter || kind == CharClass::kMark || kind == CharClass::kIgnored,
          cp.value};
}

/// Appends it without case and accents; `bytes` are those it stands in.
inline void append_wide(const WideCharacter& c, std::string_view bytes, std::string& out) {
  if (c.bytes > 1) return append_folded(bytes, out);
  const char latin[] = {static_cast<char>(0xC0 | c.value >> 6),
                        static_cast<char>(0x80 | (c.value & 0x3F))};
  append_folded({latin, 2}, out);
}

}  // namespace recount
