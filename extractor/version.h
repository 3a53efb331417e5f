#pragma once

#include <string_view>

namespace recount {

// The version of this library, as "major.minor.patch". Any thread; the text lives as long as the
// program.
std::string_view version() noexcept;

}  // namespace recount
