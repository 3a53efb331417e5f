// Trees of TOML files as bytes that are read many times faster than TOML.
#pragma once

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>

#include "extractor/lexicon/toml_tree.h"

namespace recount {

/// The tree as bytes, for machines of the same kind as this one. Entries with one of the keys
/// `without` are left out of whatever table.
std::string pack_tree(const TomlTree& tree, std::initializer_list<std::string_view> without = {});

/// The tree that was packed, or nothing when the bytes are none. It holds no view of them.
std::optional<TomlTree> unpack_tree(std::string_view packed);

}  // namespace recount
