// What came of one input.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "corpus/document.h"
#include "corpus/result.h"

namespace recount {

struct Reading {
  std::string path;
  std::uint64_t offset = 0;          // where its record begins; 0 for a whole file
  std::optional<Document> document;  // none when the article could not be read
  std::string language;              // as a page says itself: "en-GB"; empty if it does not
  std::vector<Error> errors;         // kUnreadable, kTooLarge; beside a document, also kBadMetadata
};

}  // namespace recount
