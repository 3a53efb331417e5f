// The texts of a run, each a file.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "corpus/document.h"
#include "corpus/result.h"

namespace recount {

/// A folder that takes the text of each document as NAME.txt, byte for byte, so that the offsets of
/// facts are places in it; what is known of the document goes into NAME.meta.json beside it. The
/// folder can be read again like any other. One thread at a time.
class TextFolder {
 public:
  /// Makes the folder, and those it is in, if they are not there. Errors kCannotWrite and kNoSpace.
  static Result<TextFolder> open(const std::string& path);

  /// Writes a text, over an older one of that name. Errors kCannotWrite and kNoSpace.
  std::optional<Error> write(const Document& document) const;
  /// Has everything that was written safe on disk. Errors kCannotWrite and kNoSpace.
  std::optional<Error> checkpoint() const;

  /// The NAME for a document: its id, with % and two hex digits for each byte that is no letter,
  /// digit, hyphen, underscore or dot, and for a dot at the beginning. A long one is cut and ends
  /// with a hash. Ids that differ have names that differ.
  static std::string name_for(std::string_view id);

 private:
  explicit TextFolder(std::string path) : path_(std::move(path)) {}

  std::string path_;
};

}  // namespace recount
