// From the bytes of an article to UTF-8, whatever encoding it says it is in and whatever it is.
#pragma once

#include <string>
#include <string_view>

namespace recount {

/// `bytes` as UTF-8. What the article says of itself comes first, unless the bytes belie it:
///
/// 1. a byte order mark (UTF-8, UTF-16, UTF-32), which is removed unless it is that of UTF-8;
/// 2. UTF-16 without one is told by its zero bytes;
/// 3. what is valid UTF-8 is UTF-8, whatever its label: that does not happen by chance;
/// 4. `label` if it names an encoding that ICU has, "iso-8859-1" and "us-ascii" being Windows-1252
///    as browsers have it;
/// 5. else ICU's guess if it is sure, else Windows-1252.
///
/// In UTF-8 that is not valid and in Windows-1252 each sequence that is UTF-8 is taken as such and
/// all other bytes as Windows-1252, so that a page put together from both is read well. Bytes that
/// no encoding knows become U+FFFD; nothing else is ever lost. Thread-safe.
std::string to_utf8(std::string bytes, std::string_view label);

/// Whether all of `bytes` is valid UTF-8.
bool is_utf8(std::string_view bytes);

}  // namespace recount
