#include "corpus/html/characters.h"

#include <array>
#include <cstdint>

#include "corpus/html/tokenizer.h"

namespace recount::html {
namespace {

constexpr std::size_t kLongestName = 12;

bool is_alphanumeric(char c) { return is_letter(c) || is_digit(c); }

int digit_of(char c, bool hex) {
  if (is_digit(c)) return c - '0';
  const char low = to_lower(c);
  return hex && low >= 'a' && low <= 'f' ? low - 'a' + 10 : -1;
}

/// Soft hyphens, spaces of no width, marks of direction, byte order marks, controls.
bool is_invisible(char32_t c) {
  return c == 0xAD || (c >= 0x200B && c <= 0x200F) || c == 0x2060 || c == 0xFEFF || c == 0x7F ||
         (c < 0x20 && !(c < 0x80 && is_space(static_cast<char>(c))));
}

void append_visible(char32_t character, std::string& out) {
  if (character == 0xA0) character = ' ';
  if (!is_invisible(character)) append_utf8(character, out);
}

/// Reads "#8217;" or "#x27;"; the bytes read, 0 if it is none.
std::size_t numeric(std::string_view rest, std::string& out) {
  std::size_t i = 1;
  const bool hex = i < rest.size() && to_lower(rest[i]) == 'x';
  if (hex) ++i;
  const std::size_t first = i;
  std::uint32_t value = 0;
  for (; i < rest.size(); ++i) {
    const int digit = digit_of(rest[i], hex);
    if (digit < 0) break;
    if (value < 0x110000) value = value * (hex ? 16U : 10U) + static_cast<std::uint32_t>(digit);
  }
  if (i == first) return 0;
  if (i < rest.size() && rest[i] == ';') ++i;
  char32_t character = value;
  if (value >= 0x80 && value < 0xA0) character = windows_1252(static_cast<unsigned char>(value));
  if (value == 0) character = 0xFFFD;
  append_visible(character, out);
  return i;
}

/// Reads "pound;". Only the names of Latin-1 may lack the semicolon, which HTML 2 allowed.
std::size_t named(std::string_view rest, std::string& out) {
  std::size_t length = 0;
  while (length < rest.size() && length < kLongestName && is_alphanumeric(rest[length])) ++length;
  if (length < rest.size() && rest[length] == ';') {
    if (const char32_t character = named_character(rest.substr(0, length)); character != 0) {
      append_visible(character, out);
      return length + 1;
    }
  }
  for (; length >= 2; --length) {
    const char32_t character = named_character(rest.substr(0, length));
    const bool ancient = (character >= 0xA0 && character < 0x100) || character == '<' ||
                         character == '>' || character == '&' || character == '"';
    if (ancient) {
      append_visible(character, out);
      return length;
    }
  }
  return 0;
}

std::size_t reference(std::string_view rest, std::string& out) {
  if (rest.empty()) return 0;
  return rest[0] == '#' ? numeric(rest, out) : named(rest, out);
}

/// Length of a character at the start of `text` that append_visible() would not copy, or 0.
std::size_t aside(std::string_view text) {
  if (text.starts_with("\xC2\xAD") || text.starts_with("\xC2\xA0")) return 2;
  if (text.starts_with("\xEF\xBB\xBF") || text.starts_with("\xE2\x81\xA0")) return 3;
  const bool no_width = text.size() >= 3 && text.starts_with("\xE2\x80") &&
                        static_cast<unsigned char>(text[2]) >= 0x8B &&
                        static_cast<unsigned char>(text[2]) <= 0x8F;
  return no_width ? 3 : 0;
}

/// Bytes that cannot be copied as they are.
constexpr std::array<bool, 256> kAside = [] {
  std::array<bool, 256> aside{};
  for (std::size_t c = 0; c < 0x20; ++c)
    aside[c] = c != '\t' && c != '\n' && c != '\r' && c != '\f';
  aside['&'] = aside[0x7F] = aside[0xC2] = aside[0xE2] = aside[0xEF] = true;
  return aside;
}();

}  // namespace

void append_utf8(char32_t character, std::string& out) {
  if (character > 0x10FFFF || (character >= 0xD800 && character < 0xE000)) character = 0xFFFD;
  const auto byte = [&out](char32_t value) { out += static_cast<char>(value); };
  if (character < 0x80) {
    byte(character);
  } else if (character < 0x800) {
    byte(0xC0 | (character >> 6));
    byte(0x80 | (character & 0x3F));
  } else if (character < 0x10000) {
    byte(0xE0 | (character >> 12));
    byte(0x80 | ((character >> 6) & 0x3F));
    byte(0x80 | (character & 0x3F));
  } else {
    byte(0xF0 | (character >> 18));
    byte(0x80 | ((character >> 12) & 0x3F));
    byte(0x80 | ((character >> 6) & 0x3F));
    byte(0x80 | (character & 0x3F));
  }
}

char32_t windows_1252(unsigned char byte) {
  static constexpr std::array<char16_t, 32> kTable = {
      0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
      0x2039, 0x0152, 0x8D,   0x017D, 0x8F,   0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
      0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,   0x017E, 0x0178};
  return byte >= 0x80 && byte < 0xA0 ? kTable[byte - 0x80U] : byte;
}

void append_decoded(std::string_view raw, std::string& out) {
  std::size_t begin = 0;
  for (std::size_t i = 0; i < raw.size();) {
    const auto c = static_cast<unsigned char>(raw[i]);
    if (!kAside[c]) {
      ++i;
      continue;
    }
    std::size_t gone = 1;
    if (c == '&') {
      out.append(raw, begin, i - begin);
      const std::size_t read = reference(raw.substr(i + 1), out);
      if (read == 0) out += '&';
      begin = i += 1 + read;
      continue;
    }
    const bool space = c == 0xC2 && i + 1 < raw.size() && raw[i + 1] == '\xA0';
    if (c >= 0x80) gone = aside(raw.substr(i));
    if (gone == 0) {
      ++i;
      continue;
    }
    out.append(raw, begin, i - begin);
    if (space) out += ' ';
    begin = i += gone;
  }
  out.append(raw, begin, raw.size() - begin);
}

std::string collapse_spaces(std::string_view text) {
  std::string out;
  bool gap = false;
  for (const char c : text) {
    if (is_space(c)) {
      gap = !out.empty();
    } else {
      if (gap) out += ' ';
      gap = false;
      out += c;
    }
  }
  return out;
}

std::string decoded_line(std::string_view raw) {
  std::string text;
  append_decoded(raw, text);
  return collapse_spaces(text);
}

}  // namespace recount::html
