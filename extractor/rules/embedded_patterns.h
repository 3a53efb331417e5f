#pragma once

#include <span>
#include <string_view>

namespace recount {

// A data file of patterns/ as it was when the library was built. All views live as long as the
// program.
struct EmbeddedFile {
  std::string_view path;     // from patterns/, with '/' between folders: "en/lexicon/verbs.tsv"
  std::string_view content;  // the bytes of the file, unchanged; no terminating NUL
  std::string_view packed;   // of a .toml file: its tree (lexicon/packed_tree.h), without examples
};

// All *.toml and *.tsv files of patterns/, at any depth, sorted bytewise by path. Never fails,
// reads no file, allocates nothing; any thread. The span lives as long as the program. Implemented
// by a source that cmake/embed.cmake writes into the build directory; the trees are made by
// cmake/pack_patterns.cpp.
std::span<const EmbeddedFile> embedded_patterns();

}  // namespace recount
