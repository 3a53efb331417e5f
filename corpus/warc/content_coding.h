// The body of an HTTP message as it was sent, and how to get at what is in it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "corpus/result.h"

namespace recount {

struct CodingLimits {
  std::uint64_t max_bytes = 0;  // of what comes out
  std::uint64_t max_ratio = 0;
};

/// The body without chunks. Crawlers often have taken the chunks off and left the header as it was:
/// a body that does not begin with a chunk is returned as it is. With `cut_short`, a body that ends
/// before its last chunk is taken as far as it goes; else that is kDamaged, without a place.
Result<std::string> remove_chunks(std::string_view body, bool cut_short);

/// The body without the codings of a Content-Encoding header, "gzip", "deflate" or "br", several
/// with commas. A body that is not what a coding wants at its very beginning is taken as decoded
/// already. Nothing where there is no coding, and `body` is what it holds. Errors, without a place:
/// kDamaged, also for an unknown coding; kTooLarge.
Result<std::optional<std::string>> decode_content(std::string_view body, std::string_view codings,
                                                  const CodingLimits& limits, bool cut_short);

}  // namespace recount
