// Shorthand of the word lists: "gain{,s,ed,ing}" stands for four words.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace recount {

/// All expansions of `text` in order; several groups multiply. An unclosed brace gives no
/// expansion.
std::vector<std::string> expand_braces(std::string_view text);

}  // namespace recount
