// Bytes of a page to tags and text.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>
#include <vector>

#include "corpus/html/tags.h"

namespace recount::html {

/// An attribute as it is written, character references included.
struct Attribute {
  Attr name = Attr::kOther;
  std::string_view value;
};

struct Markup {
  enum class Kind { kText, kStart, kEnd };
  Kind kind = Kind::kText;
  Tag tag = Tag::kUnknown;            // of kStart and kEnd
  std::string_view name;              // likewise, as written
  std::string_view text;              // of kText, character references included; never empty
  std::vector<Attribute> attributes;  // of kStart, those that are kept
  bool self_closing = false;          // "<br/>"
};

/// Cuts a page along the rules of the HTML standard (section 13.2.5). It differs where those would
/// hide what a reader of the source can see: a comment, a quoted value, a title or a textarea that
/// never ends does not swallow the rest of the page, and CDATA is text. Time is linear in the size
/// of the page whatever is in it. Views are into `page`. One thread at a time.
class Tokenizer {
 public:
  explicit Tokenizer(std::string_view page) : page_(page) {}

  /// The next tag or run of text, or false after the last. Comments and the like are passed over.
  bool next(Markup& out);

  /// The text up to the end tag of `tag`, which is consumed as well. For the raw text elements
  /// (kRawText), behind their start tags.
  std::string_view raw_text(Tag tag, std::string_view name);

 private:
  bool tag(Markup& out);
  void attributes(Markup& out);
  std::string_view value();
  void declaration();
  std::string_view text_run();
  std::size_t end_of_raw(std::string_view name, std::size_t from) const;
  std::size_t end_of_script(std::size_t from) const;
  std::size_t find(std::string_view what, std::size_t from, bool& missing) const;
  bool begins_markup(std::size_t at) const;

  std::string_view page_;
  std::size_t at_ = 0;
  std::size_t cdata_end_ = std::string_view::npos;  // where "]]>" ends the CDATA at hand
  // What was not found is not looked for again: otherwise time would be quadratic.
  bool no_comment_end_ = false;
  bool no_cdata_end_ = false;
  bool no_single_quote_ = false;
  bool no_double_quote_ = false;
  std::array<bool, static_cast<std::size_t>(Tag::kCount)> no_end_tag_{};
};

/// Whether a byte is white space in HTML.
inline bool is_space(char c) {
  return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
}

/// ASCII letters only.
inline bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
inline char to_lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }
inline bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Without white space at both ends.
std::string_view trim(std::string_view text);

/// Whether `text` begins with `lowered` in whatever case.
bool starts_with_ignoring_case(std::string_view text, std::string_view lowered);

}  // namespace recount::html
