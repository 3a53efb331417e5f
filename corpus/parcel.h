// A parcel: the part of the inputs that one thread takes at a time.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "corpus/raw_article.h"

namespace recount {

/// A place between two parcels. It can be written down, and another run over the same inputs with
/// the same options can go on there.
struct Position {
  std::uint64_t input = 0;    // index in the list of inputs
  std::uint64_t offset = 0;   // bytes of the file on disk, where its format can be entered midway
  std::uint64_t parcels = 0;  // else: parcels of this input that come before
  bool operator==(const Position&) const = default;
};

/// What joins a parcel that was read to the one after it.
struct Trail {
  Position next;                 // the place behind the parcel
  std::uint64_t disk_bytes = 0;  // of the inputs, that the parcel stood for; for progress
};

/// Bytes of an input, or a place in one. Made by an ArticleSource for a ParcelReader; others only
/// hand it on.
struct Parcel {
  std::string path;
  Position begin;
  Position next;
  std::uint64_t disk_bytes = 0;
  std::string bytes;               // a whole article
  bool on_disk = false;            // `path` is a file, which may have a sidecar
  std::optional<Failure> failure;  // instead of bytes
};

}  // namespace recount
