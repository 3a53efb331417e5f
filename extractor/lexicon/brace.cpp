#include "extractor/lexicon/brace.h"

#include <algorithm>

namespace recount {
namespace {

/// How many expansions the text has; 0 when a brace is unclosed.
std::size_t count_expansions(std::string_view text) {
  std::size_t count = 1;
  for (std::size_t open = text.find('{'); open != std::string_view::npos;) {
    const std::size_t close = text.find('}', open);
    if (close == std::string_view::npos) return 0;
    const std::string_view choices = text.substr(open, close - open);
    count *= 1 + static_cast<std::size_t>(std::count(choices.begin(), choices.end(), ','));
    open = text.find('{', close);
  }
  return count;
}

/// Appends the expansions of `rest`, each behind what has `begun`. REQUIRES: all braces are closed.
void expand(std::string& begun, std::string_view rest, std::vector<std::string>& out) {
  const std::size_t before = begun.size();
  const std::size_t open = rest.find('{');
  begun += rest.substr(0, open);
  if (open == std::string_view::npos) {
    out.push_back(begun);
  } else {
    const std::size_t close = rest.find('}', open);
    const std::string_view choices = rest.substr(open + 1, close - open - 1);
    rest.remove_prefix(close + 1);
    const std::size_t length = begun.size();
    for (std::size_t begin = 0, end = 0; end != std::string_view::npos; begin = end + 1) {
      end = choices.find(',', begin);
      begun += choices.substr(begin, end - begin);
      expand(begun, rest, out);
      begun.resize(length);
    }
  }
  begun.resize(before);
}

}  // namespace

std::vector<std::string> expand_braces(std::string_view text) {
  std::vector<std::string> out;
  const std::size_t count = count_expansions(text);
  if (count == 0) return out;
  out.reserve(count);
  std::string begun;
  expand(begun, text, out);
  return out;
}

}  // namespace recount
