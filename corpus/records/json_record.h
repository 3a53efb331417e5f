// Articles in JSON.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/raw_article.h"
#include "corpus/records/fields.h"
#include "corpus/source_options.h"

namespace recount {

/// Where a piece of JSON comes from.
struct JsonPlace {
  const std::string& path;
  const std::string& stem;
  std::uint64_t offset = 0;
};

/// Bytes of the line at the beginning of `bytes`, its end included; npos if it does not end there.
inline std::size_t line_size(std::string_view bytes) {
  const std::size_t end = bytes.find('\n');
  return end == bytes.npos ? end : end + 1;
}

/// Adds what comes of `json` to `out`: an object is an article, an array of objects is many. A text
/// that is an array of strings is its paragraphs. Bytes that are no UTF-8 are taken as
/// to_utf8() takes them. Failures: kDamaged for what is no JSON, or neither object nor array, and
/// as of FieldValues.
void read_json(std::string_view json, const JsonPlace& place, const FieldFinder& finder,
               const SourceOptions& options, std::vector<RawItem>& out);

}  // namespace recount
