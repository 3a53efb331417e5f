// Cuts what one input holds into parcels, serially and cheaply: at the ends of lines and records,
// and at nothing but their sizes, so that the same bytes are always cut in the same way.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "corpus/parcel.h"
#include "corpus/source_options.h"
#include "corpus/streams/window.h"

namespace recount {

class Cutter {
 public:
  virtual ~Cutter() = default;

  /// The next parcel, complete but for its positions; nothing after the last.
  virtual std::optional<Parcel> next() = 0;
};

/// What is to be cut: the bytes of `path`, decompressed.
struct Content {
  std::unique_ptr<Window> window;
  std::string path;
  std::string stem;
  bool may_have_sidecar = false;
};

/// A parcel that is nothing but a failure.
Parcel failure_parcel(std::string path, std::uint64_t offset, Error error);

/// All in one parcel: an article (kArticle) or JSON (kJson).
std::unique_ptr<Cutter> cut_whole(Content content, ParcelKind kind, const SourceOptions& options);

/// Lines of JSON.
std::unique_ptr<Cutter> cut_json_lines(Content content, const SourceOptions& options);

/// Records of CSV. The first names the columns.
std::unique_ptr<Cutter> cut_csv(Content content, const SourceOptions& options);

/// Records of a WARC.
std::unique_ptr<Cutter> cut_warc(Content content, const SourceOptions& options);

}  // namespace recount
