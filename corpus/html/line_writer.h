// Text as it is laid out: lines and spaces.
#pragma once

#include <string>
#include <string_view>
#include <utility>

namespace recount::html {

/// Puts text together from pieces. White space between words becomes one space; no line begins or
/// ends with white space, and no more than one blank line stands between two lines.
class LineWriter {
 public:
  /// Adds text as HTML writes it.
  void add_raw(std::string_view raw);
  /// Adds text as it is to be, with spaces collapsed.
  void add(std::string_view text);
  /// Adds text as it is, tabs and all. Not empty.
  void add_line(std::string_view text);

  /// What follows stands on a new line, at least `lines` - 1 blank lines below.
  void new_line(int lines) { breaks_ = breaks_ > lines ? breaks_ : lines; }
  /// What follows stands right below what was written last.
  void stay_close() { close_ = true; }
  /// <br>: a new line, unless the sentence plainly goes on below.
  void soft_break() { ++soft_breaks_; }
  /// What follows is a word of its own.
  void space() { space_ = true; }
  /// Takes back new lines that were asked for since the last text and puts `mark` there.
  void join(std::string_view mark);

  bool empty() const { return text_.empty(); }
  /// Whether something was written since the last new line.
  bool in_line() const { return breaks_ == 0 && soft_breaks_ == 0 && !text_.empty(); }
  /// The last byte, '\0' at the start of a line.
  char last() const { return in_line() && !space_ ? text_.back() : '\0'; }

  std::string take() { return std::move(text_); }

 private:
  void flush(char next);

  std::string text_;
  std::string scratch_;
  int breaks_ = 0;
  int soft_breaks_ = 0;
  bool space_ = false;
  bool close_ = false;
};

}  // namespace recount::html
