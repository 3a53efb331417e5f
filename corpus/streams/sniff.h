// What bytes are, by their beginning.
#pragma once

#include <cstddef>
#include <string_view>

namespace recount {

enum class ContentKind {
  kGzip,
  kZstandard,
  kXz,
  kBzip2,
  kTar,
  kZip,
  kWarc,
  kJsonLines,  // the first line is a JSON object, as far as it is there
  kJson,       // an object on several lines, or an array of objects
  kPicture,    // or sound, font, …: nothing that a person reads
  kDocument,   // readable by a person, but not here: PDF, Office, …
  kOther,      // text or HTML
};

/// Bytes that sniff() wants to see, if there are so many.
constexpr std::size_t kSniffBytes = std::size_t{64} << 10;

/// Kinds are told from the first bytes alone, never from a name.
ContentKind sniff(std::string_view bytes);

}  // namespace recount
