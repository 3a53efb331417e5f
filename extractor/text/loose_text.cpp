// Method: from one "<" to the next. What stands between is copied as it is; entities and escapes
// are decoded in the copy, which is a small part of most pages. Wherever readers may differ about
// what is markup, it is taken for text.
#include "extractor/text/loose_text.h"

#include <algorithm>
#include <array>
#include <cstdint>

#include "corpus/html/characters.h"
#include "extractor/text/ascii.h"
#include "extractor/text/byte_masks.h"

namespace recount {
namespace {

constexpr std::size_t kNoByte = std::string_view::npos;

/// Whether `name`, in small letters, stands at `at` in either case.
bool stands_at(std::string_view text, std::size_t at, std::string_view name) {
  if (text.size() - std::min(at, text.size()) < name.size()) return false;
  for (std::size_t i = 0; i < name.size(); ++i) {
    const char c = text[at + i];
    if ((ascii_upper(c) ? static_cast<char>(c | 0x20) : c) != name[i]) return false;
  }
  return true;
}

/// One character that was written as a number or by its name.
void append_character(char32_t c, std::string& out) {
  const bool invisible = c == 0xAD || (c >= 0x200B && c <= 0x200F) || c == 0x2060 || c == 0xFEFF ||
                         (c < 0x80 && is_control(static_cast<char>(c)));
  if (c == 0xA0 || c == 0)
    out += ' ';
  else if (invisible)
    out += kMaybeJoined;
  else
    html::append_utf8(c, out);
}

/// The number at `at` in the given base, of so many digits; `at` moves behind it. 0 for none.
char32_t number_at(std::string_view text, std::size_t& at, std::uint32_t base, std::size_t most) {
  constexpr std::uint32_t kNone = 0x110000;  // no character
  std::uint32_t value = 0;
  for (const std::size_t end = at + std::min(text.size() - at, most); at < end; ++at) {
    const char small = static_cast<char>(text[at] | 0x20);
    std::uint32_t digit = base;
    if (ascii_digit(text[at])) digit = static_cast<std::uint32_t>(text[at] - '0');
    if (base == 16 && small >= 'a' && small <= 'f')
      digit = static_cast<std::uint32_t>(small - 'a' + 10);
    if (digit >= base) break;
    value = std::min(value * base + digit, kNone);
  }
  return value;
}

// --- JSON ---------------------------------------------------------------------------------------

/// Decodes the escapes of strings; all else stays.
void unescape_json(std::string_view text, std::string& out) {
  out.clear();
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t next = std::min(text.find('\\', at), text.size());
    out.append(text, at, next - at);
    at = next + 1;
    if (at >= text.size()) break;
    const char c = text[at++];
    if (c == 'u') {
      // Halves of a surrogate pair are no letters that any word is made of.
      append_character(number_at(text, at, 16, 4), out);
    } else {
      out += std::string_view("bfnrt").find(c) == kNoByte ? c : ' ';
    }
  }
}

bool opens_json(std::string_view text) {
  const std::size_t first = text.find_first_not_of(" \t\r\n\xEF\xBB\xBF");
  return first != kNoByte && (text[first] == '{' || text[first] == '[' || text[first] == '"');
}

// --- entities -----------------------------------------------------------------------------------

/// Whether a character is one of the most common that have names: no letter, and no part of a word.
bool is_common_mark(std::string_view name) {
  static constexpr std::array<std::string_view, 12> kMarks{"nbsp",   "ndash", "mdash", "quot",
                                                           "rsquo",  "lsquo", "rdquo", "ldquo",
                                                           "hellip", "pound", "copy",  "raquo"};
  return std::find(kMarks.begin(), kMarks.end(), name) != kMarks.end();
}

/// Decodes the entity at `at`, which is that of "&", and moves `at` behind it: as html::
/// append_decoded() does, but for what is common and no letter.
void append_entity(std::string_view text, std::size_t& at, std::string& out) {
  constexpr std::size_t kLongest = 12;
  std::size_t end = at + 1;
  if (end < text.size() && text[end] == '#') {
    ++end;
    const bool hex = end < text.size() && (text[end] | 0x20) == 'x';
    if (hex) ++end;
    const std::size_t first = end;
    const char32_t value = number_at(text, end, hex ? 16 : 10, text.size());
    if (end > first) {
      const bool windows = value >= 0x80 && value < 0xA0;
      append_character(windows ? html::windows_1252(static_cast<unsigned char>(value)) : value,
                       out);
      at = end < text.size() && text[end] == ';' ? end + 1 : end;
      return;
    }
    end = at + 1;
  }
  while (end < text.size() && end - at <= kLongest &&
         (ascii_letter(text[end]) || ascii_digit(text[end])))
    ++end;
  std::string_view name = text.substr(at + 1, end - at - 1);
  if (end < text.size() && text[end] == ';') {
    const char32_t c = is_common_mark(name) ? U' ' : html::named_character(name);
    if (c != 0) {
      append_character(c, out);
      at = end + 1;
      return;
    }
  }
  // Names of Latin-1 may come without their end.
  for (; name.size() >= 2; name.remove_suffix(1)) {
    const char32_t c = html::named_character(name);
    if (c == 0 || c > 0xFF) continue;
    append_character(c, out);
    at += 1 + name.size();
    return;
  }
  out += text[at++];
}

/// False if there was none.
bool decode_entities_once(std::string& text) {
  const std::size_t first = text.find('&');
  if (first == kNoByte) return false;
  static thread_local std::string out;
  out.clear();
  out.reserve(text.size());
  for (std::size_t at = 0, next = first;; next = std::min(text.find('&', at), text.size())) {
    out.append(text, at, next - at);
    at = next;
    if (at == text.size()) break;
    append_entity(text, at, out);
  }
  text.swap(out);
  return true;
}

/// Text inside of JSON inside of HTML may have been written so three times over.
void decode_entities(std::string& text) {
  for (int times = 3; times > 0 && decode_entities_once(text);) --times;
}

// --- markup -------------------------------------------------------------------------------------

class Markup {
 public:
  Markup(std::string_view text, std::string& out)
      : text_(text), out_(out), opening_(text.find('<')) {}

