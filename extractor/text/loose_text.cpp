// Method: from one "<" to the next. What stands between is copied as it is; entities and escapes
// are decoded in the copy, which is a small part of most pages. Wherever readers may differ about
// what is markup, it is taken for text.
#include "extractor/text/loose_text.h"

#include <algorithm>
#include <array>
#include <cstdint>

#include "extractor/text/ascii.h"

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

void append_utf8(std::uint32_t c, std::string& out) {
  const auto add = [&out](std::uint32_t byte) { out += static_cast<char>(byte); };
  if (c < 0x80) return add(c);
  if (c < 0x800) {
    add(0xC0 | c >> 6);
  } else {
    if (c < 0x10000) {
      add(0xE0 | c >> 12);
    } else {
      add(0xF0 | c >> 18);
      add(0x80 | (c >> 12 & 0x3F));
    }
    add(0x80 | (c >> 6 & 0x3F));
  }
  add(0x80 | (c & 0x3F));
}

/// One character that was written as a number.
void append_character(std::uint32_t c, std::string& out) {
  const bool invisible = c == 0xAD || (c >= 0x200B && c <= 0x200F) || c == 0x2060 || c == 0xFEFF;
  if (invisible)
    out += kMaybeJoined;
  else if (c == 0 || c > 0x10FFFF)
    out += ' ';
  else
    append_utf8(c, out);
}

/// The number at `at` in the given base, of a few digits; `at` moves behind it. 0 for none.
std::uint32_t number_at(std::string_view text, std::size_t& at, std::uint32_t base,
                        std::size_t most) {
  std::uint32_t value = 0;
  for (const std::size_t end = std::min(text.size(), at + most); at < end; ++at) {
    const char small = static_cast<char>(text[at] | 0x20);
    std::uint32_t digit = base;
    if (ascii_digit(text[at])) digit = static_cast<std::uint32_t>(text[at] - '0');
    if (base == 16 && small >= 'a' && small <= 'f')
      digit = static_cast<std::uint32_t>(small - 'a' + 10);
    if (digit >= base) break;
    value = value * base + digit;
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
      out += c == '"' || c == '/' || c == '\\' ? c : ' ';
    }
  }
}

bool opens_json(std::string_view text) {
  const std::size_t first = text.find_first_not_of(" \t\r\n\xEF\xBB\xBF");
  return first != kNoByte && (text[first] == '{' || text[first] == '[' || text[first] == '"');
}

// --- entities -----------------------------------------------------------------------------------

/// The letters that an entity of that name is made of ("eacute"), or nothing.
std::string_view letters_of(std::string_view name) {
  static constexpr std::array<std::string_view, 18> kMarks{
      "acute", "grave", "circ", "uml",  "tilde", "cedil", "ring",  "slash", "caron",
      "macr",  "breve", "dot",  "ogon", "strok", "cy",    "dblac", "midot", "edil"};
  const bool marked =
      name.size() > 2 && std::find(kMarks.begin(), kMarks.end(), name.substr(1)) != kMarks.end();
  if (marked) return name.substr(0, 1);
  if (name.ends_with("lig") && name.size() > 4) return name.substr(0, name.size() - 3);
  return {};
}

/// Decodes the entity at `at`, which is that of "&", and moves `at` behind it.
void append_entity(std::string_view text, std::size_t& at, std::string& out) {
  constexpr std::size_t kLongest = 32;
  std::size_t end = at + 1;
  if (end < text.size() && text[end] == '#') {
    ++end;
    const bool hex = end < text.size() && (text[end] | 0x20) == 'x';
    if (hex) ++end;
    const std::size_t first = end;
    const std::uint32_t value = number_at(text, end, hex ? 16 : 10, 8);
    if (end > first) {
      append_character(value, out);
      at = end < text.size() && text[end] == ';' ? end + 1 : end;
      return;
    }
  }
  while (end < text.size() && end - at < kLongest && ascii_letter(text[end])) ++end;
  if (end == at + 1 || end == text.size() || text[end] != ';') {
    out += text[at++];  // a name without its end is split from the word behind it by a capital
    return;
  }
  const std::string_view name = text.substr(at + 1, end - at - 1);
  at = end + 1;
  if (const std::string_view letters = letters_of(name); !letters.empty()) {
    out += letters;
  } else if (name == "shy" || name.starts_with("zw") || name == "ZeroWidthSpace" ||
             name == "NoBreak") {
    out += kMaybeJoined;
  } else {
    out += ' ';
  }
}

void decode_entities(std::string& text) {
  const std::size_t first = text.find('&');
  if (first == kNoByte) return;
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
    if (closing_ < at_) closing_ = text_.find('>', at_);
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
    if (stands_at(text_, name, "style")) return behind_content(end + 1, kStyle, false);
    if (stands_at(text_, name, "script"))
      return behind_content(end + 1, kScript, tag.find("json") != kNoByte);
    return end + 1;
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
};

}  // namespace

void loose_text(std::string_view raw, std::string& out) {
  static thread_local std::string bytes, strings;
  const auto read = [&out](std::string_view text) {
    out.clear();
    if (opens_json(text)) {
      unescape_json(text, strings);
      text = strings;
    }
    Markup(text, out).run();
  };
  read(raw);
  // ASCII in UTF-16 has a zero in every character, so no "<" of it opens a tag that is left out.
  if (out.find('\0') != kNoByte) {
    bytes.assign(raw);
    std::erase(bytes, '\0');
    read(bytes);
  }
  decode_entities(out);
}

}  // namespace recount
