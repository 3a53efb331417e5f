// Text in XML and HTML.
#pragma once

#include <string>
#include <string_view>

namespace recount {

/// `text` as it stands in an element or a quoted attribute of XML or HTML: markup is escaped, what
/// XML cannot hold (control characters, bytes that are no UTF-8) becomes U+FFFD.
std::string escape_markup(std::string_view text);

}  // namespace recount
