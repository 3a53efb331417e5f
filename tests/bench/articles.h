// What the benchmarks read.
#pragma once

#include <cstddef>
#include <vector>

#include "corpus/document.h"

namespace recount::bench {

struct Articles {
  std::vector<Document> documents;
  std::size_t bytes = 0;  // of all texts
};

/// The sample articles, repeated as documents of their own until they hold `bytes` bytes of text.
Articles repeated_samples(std::size_t bytes);

}  // namespace recount::bench
