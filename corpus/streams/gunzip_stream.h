// What is inside gzip, member after member, with the checksums that libarchive leaves unchecked.
#pragma once

#include <zlib.h>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>

#include "corpus/streams/growth.h"
#include "corpus/streams/window.h"

namespace recount {

/// Whether a member may begin with these bytes.
bool looks_like_gzip(std::string_view bytes);

/// Passes over `compressed` up to the next place, before `end`, from where gzip decompresses to
/// "WARC/". False if there is none.
bool find_warc_member(Window& compressed, std::uint64_t end);

class GunzipStream : public ByteStream {
 public:
  enum class Members { kAll, kOne };

  /// Reads from `compressed`, which lives as long as this stream and is left behind the last member
  /// that was read to its end. Places in messages are bytes of `compressed` plus `base`.
  GunzipStream(Window& compressed, Growth growth, Members members, std::uint64_t base = 0);
  /// The same with a window of its own.
  GunzipStream(std::unique_ptr<Window> compressed, Growth growth);
  ~GunzipStream() override;
  GunzipStream(const GunzipStream&) = delete;
  GunzipStream& operator=(const GunzipStream&) = delete;

  /// Errors kDamaged, kTooLarge, and those of `compressed`.
  Result<std::size_t> read(char* buffer, std::size_t size) override;

  /// Goes on at the next member that begins a WARC record, unless there is to be only one.
  bool recover() override;

  /// Whether a member has been read to its end and no other has begun.
  bool between_members() const { return between_; }

 private:
  Result<std::size_t> fail(const std::string& message);
  bool begin_member();

  std::unique_ptr<Window> owned_;
  Window& compressed_;
  Growth growth_;
  Members members_;
  std::uint64_t base_;
  z_stream inflater_{};
  std::uint64_t member_ = 0;  // where the member begins
  bool between_ = true;
  bool any_ = false;
  bool ended_ = false;
};

}  // namespace recount