  void run() {
    while (at_ < text_.size()) {
      const std::size_t next = std::min(opening_at(at_), text_.size());
      out_.append(text_, at_, next - at_);
      at_ = next;
      if (at_ < text_.size()) at_ = behind_tag();
    }
  }

 private:
  /// Where a "<" stands next.
  std::size_t opening_at(std::size_t from) {
    if (opening_ < from) opening_ = text_.find('<', from);
    return opening_;
  }

  /// The place behind the tag at at_, or behind the "<" when it may be none.
  std::size_t behind_tag() {
    const char next = at_ + 1 < text_.size() ? text_[at_ + 1] : ' ';
    if (next == '!') return behind_comment();
    const bool closes = next == '/';
    if (!ascii_letter(next) && !closes && next != '?') return literally();
    if (closing_ <= at_) closing_ = text_.find('>', at_);
    const std::size_t end = closing_;
    if (end == kNoByte) return literally();
    const std::string_view tag = text_.substr(at_, end - at_);
    // "<" for "less than": no name and no attribute is as long as that.
    constexpr std::size_t kLongest = 200;
    if (opening_at(at_ + 1) < end || (tag.size() > kLongest && tag.find('=') == kNoByte))
      return literally();
    const std::size_t name = at_ + 1;
    if (stands_at(text_, name, "meta")) {
      out_.append(tag).append(1, ' ');
      return end + 1;
    }
    join();
    if (closes) return end + 1;
    switch (next | 0x20) {
      case 's':
        if (tag.back() == '/') break;  // within SVG it may have no content
        if (is_named(name, "style")) return behind_content(end + 1, kStyle, false);
        if (is_named(name, "script"))
          return behind_content(end + 1, kScript, tag.find("json") != kNoByte);
        break;
      case 'i':
      case 'n':
      case 'p':
      case 't':
      case 'x':
        return behind_raw_text(name, end + 1);
      default:
        break;
    }
    return end + 1;
  }

