#include "output/records/clean_text.h"

#include <unicode/utf8.h>

#include <algorithm>
#include <cstdint>

namespace recount {
namespace {

/// Past the character at `at`, which is left; whether it is one that may stay.
bool next_good(std::string_view text, std::size_t& at) {
  // The macro counts in 32 bits: it sees the few bytes of one character only.
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data()) + at;
  const auto size = static_cast<std::int32_t>(std::min<std::size_t>(text.size() - at, 4));
  std::int32_t length = 0;
  UChar32 character = 0;
  U8_NEXT(bytes, length, size, character);
  at += static_cast<std::size_t>(length);
  return character > 0;
}

}  // namespace

std::string_view clean_text(std::string_view text, std::string& buffer) {
  std::size_t at = 0;
  std::size_t good = 0;  // everything before is in the buffer
  bool changed = false;
  while (at < text.size()) {
    const std::size_t begin = at;
    if (next_good(text, at)) continue;
    if (!changed) buffer.clear();
    changed = true;
    buffer.append(text, good, begin - good).append(kReplacement);
    good = at;
  }
  if (!changed) return text;
  buffer.append(text, good);
  return buffer;
}

}  // namespace recount
