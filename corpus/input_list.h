// From the inputs that a person names to the single articles among them, each with its id.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "corpus/result.h"

namespace recount {

/// One article to read, or what is wrong with an input that holds none.
struct Input {
  std::string path;            // "-" is standard input
  std::string id;              // unique in the list, valid UTF-8; empty beside an error
  std::optional<Error> error;  // kUnreadable
};

/// The articles that `names` stand for, in order: a file is itself; a folder, all its .txt files at
/// any depth by the bytes of their paths, symbolic links to folders not followed; "-", standard
/// input, which can be named once only. An id is the stem of the file's name ("stdin" for standard
/// input); from the second article of the same stem on, the stem with the first of "-2", "-3" …
/// that is free. A file is not opened here: whether it can be read shows later.
std::vector<Input> list_inputs(const std::vector<std::string>& names);

}  // namespace recount
