// The letters of a loose text where a word may be in pieces.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "extractor/text/byte_masks.h"
#include "extractor/text/wide_character.h"

namespace recount {

inline constexpr std::size_t kLongestWord = 64;  // letters

/// Whether a word may go on behind this byte of a loose text, which is no ASCII letter.
inline bool may_go_on(char c) { return is_control(c) || is_wide(c); }

/// The letters around a run of ASCII letters, as far as nothing but tags, accents and invisible
/// characters stands between them.
class LettersAround {
 public:
  /// Reads those around [begin, end) of `text`, if that has not just been done.
  void read(std::string_view text, std::size_t begin, std::size_t end);

  /// Folded.
  std::string_view letters() const { return letters_; }
  /// Whether a word may be among them.
  bool hold(std::string_view word) const;

 private:
  static constexpr std::size_t kNowhere = std::string_view::npos;

  std::size_t begin_ = kNowhere;  // what has been read last
  std::string letters_;
  std::string edges_;  // by letter, and behind the last: '|' where a word may begin or end
};

}  // namespace recount
