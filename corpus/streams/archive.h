// What libarchive opens: tar and zip with their files, and the compressions but gzip.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>

#include "corpus/streams/file.h"
#include "corpus/streams/growth.h"
#include "corpus/streams/window.h"

namespace recount {

/// The files of an archive one after the other, each read before the next. One thread at a time.
class Archive {
 public:
  enum class Kind { kTar, kZip, kCompressed };  // the last holds one file without a name

  /// Reads from `source`.
  Archive(Kind kind, std::unique_ptr<Window> source, Growth growth);
  /// A zip on disk is read by the list of files at its end.
  Archive(std::shared_ptr<File> zip, Growth growth);
  ~Archive();

  /// The name of the next regular file, valid UTF-8; nothing after the last. Errors kDamaged and
  /// those of the source; after one there is no file any more.
  Result<std::optional<std::string>> next_file();

  /// Bytes of the file, as of a ByteStream. Errors also kTooLarge.
  Result<std::size_t> read(char* buffer, std::size_t size);

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

/// The file that an archive is at. The archive lives as long as this.
class ArchivedFile : public ByteStream {
 public:
  explicit ArchivedFile(std::shared_ptr<Archive> archive) : archive_(std::move(archive)) {}
  Result<std::size_t> read(char* buffer, std::size_t size) override {
    return archive_->read(buffer, size);
  }

 private:
  std::shared_ptr<Archive> archive_;
};

/// What is inside a compressed stream: xz, zstd or bzip2.
std::unique_ptr<ByteStream> decompress(std::unique_ptr<Window> source, Growth growth);

}  // namespace recount
