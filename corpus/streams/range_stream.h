// A file from a place on, read without moving the file's own place, so that threads can share it.
#pragma once

#include <cstdint>
#include <memory>
#include <utility>

#include "corpus/streams/byte_stream.h"
#include "corpus/streams/file.h"

namespace recount {

class RangeStream : public ByteStream {
 public:
  /// REQUIRES: a regular file.
  RangeStream(std::shared_ptr<const File> file, std::uint64_t begin)
      : file_(std::move(file)), at_(begin) {}

  Result<std::size_t> read(char* buffer, std::size_t size) override {
    Result<std::size_t> count = file_->read_at(at_, buffer, size);
    if (count.ok()) at_ += count.value();
    return count;
  }

 private:
  std::shared_ptr<const File> file_;
  std::uint64_t at_;
};

}  // namespace recount
