// "Name: value" lines, as WARC and HTTP have them.
#pragma once

#include <cstddef>
#include <string_view>

namespace recount {

/// Bytes of `text` up to and with the empty line that ends a header; npos if there is none.
std::size_t header_size(std::string_view text);

/// The value of the field called `name`, in whatever case, without blanks around it; empty if there
/// is none. The first line of `header` is no field.
std::string_view header_field(std::string_view header, std::string_view name);

/// Whether `text` is `word` in whatever case. REQUIRES: `word` is in lower case.
bool same_word(std::string_view text, std::string_view word);

/// `text` without blanks and line ends around it.
std::string_view trimmed(std::string_view text);

/// "text/html" of "Text/HTML; charset=utf-8": the part before the semicolon, not changed in case.
std::string_view media_type(std::string_view content_type);

/// "utf-8" of the same, without quotation marks; empty if there is none.
std::string_view charset_of(std::string_view content_type);

/// Whether an article can be of this media type: text/html, text/plain, or XHTML, or unknown.
bool is_readable_type(std::string_view type);

}  // namespace recount
