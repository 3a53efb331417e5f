// A part of a WARC that is compressed record by record.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>

#include "corpus/streams/file.h"

namespace recount {

/// The gzip members that begin in the bytes [begin, end) of a file on disk.
struct MemberRange {
  std::shared_ptr<const File> file;
  std::string path;
  std::uint64_t begin = 0;
  std::uint64_t end = 0;
  bool at_member = false;  // a member begins at `begin`; else the first one is to be found
};

/// Where the members of a range were found; bytes of the file.
struct MemberTrail {
  std::optional<std::uint64_t> first;  // where the first begins; none if none does in the range
  /// Where the next one begins, or the end of the file: at or behind the end of the range. Without
  /// a member in the range, no more than its end.
  std::uint64_t end = 0;
};

}  // namespace recount
