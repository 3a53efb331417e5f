#include "extractor/lexicon/brace.h"

#include <algorithm>

namespace recount {

std::vector<std::string> expand_braces(std::string_view text) {
  std::vector<std::string> out(1);
  for (;;) {
    const std::size_t open = text.find('{');
    for (std::string& word : out) word += text.substr(0, open);
    if (open == std::string_view::npos) return out;
    const std::size_t close = text.find('}', open);
    if (close == std::string_view::npos) return {};
    const std::string_view choices = text.substr(open + 1, close - open - 1);
    text.remove_prefix(close + 1);
    std::vector<std::string> longer;
    longer.reserve(out.size() *
                   (1 + static_cast<std::size_t>(std::count(choices.begin(), choices.end(), ','))));
    for (const std::string& word : out) {
      for (std::size_t begin = 0, end = 0; end != std::string_view::npos; begin = end + 1) {
        end = choices.find(',', begin);
        longer.emplace_back(word) += choices.substr(begin, end - begin);
      }
    }
    out = std::move(longer);
  }
}

}  // namespace recount
