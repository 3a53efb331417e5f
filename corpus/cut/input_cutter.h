// Unwraps one input: compressions and archives, one inside of the other, down to what is cut.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "corpus/parcel.h"
#include "corpus/source_options.h"

namespace recount {

/// Parcels of one input, in order. One thread at a time.
class InputCutter {
 public:
  /// The file `path`, or standard input. Where the format can be entered midway, from `offset` on,
  /// which an earlier parcel or its trail told. Keeps a reference to `options`. `named`: a person
  /// named the file itself, and is told if it is no article.
  InputCutter(const std::string& path, std::uint64_t offset, const SourceOptions& options,
              bool named);
  ~InputCutter();

  /// The next parcel, complete but for its positions; nothing after the last.
  std::optional<Parcel> next();

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace recount
