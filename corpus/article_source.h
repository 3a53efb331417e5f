// From the names that a person types to raw articles, in three steps for a pipeline:
//     serial            ArticleSource::next    cuts the inputs into parcels; cheap
//     parallel          ParcelReader::next     the articles of one parcel
//     serial, in order  ParcelChain::mend      whether the parcels join without a gap
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "corpus/parcel.h"
#include "corpus/raw_article.h"
#include "corpus/source_options.h"

namespace recount {

/// One thread at a time. Holds the names of all inputs, and of one input what a parcel needs.
class ArticleSource {
 public:
  /// The inputs that `names` stand for, in the order of list_files(). Begins at `from`, which an
  /// earlier run with the same names and options has given.
  ArticleSource(const std::vector<std::string>& names, SourceOptions options, Position from = {});
  ~ArticleSource();
  ArticleSource(ArticleSource&&) noexcept;
  ArticleSource& operator=(ArticleSource&&) noexcept;

  /// The next parcel, or nothing after the last. What is wrong with an input is in a parcel, too.
  std::optional<Parcel> next();

  /// Bytes on disk of all inputs together; nothing if that cannot be known, as of standard input.
  std::optional<std::uint64_t> disk_bytes() const;

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

/// Reads the articles of one parcel one after the other, so that only one is in memory. One thread
/// at a time; readers of different parcels are independent of each other.
class ParcelReader {
 public:
  /// Keeps a reference to `options`.
  ParcelReader(Parcel parcel, const SourceOptions& options);
  ~ParcelReader();

  /// The next article or failure in the order of the input, or nothing after the last.
  std::optional<RawItem> next();

  /// REQUIRES: next() has returned nothing.
  Trail trail() const;

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

/// Checks, in the order of the parcels, that each began where the one before it ended: a parcel of
/// a compressed file is found by what looks like the beginning of a record, which chance or malice
/// may have put where none is. One thread at a time.
class ParcelChain {
 public:
  explicit ParcelChain(Position from = {}) : position_(from) {}

  /// Takes the trail of the next parcel. Nothing if it joins. Else what was read of that parcel is
  /// void: the parcel returned is to be read in its place, and its trail to be given here again.
  std::optional<Parcel> mend(const Trail& trail);

  /// The place behind the last parcel that joined; what a journal writes down.
  const Position& position() const { return position_; }

 private:
  Position position_;
};

/// All items of a parcel at once.
std::vector<RawItem> open_parcel(Parcel parcel, const SourceOptions& options);

}  // namespace recount
