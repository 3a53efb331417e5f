// From the inputs that a person names to the single files among them.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "corpus/result.h"

namespace recount {

/// One file to read, or what is wrong with an input that stands for none.
struct InputFile {
  std::string path;            // "-" is standard input
  std::optional<Error> error;  // kUnreadable
};

/// The files that `names` stand for, in order. A file is itself, whether it exists or not. A folder
/// is all its regular files at any depth by the bytes of their paths, without sidecars
/// (*.meta.json), hidden files and folders, and what links to folders lead to. A name with *, ? or
/// [ that is no file is a pattern as in a shell; a folder that matches it is read as one. Neither
/// gives the files of `exclude`, however these are written. "-" is standard input, which can be
/// named once only.
std::vector<InputFile> list_files(const std::vector<std::string>& names,
                                  const std::vector<std::string>& exclude = {});

/// The stem of a file's name ("stdin" for "-"), in valid UTF-8: other bytes become U+FFFD.
std::string stem_of(const std::string& path);

}  // namespace recount
