#include "extractor/lexicon/brace.h"

namespace recount {

std::vector<std::string> expand_braces(std::string_view text) {
  const std::size_t open = text.find('{');
  if (open == std::string_view::npos) return {std::string(text)};
  const std::size_t close = text.find('}', open);
  if (close == std::string_view::npos) return {};
  const std::vector<std::string> tails = expand_braces(text.substr(close + 1));
  std::vector<std::string> out;
  std::string_view choices = text.substr(open + 1, close - open - 1);
  for (bool more = true; more;) {
    const std::size_t comma = choices.find(',');
    more = comma != std::string_view::npos;
    for (const std::string& tail : tails) {
      std::string word(text.substr(0, open));
      word += choices.substr(0, comma);
      word += tail;
      out.push_back(std::move(word));
    }
    if (more) choices.remove_prefix(comma + 1);
  }
  return out;
}

}  // namespace recount
