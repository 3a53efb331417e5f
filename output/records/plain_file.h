// A small file, written in one go.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "corpus/result.h"

namespace recount {

/// Writes `bytes` to the file at `path`, over what was there. A symbolic link is not followed. For
/// one of many files that are useless one by one: it is not made safe on disk before the next.
/// Errors kCannotWrite and kNoSpace.
std::optional<Error> write_plain_file(const std::string& path, std::string_view bytes);

}  // namespace recount
