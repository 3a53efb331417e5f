// How text stands in the columns of a terminal.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace recount {

/// `text` as one line that is safe to show: white space becomes one space, control and format
/// characters are left out, bytes that are no UTF-8 become U+FFFD. Nothing in an article can steer
/// the terminal.
std::string printable(std::string_view text);

/// Columns that `text` takes: wide characters two, combining marks none. REQUIRES: printable.
std::size_t display_width(std::string_view text);

/// `text` in exactly `width` columns: filled with spaces, or cut with "…" at its end. REQUIRES:
/// printable.
std::string fit(std::string_view text, std::size_t width);

}  // namespace recount
