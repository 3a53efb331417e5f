// The articles of a part of a WARC that is compressed record by record.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "corpus/raw_article.h"
#include "corpus/source_options.h"
#include "corpus/streams/file.h"
#include "corpus/warc/member_range.h"

namespace recount {

/// Reads the articles of the members that begin in a range, though the last may end behind it. One
/// thread at a time.
class WarcMembers {
 public:
  /// Keeps a reference to `options`.
  WarcMembers(MemberRange range, const SourceOptions& options);
  ~WarcMembers();

  std::optional<RawItem> next();

  /// REQUIRES: next() has returned nothing.
  const MemberTrail& trail() const;

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

/// Whether a file that begins with the gzip of a WARC has one member for each record, as far as its
/// beginning tells. If not, it is to be read as one stream.
bool is_compressed_by_record(const std::shared_ptr<const File>& file, const std::string& path,
                             const SourceOptions& options);

}  // namespace recount
