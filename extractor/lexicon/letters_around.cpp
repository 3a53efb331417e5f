#include "extractor/lexicon/letters_around.h"

#include <algorithm>
#include <utility>

#include "extractor/text/ascii.h"

namespace recount {

void LettersAround::read(std::string_view text, std::size_t begin, std::size_t end) {
  if (std::exchange(begin_, begin) == begin) return;
  const auto goes_on = [text](std::size_t at) {
    return ascii_letter(text[at]) || may_go_on(text[at]);
  };
  std::size_t at = begin;
  while (at > 0 && begin - at < kLongestWord && goes_on(at - 1)) --at;
  letters_.clear();
  edges_.assign(1, '|');
  for (const std::size_t most = std::min(text.size(), end + kLongestWord);
       at < most && goes_on(at);) {
    bool edge = true;
    if (ascii_letter(text[at])) {
      edge = ascii_upper(text[at]);
      letters_ += static_cast<char>(text[at++] | 0x20);
    } else if (is_wide(text[at])) {
      const WideCharacter c = wide_at(text, at);
      if (c.joins) append_wide(c, text.substr(at, c.bytes), letters_);
      edge = !c.joins;
      at += c.bytes;
    } else {
      ++at;
    }
    if (edge) edges_.back() = '|';
    edges_.resize(letters_.size() + 1, ' ');
  }
  edges_.back() = '|';
}

bool LettersAround::hold(std::string_view word) const {
  for (std::size_t at = 0; (at = letters_.find(word, at)) != std::string::npos; ++at) {
    if (edges_[at] == '|' && edges_[at + word.size()] == '|') return true;
  }
  return false;
}

}  // namespace recount
