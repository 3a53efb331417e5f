// An article as it lies in an archive: bytes, not yet text.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>

#include "corpus/document.h"
#include "corpus/result.h"

namespace recount {

/// What the bytes of one article are.
enum class Format : std::uint8_t {
  kUnknown,  // to be told from the bytes
  kText,
  kHtml,
};

struct RawArticle {
  std::string path;  // of the input; inside an archive "pages.tar.gz!news/a.html"
  /// Where its record begins, in bytes of the file as it lies on disk (in a WARC that is compressed
  /// record by record: where the member begins); in any other compressed file or archive, in bytes
  /// of what `path` names, decompressed. 0 for a whole file.
  std::uint64_t offset = 0;
  /// Stem of the file's name, field of the record, or address of the page. Valid UTF-8, not empty,
  /// not yet unique.
  std::string id;
  Format format = Format::kUnknown;
  std::string charset;  // of HTTP or the record, as written; empty if not given
  std::string bytes;
  Metadata metadata;  // of the sidecar or the record; `published` is a day
  /// The day on which a crawler fetched the page. The article is no younger; it may be years older.
  std::optional<std::string> fetched;
};

/// Something that should have been an article and is none, or (kBadMetadata) a fault beside the
/// article that follows.
struct Failure {
  std::string path;          // as above
  std::uint64_t offset = 0;  // as above
  Error error;               // names path and offset in its message
};

using RawItem = std::variant<RawArticle, Failure>;

}  // namespace recount
