#include "corpus/streams/gunzip_stream.h"

#include <algorithm>
#include <array>
#include <limits>
#include <utility>

namespace recount {
namespace {

constexpr int kGzipBits = 15 + 16;  // the largest window, gzip only
constexpr std::string_view kMagic = "\x1f\x8b\x08";
constexpr std::string_view kWarc = "WARC/";
constexpr std::size_t kHeadBytes = 4096;  // of a member; enough for a long name in its header

/// Whether the member at the beginning of `bytes` decompresses to "WARC/".
bool begins_record(std::string_view bytes) {
  z_stream inflater{};
  if (inflateInit2(&inflater, kGzipBits) != Z_OK) return false;
  std::array<char, kWarc.size()> out{};
  inflater.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  inflater.avail_in = static_cast<uInt>(std::min<std::size_t>(bytes.size(), kHeadBytes));
  inflater.next_out = reinterpret_cast<Bytef*>(out.data());
  inflater.avail_out = static_cast<uInt>(out.size());
  inflate(&inflater, Z_SYNC_FLUSH);
  inflateEnd(&inflater);
  return inflater.avail_out == 0 && std::string_view(out.data(), out.size()) == kWarc;
}

}  // namespace

bool looks_like_gzip(std::string_view bytes) {
  // The three highest flags are reserved and zero.
  return bytes.size() >= 4 && bytes.starts_with(kMagic) &&
         (static_cast<unsigned char>(bytes[3]) & 0xe0U) == 0;
}

bool find_warc_member(Window& compressed, std::uint64_t end) {
  while (compressed.position() < end) {
    const std::string_view bytes = compressed.peek(kHeadBytes);
    const std::size_t at = bytes.find(kMagic);
    if (at == bytes.npos) {
      if (bytes.size() < kHeadBytes) {
        compressed.consume(bytes.size());
        return false;
      }
      compressed.consume(bytes.size() - kMagic.size() + 1);
      continue;
    }
    compressed.consume(at);
    const std::string_view member = compressed.peek(kHeadBytes);
    if (looks_like_gzip(member) && begins_record(member)) return compressed.position() < end;
    compressed.consume(1);
  }
  return false;
}

GunzipStream::GunzipStream(Window& compressed, Growth growth, Members members, std::uint64_t base)
    : compressed_(compressed), growth_(std::move(growth)), members_(members), base_(base) {
  if (inflateInit2(&inflater_, kGzipBits) != Z_OK) ended_ = true;
}

GunzipStream::GunzipStream(std::unique_ptr<Window> compressed, Growth growth)
    : GunzipStream(*compressed, std::move(growth), Members::kAll) {
  owned_ = std::move(compressed);
}

GunzipStream::~GunzipStream() { inflateEnd(&inflater_); }

Result<std::size_t> GunzipStream::fail(const std::string& message) {
  ended_ = true;
  return Error{ErrorCode::kDamaged, growth_.path() + ": " + message};
}

bool GunzipStream::begin_member() {
  if (any_ && members_ == Members::kOne) return false;
  // Tapes and disks pad with zeros.
  while (any_ && compressed_.peek(1).starts_with('\0')) {
    const std::string_view bytes = compressed_.peek(1);
    compressed_.consume(std::min(bytes.find_first_not_of('\0'), bytes.size()));
  }
  if (compressed_.peek(1).empty()) return false;
  member_ = compressed_.position();
  inflateReset(&inflater_);
  between_ = false;
  any_ = true;
  return true;
}

Result<std::size_t> GunzipStream::read(char* buffer, std::size_t size) {
  inflater_.next_out = reinterpret_cast<Bytef*>(buffer);
  inflater_.avail_out =
      static_cast<uInt>(std::min<std::size_t>(size, std::numeric_limits<uInt>::max()));
  const uInt room = inflater_.avail_out;
  while (!ended_ && inflater_.avail_out == room) {
    if (between_ && !begin_member()) {
      ended_ = true;
      break;
    }
    const std::string_view bytes = compressed_.peek(1);
    if (compressed_.error()) {
      ended_ = true;
      return *compressed_.error();
    }
    if (bytes.empty()) {
      return fail("cut short at byte " + std::to_string(base_ + compressed_.position()) +
                  ", inside the gzip member that begins at byte " +
                  std::to_string(base_ + member_));
    }
    inflater_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
    inflater_.avail_in =
        static_cast<uInt>(std::min<std::size_t>(bytes.size(), std::numeric_limits<uInt>::max()));
    const uInt offered = inflater_.avail_in;
    const int code = inflate(&inflater_, Z_NO_FLUSH);
    compressed_.consume(offered - inflater_.avail_in);
    if (code == Z_STREAM_END) {
      between_ = true;
    } else if (code != Z_OK && code != Z_BUF_ERROR) {
      const std::string why = inflater_.msg == nullptr ? "not gzip" : inflater_.msg;
      return fail("damaged gzip member at byte " + std::to_string(base_ + member_) + ": " + why +
                  " (near byte " + std::to_string(base_ + compressed_.position()) + ")");
    }
  }
  const std::size_t count = room - inflater_.avail_out;
  if (std::optional<Error> error = growth_.add(compressed_.position(), count)) {
    ended_ = true;
    return *error;
  }
  return count;
}

bool GunzipStream::recover() {
  if (members_ == Members::kOne) return false;
  if (!find_warc_member(compressed_, std::numeric_limits<std::uint64_t>::max())) return false;
  ended_ = false;
  between_ = true;
  return true;
}

}  // namespace recount