  /// Whether the tag whose name begins at `at` has that name.
  bool is_named(std::size_t at, std::string_view name) const {
    const std::size_t end = at + name.size();
    return stands_at(text_, at, name) && end < text_.size() &&
           std::string_view(" \t\r\n\f/>").find(text_[end]) != kNoByte;
  }

  /// What stands in some elements is no markup. The place behind it, or `begin`.
  std::size_t behind_raw_text(std::size_t at, std::size_t begin) {
    static constexpr std::array<std::string_view, 7> kNames{
        "</iframe", "</noembed", "</noframes", "</plaintext", "</textarea", "</title", "</xmp"};
    for (std::size_t i = 0; i < kNames.size(); ++i) {
      const std::string_view closing = kNames[i];
      if (!is_named(at, closing.substr(2))) continue;
      std::size_t end = unended_[i] || closing == "</plaintext" ? kNoByte : begin;
      while (end != kNoByte && (end = text_.find("</", end)) != kNoByte &&
             !stands_at(text_, end, closing))
        ++end;
      unended_[i] = end == kNoByte;
      if (unended_[i] && closing != "</plaintext" && closing != "</xmp") return begin;
      end = std::min(end, text_.size());
      out_.append(text_, begin, end - begin);
      return end;
    }
    return begin;
  }

  std::size_t literally() {
    out_ += ' ';
    return at_ + 1;
  }

  void join() {
    if (out_.empty() || out_.back() != kMaybeJoined) out_ += kMaybeJoined;
  }

  std::size_t behind_comment() {
    if (!text_.substr(at_).starts_with("<!--")) {
      join();  // "<!DOCTYPE …>", "<![CDATA[ … ]]>": what stands in it goes for text
      return at_ + 2;
    }
    if (comment_end_ < at_ + 2) comment_end_ = next_comment_end(at_ + 2);
    if (comment_end_ == kNoByte) return literally();
    join();
    return text_.find('>', comment_end_) + 1;
  }

  /// Where "-->" or "--!>" stands next.
  std::size_t next_comment_end(std::size_t from) const {
    for (std::size_t end = from; (end = text_.find("--", end)) != kNoByte; ++end) {
      const std::string_view rest = text_.substr(end + 2, 2);
      if (rest.starts_with('>') || rest == "!>") return end;
    }
    return kNoByte;
  }

  /// Passes over what stands in an element that no reader shows; without an end it is text.
  std::size_t behind_content(std::size_t begin, std::string_view closing, bool json) {
    std::size_t& last =
        closing == kStyle ? style_end_ : script_end_;  // found in vain from there on
    for (std::size_t end = opening_at(begin);
         last == kNoByte && (end = text_.find("</", end)) != kNoByte; ++end) {
      if (!stands_at(text_, end, closing)) continue;
      if (json) {
        std::string content;
        unescape_json(text_.substr(begin, end - begin), content);
        out_ += ' ';
        Markup(content, out_).run();
        out_ += ' ';
      }
      return end;
    }
    last = begin;
    return begin;
  }

  static constexpr std::string_view kStyle = "</style", kScript = "</script";

  std::string_view text_;
  std::string& out_;
  std::size_t at_ = 0;
  // What was searched for is not searched for again: on a page of nothing but "<" that would take
  // the square of its length.
  std::size_t opening_;          // the "<" at or behind the last place asked for, or none
  std::size_t closing_ = 0;      // the ">" at or behind the last tag, or none
  std::size_t comment_end_ = 0;  // likewise
  std::size_t style_end_ = kNoByte, script_end_ = kNoByte;  // where none follows from
  std::array<bool, 7> unended_{};  // by element of raw text: whether no end follows
};

}  // namespace

void loose_text(std::string_view raw, std::string& out) {
  static thread_local std::string strings;
  out.clear();
  if (opens_json(raw)) {
    unescape_json(raw, strings);
    raw = strings;
  }
  Markup(raw, out).run();
  decode_entities(out);
}

}  // namespace recount
