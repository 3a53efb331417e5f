#include "output/records/text_width.h"

#include <utf8proc.h>

#include "output/records/clean_text.h"

namespace recount {
namespace {

struct Character {
  utf8proc_int32_t code;  // -1 for a byte that is no UTF-8
  std::size_t bytes;
};

/// REQUIRES: text is not empty.
Character first_character(std::string_view text) {
  utf8proc_int32_t code = -1;
  const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(text.data());
  const utf8proc_ssize_t size =
      utf8proc_iterate(bytes, static_cast<utf8proc_ssize_t>(text.size()), &code);
  if (size <= 0) return {-1, 1};
  return {code, static_cast<std::size_t>(size)};
}

std::size_t columns(utf8proc_int32_t code) {
  const int width = utf8proc_charwidth(code);
  return width < 0 ? 0 : static_cast<std::size_t>(width);
}

bool is_space(utf8proc_int32_t code) {
  if (code >= '\t' && code <= '\r') return true;
  const utf8proc_category_t category = utf8proc_category(code);
  return category == UTF8PROC_CATEGORY_ZS || category == UTF8PROC_CATEGORY_ZL ||
         category == UTF8PROC_CATEGORY_ZP;
}

bool is_shown(utf8proc_int32_t code) {
  const utf8proc_category_t category = utf8proc_category(code);
  return category != UTF8PROC_CATEGORY_CC && category != UTF8PROC_CATEGORY_CF &&
         category != UTF8PROC_CATEGORY_CS;
}

}  // namespace

std::string printable(std::string_view text) {
  std::string out;
  bool space = false;  // owed before the next character
  while (!text.empty()) {
    const Character c = first_character(text);
    const std::string_view bytes = text.substr(0, c.bytes);
    text.remove_prefix(c.bytes);
    if (c.code >= 0 && is_space(c.code)) {
      space = !out.empty();
      continue;
    }
    if (c.code >= 0 && !is_shown(c.code)) continue;
    if (space) out += ' ';
    space = false;
    out += c.code < 0 ? kReplacement : bytes;
  }
  return out;
}

std::size_t display_width(std::string_view text) {
  std::size_t width = 0;
  while (!text.empty()) {
    const Character c = first_character(text);
    width += columns(c.code);
    text.remove_prefix(c.bytes);
  }
  return width;
}

std::string fit(std::string_view text, std::size_t width) {
  const std::size_t full = display_width(text);
  if (full <= width) return std::string(text) + std::string(width - full, ' ');
  if (width == 0) return "";
  std::string out;
  std::size_t used = 0;
  while (!text.empty()) {
    const Character c = first_character(text);
    if (used + columns(c.code) > width - 1) break;
    used += columns(c.code);
    out += text.substr(0, c.bytes);
    text.remove_prefix(c.bytes);
  }
  return out + std::string(kEllipsis) + std::string(width - 1 - used, ' ');
}

}  // namespace recount
