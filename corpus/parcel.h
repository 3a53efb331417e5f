// A parcel: the part of the inputs that one thread takes at a time.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "corpus/raw_article.h"
#include "corpus/warc/member_range.h"

namespace recount {

/// A place between two parcels. It can be written down, and another run over the same inputs with
/// the same options can go on there.
struct Position {
  std::uint64_t input = 0;    // index in the list of inputs
  std::uint64_t offset = 0;   // bytes of the file on disk, where its format can be entered midway
  std::uint64_t parcels = 0;  // else: parcels of this input that come before
  bool operator==(const Position&) const = default;
};

enum class ParcelKind : std::uint8_t {
  kFailure,      // what is wrong with an input, or with a part of it
  kArticle,      // `bytes` are an article
  kJson,         // `bytes` are JSON as a whole: an article, or an array of them
  kJsonLines,    // lines
  kCsv,          // records, without the one that names the columns
  kWarcRecords,  // the records that `pieces` tell
  kWarcMembers,  // `members` is to be read from disk
};

struct CsvColumns;

/// A record among the bytes of a parcel.
struct Piece {
  std::uint64_t offset = 0;  // in the input, as RawArticle::offset
  std::size_t begin = 0;     // in the parcel
  std::size_t size = 0;
};

/// Bytes of an input, or a place in one. Made by an ArticleSource for a ParcelReader; others only
/// hand it on.
struct Parcel {
  ParcelKind kind = ParcelKind::kFailure;
  std::string path;  // as RawArticle::path
  Position begin;
  Position next;
  std::uint64_t disk_bytes = 0;
  std::string bytes;
  std::uint64_t offset = 0;       // of the bytes in the input
  std::string stem;               // of an article: its name without extensions
  bool may_have_sidecar = false;  // it is a file on disk
  std::vector<Piece> pieces;
  MemberRange members;
  std::shared_ptr<const CsvColumns> columns;
  std::optional<Failure> failure;
};

/// What joins a parcel that was read to the one after it.
struct Trail {
  Position next;                 // the place behind the parcel
  std::uint64_t disk_bytes = 0;  // of the inputs, that the parcel stood for; for progress
  /// Of members: where they were found. The parcel as it was, to be read again from another place.
  std::optional<MemberTrail> members;
  std::shared_ptr<const Parcel> parcel;
};

}  // namespace recount
