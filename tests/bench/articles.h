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

/// The sample articles that are not set aside, repeated as documents of their own until they hold
/// `bytes` bytes of text. Those that rules are written on have a fact in some 90 bytes, more than
/// news has; those that were set aside until lately are like it, with one in some 160.
Articles repeated_samples(std::size_t bytes);

}  // namespace recount::bench
