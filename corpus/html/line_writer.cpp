#include "corpus/html/line_writer.h"

#include "corpus/html/characters.h"
#include "corpus/html/tokenizer.h"

namespace recount::html {

void LineWriter::add_raw(std::string_view raw) {
  scratch_.clear();
  append_decoded(raw, scratch_);
  add(scratch_);
}

void LineWriter::add(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    if (is_space(text[at])) {
      space_ = true;
      ++at;
      continue;
    }
    std::size_t end = at;
    while (end < text.size() && !is_space(text[end])) ++end;
    flush(text[at]);
    text_.append(text, at, end - at);
    at = end;
  }
}

void LineWriter::add_line(std::string_view text) {
  flush(text.front());
  text_ += text;
}

void LineWriter::join(std::string_view mark) {
  breaks_ = soft_breaks_ = 0;
  space_ = false;
  if (text_.empty() || text_.back() == '\n') return;
  if (text_.back() != ':') text_ += mark;
  space_ = true;
}

/// Writes the white space that stands before `next`.
void LineWriter::flush(char next) {
  if (text_.empty()) {
    // Nothing stands above the first line.
  } else if (breaks_ != 0 || soft_breaks_ != 0) {
    const char before = text_.back();
    const bool goes_on = breaks_ == 0 && soft_breaks_ == 1 && next >= 'a' && next <= 'z' &&
                         (is_letter(before) || before == ',');
    if (goes_on) {
      text_ += ' ';
    } else {
      text_.append(!close_ && (breaks_ > 1 || soft_breaks_ > 1) ? 2 : 1, '\n');
    }
  } else if (space_) {
    text_ += ' ';
  }
  breaks_ = soft_breaks_ = 0;
  space_ = close_ = false;
}

}  // namespace recount::html
