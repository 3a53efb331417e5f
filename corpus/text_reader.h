// Articles as plain text, with what is known about them in a sidecar.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "corpus/document.h"
#include "corpus/input_list.h"
#include "corpus/reading.h"

namespace recount {

struct TextReaderOptions {
  /// Bytes of text above which an article is not read. At most what an Extractor takes, 4 GiB - 1.
  std::uint64_t max_bytes = std::uint64_t{64} << 20;
  /// Whatever is given here holds for all articles, whatever their sidecars say.
  Metadata overrides;
};

/// Reads one article after the other. Holds the names of all inputs but never more than one text.
/// One thread at a time.
class TextReader {
 public:
  /// Inputs as list_inputs() takes them.
  TextReader(const std::vector<std::string>& names, TextReaderOptions options);

  /// The next input, or nothing after the last. The text is the bytes of the file, a byte order
  /// mark included. Metadata comes from NAME.meta.json beside NAME.txt, if that exists; faults in
  /// there are reported and cost nothing but the faulty field.
  std::optional<Reading> next();

  /// Articles and faulty inputs together, read or not.
  std::size_t size() const { return inputs_.size(); }

 private:
  std::vector<Input> inputs_;
  TextReaderOptions options_;
  std::size_t at_ = 0;
};

}  // namespace recount
