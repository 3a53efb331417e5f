// Method: an article tells nothing unless a party is named or words speak of the vote on councils,
// in its text, its headline or its publisher's name: extract() says so itself (speaks_of_vote). All
// these are among the bytes of the article, or known besides, and they are found there however the
// bytes are wrapped. So nothing is lost with what is turned down, whatever else stands on the page.
#include "extractor/extractor.h"
#include "extractor/text/loose_text.h"

namespace recount {
namespace {

constexpr std::size_t kMostBytes = std::size_t{4} << 20;  // what is longer is read as it is

}  // namespace

bool Extractor::may_hold_facts(std::string_view raw, const Metadata& known) const {
  static thread_local std::string text;
  if (raw.size() > kMostBytes) return true;
  loose_text(raw, text);
  if (text.find('\0') != std::string::npos) return true;  // UTF-16 is not read here
  return words_stand_in(text, known);
}

bool Extractor::words_stand_in(std::string_view text, const Metadata& known) const {
  const TellingWords& words = data_->telling;
  return words.stand_in(text) || (known.title && words.stand_in(*known.title)) ||
         (known.source && words.stand_in(*known.source));
}

}  // namespace recount
