// Text of articles as other programs can take it.
#pragma once

#include <string>
#include <string_view>

namespace recount {

inline constexpr std::string_view kReplacement = "\xEF\xBF\xBD";  // U+FFFD
inline constexpr std::string_view kEllipsis = "\xE2\x80\xA6";

/// `text` as valid UTF-8 without NUL: what is neither becomes U+FFFD, the rest stays. The view is
/// of `text` itself when nothing had to change, else of `buffer`.
std::string_view clean_text(std::string_view text, std::string& buffer);

}  // namespace recount
