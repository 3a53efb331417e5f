// A view of a stream that can look ahead.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "corpus/streams/byte_stream.h"

namespace recount {

/// Holds as much as was looked at and not yet consumed, and some more.
class Window : public ByteStream {
 public:
  /// Reads about `step` bytes at a time.
  explicit Window(std::unique_ptr<ByteStream> source, std::size_t step = std::size_t{64} << 10)
      : source_(std::move(source)), step_(step) {}
  /// Over bytes that are there, and stay there.
  explicit Window(std::string_view bytes) : view_(bytes) {}

  /// All bytes that are at hand, and at least `size` unless the stream ends or fails before. Valid
  /// until the next call.
  std::string_view peek(std::size_t size);

  /// Passes over the first `size` bytes. REQUIRES: they have been peeked.
  void consume(std::size_t size);

  /// Passes over `size` bytes, or up to the end; how many.
  std::uint64_t skip(std::uint64_t size);

  /// Bytes passed over since the beginning.
  std::uint64_t position() const { return position_; }

  /// What ended the stream, once all bytes before it have been peeked.
  const std::optional<Error>& error() const { return error_; }

  /// Ends here, without an error.
  void end();

  Result<std::size_t> read(char* buffer, std::size_t size) override;

  /// As of a ByteStream; what was not consumed is dropped.
  bool recover() override;

 private:
  void fill(std::size_t size);

  std::unique_ptr<ByteStream> source_;
  std::size_t step_ = 0;
  std::vector<char> buffer_;
  std::string_view view_;  // what is at hand, in buffer_ if there is a source
  std::uint64_t position_ = 0;
  bool ended_ = false;
  std::optional<Error> error_;
};

}  // namespace recount
