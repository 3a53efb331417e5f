// A reader of plain TOML. Private to extractor/lexicon.
#pragma once

#include <optional>
#include <string_view>

#include "extractor/lexicon/toml_tree.h"

namespace recount {

/// The tree of a file that keeps to plain TOML: keys without dots, texts in double quotation marks,
/// of one line and without escapes but \n \t \" \\ and \uXXXX, decimal numbers without exponents,
/// no days and times, each table opened once and after the one that holds it. Nothing for any other
/// text, be it TOML or not.
std::optional<TomlTree> read_plain_toml(std::string_view content);

}  // namespace recount
