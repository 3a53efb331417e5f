#include "extractor/text/unicode.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>
#include <utf8proc.h>

#include <algorithm>
#include <array>

namespace recount {

CodePoint decode_any_utf8(std::string_view text, std::uint32_t at) {
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  // The longest sequence is four bytes; a window keeps ICU's 32-bit indexes valid in any text.
  const auto window = static_cast<std::int32_t>(std::min<std::size_t>(4, text.size() - at));
  std::int32_t i = 0;
  UChar32 c = 0;
  U8_NEXT(bytes + at, i, window, c);
  if (c < 0) return {-1, 1};
  return {c, static_cast<std::uint32_t>(i)};
}

namespace {

CharClass look_up_class(std::int32_t c) {
  switch (c) {
    case 0x2018:
    case 0x2019:
    case 0x02BC:
    case 0xFF07:
      return CharClass::kApostrophe;
    case 0x201C:
    case 0x201D:
    case 0x201E:
    case 0x00AB:
    case 0x00BB:
      return CharClass::kQuote;
    case 0x2010:
    case 0x2011:
    case 0x2012:
    case 0x2013:
    case 0x2014:
    case 0x2015:
    case 0x2212:
      return CharClass::kDash;
    case 0x00AD:
    case 0x200B:
    case 0x200C:
    case 0x200D:
    case 0x2060:
    case 0xFEFF:
      return CharClass::kIgnored;
    default:
      break;
  }
  if (u_isalpha(c)) return CharClass::kLetter;
  if (u_isUWhiteSpace(c)) return CharClass::kSpace;
  const auto category = static_cast<UCharCategory>(u_charType(c));
  if (category == U_NON_SPACING_MARK || category == U_COMBINING_SPACING_MARK ||
      category == U_ENCLOSING_MARK) {
    return CharClass::kMark;
  }
  return CharClass::kOther;
}

/// Appends the folded form of a character of that class that is no ASCII.
void look_up_folded(std::int32_t c, CharClass kind, std::string& out) {
  if (kind == CharClass::kIgnored || kind == CharClass::kMark) return;
  if (kind == CharClass::kApostrophe) {
    out.push_back('\'');
    return;
  }
  utf8proc_int32_t parts[16];
  int boundary = 0;
  const auto options =
      static_cast<utf8proc_option_t>(UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT | UTF8PROC_CASEFOLD |
                                     UTF8PROC_STRIPMARK | UTF8PROC_IGNORE);
  const auto count = utf8proc_decompose_char(c, parts, 16, options, &boundary);
  for (utf8proc_ssize_t i = 0; i < std::min<utf8proc_ssize_t>(count, 16); ++i) {
    utf8proc_uint8_t encoded[4];
    const auto n = utf8proc_encode_char(parts[i], encoded);
    out.append(reinterpret_cast<const char*>(encoded), static_cast<std::size_t>(n));
  }
}

/// What the libraries say of the letters and signs that European texts are made of. Asked once, as
/// pages are full of them. Immutable.
class Known {
 public:
  static constexpr std::size_t kClasses = 0x2100;
  static constexpr std::size_t kFolded = 0x250;

  Known() {
    for (std::size_t c = 0; c < kClasses; ++c)
      classes[c] = look_up_class(static_cast<std::int32_t>(c));
    for (std::size_t c = 0x80; c < kFolded; ++c)
      look_up_folded(static_cast<std::int32_t>(c), classes[c], folded[c]);
  }

  std::array<CharClass, kClasses> classes{};
  std::array<std::string, kFolded> folded;
};

const Known& known() {
  static const Known known;
  return known;
}

}  // namespace

CharClass classify(std::int32_t c) {
  if (c < 0) return CharClass::kOther;
  const auto at = static_cast<std::size_t>(c);
  return at < Known::kClasses ? known().classes[at] : look_up_class(c);
}

bool is_upper(std::int32_t c) { return u_isupper(c) || u_istitle(c); }

void append_folded(std::string_view text, std::string& out) {
  std::uint32_t at = 0;
  while (at < text.size()) {
    const CodePoint cp = decode_utf8(text, at);
    at += cp.bytes;
    if (cp.value < 0) continue;
    if (cp.value < 0x80) {
      const auto c = static_cast<char>(cp.value);
      out.push_back(c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c);
      continue;
    }
    const auto c = static_cast<std::size_t>(cp.value);
    if (c < Known::kFolded) {
      out.append(known().folded[c]);
    } else {
      look_up_folded(cp.value, classify(cp.value), out);
    }
  }
}

}  // namespace recount
