// Bytes that come one after the other: of a file, out of a compression, out of an archive.
#pragma once

#include <cstddef>
#include <cstdint>

#include "corpus/result.h"

namespace recount {

class ByteStream {
 public:
  virtual ~ByteStream() = default;

  /// Reads at least one and at most `size` bytes into `buffer`; 0 only at the end. After an error
  /// the stream is at its end.
  virtual Result<std::size_t> read(char* buffer, std::size_t size) = 0;

  /// Passes over as many bytes as it can without reading them, `size` at most; how many.
  virtual std::uint64_t skip(std::uint64_t /*size*/) { return 0; }

  /// After an error: whether there is a later place to go on from, as behind the damaged part of a
  /// WARC. What comes next does then not follow on what was read.
  virtual bool recover() { return false; }
};

}  // namespace recount
