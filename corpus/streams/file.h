// A file on disk, or standard input.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>

#include "corpus/streams/byte_stream.h"

namespace recount {

class File : public ByteStream {
 public:
  /// "-" is standard input, which is never closed. Error kUnreadable.
  static Result<std::shared_ptr<File>> open(const std::string& path);
  ~File() override;
  File(const File&) = delete;
  File& operator=(const File&) = delete;

  /// From where the last read ended. Error kUnreadable.
  Result<std::size_t> read(char* buffer, std::size_t size) override;

  /// From `offset`, as read(), but any number of threads at a time. REQUIRES: a regular file.
  Result<std::size_t> read_at(std::uint64_t offset, char* buffer, std::size_t size) const;

  /// Goes forward in a regular file, but not behind its end.
  std::uint64_t skip(std::uint64_t size) override;

  /// Bytes that a regular file held when it was opened; nothing for anything else.
  const std::optional<std::uint64_t>& size() const { return size_; }

  /// Bytes from the beginning of the file that have been read or passed over.
  std::uint64_t position() const { return position_; }

 private:
  File(std::string path, int fd);

  std::string path_;
  int fd_;
  std::optional<std::uint64_t> size_;
  std::uint64_t position_ = 0;
};

/// Bytes of the regular file at `path`; nothing for anything else.
std::optional<std::uint64_t> file_size(const std::string& path);

/// All bytes of the file at `path`. Errors kUnreadable and, above `max_bytes`, kTooLarge.
Result<std::string> read_file(const std::string& path, std::uint64_t max_bytes);

}  // namespace recount
