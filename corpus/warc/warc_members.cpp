// Method: libdeflate decompresses a whole member in one call, two to three times as fast as zlib,
// but needs all of it and room for all that comes out. So it is tried on what is at hand, with room
// for what records are usually like; what does not fit, and what is damaged, goes through zlib,
// which streams, and whose word on what is wrong with a member is the one that is told.
#include "corpus/warc/warc_members.h"

#include <libdeflate.h>

#include <algorithm>
#include <limits>
#include <utility>

#include "corpus/streams/growth.h"
#include "corpus/streams/gunzip_stream.h"
#include "corpus/streams/range_stream.h"
#include "corpus/streams/window.h"
#include "corpus/warc/header_lines.h"
#include "corpus/warc/warc_article.h"
#include "corpus/warc/warc_reader.h"

namespace recount {
namespace {

constexpr std::size_t kReadBytes = std::size_t{512} << 10;  // of the file, read at a time
constexpr std::size_t kLookAhead = std::size_t{128} << 10;  // of a member, compressed; at first
constexpr std::size_t kMaxLookAhead = std::size_t{2} << 20;
constexpr std::size_t kRoom = std::size_t{1} << 20;  // for what comes out; at first
constexpr std::size_t kMaxRoom = std::size_t{4} << 20;

std::unique_ptr<Window> window_at(const std::shared_ptr<const File>& file, std::uint64_t offset) {
  return std::make_unique<Window>(std::make_unique<RangeStream>(file, offset), kReadBytes);
}

std::unique_ptr<GunzipStream> stream_member(Window& compressed, const std::string& path,
                                            const SourceOptions& options, std::uint64_t base) {
  const Growth growth(path, std::make_shared<GrowthBudget>(nullptr, options.max_ratio), 0);
  return std::make_unique<GunzipStream>(compressed, growth, GunzipStream::Members::kOne, base);
}

/// Tapes and disks pad with zeros.
void pass_zeros(Window& window) {
  while (window.peek(1).starts_with('\0')) {
    const std::string_view bytes = window.peek(1);
    window.consume(std::min(bytes.find_first_not_of('\0'), bytes.size()));
  }
}

/// One member at a time, decompressed at once.
class WholeMembers {
 public:
  /// The member at the beginning of `compressed` and how many bytes it takes there. Nothing if it
  /// is not all there, too large, or damaged. Valid until the next call.
  std::optional<std::pair<std::string_view, std::size_t>> inflate(std::string_view compressed,
                                                                  std::uint64_t max_ratio) {
    while (decompressor_) {
      if (!buffer_) buffer_ = std::make_unique_for_overwrite<char[]>(room_);
      std::size_t used = 0;
      std::size_t made = 0;
      const libdeflate_result result =
          libdeflate_gzip_decompress_ex(decompressor_.get(), compressed.data(), compressed.size(),
                                        buffer_.get(), room_, &used, &made);
      if (result == LIBDEFLATE_SUCCESS) {
        if (grows_too_much(used, made, max_ratio)) return std::nullopt;
        return std::pair(std::string_view(buffer_.get(), made), used);
      }
      if (result != LIBDEFLATE_INSUFFICIENT_SPACE || room_ >= kMaxRoom) return std::nullopt;
      room_ *= 4;
      buffer_.reset();
    }
    return std::nullopt;
  }

 private:
  std::unique_ptr<libdeflate_decompressor, decltype(&libdeflate_free_decompressor)> decompressor_{
      libdeflate_alloc_decompressor(), &libdeflate_free_decompressor};
  std::unique_ptr<char[]> buffer_;
  std::size_t room_ = kRoom;
};

}  // namespace

class WarcMembers::Impl {
 public:
  Impl(MemberRange range, const SourceOptions& options)
      : range_(std::move(range)), options_(options) {
    enter(range_.begin);
    const bool found = range_.at_member ? range_.begin < range_.end
                                        : find_warc_member(*compressed_, range_.end - base_);
    if (found) {
      trail_.first = position();
    } else {
      finish(range_.at_member ? range_.begin : range_.end);
    }
  }

  std::optional<RawItem> next() {
    for (;;) {
      if (!records_) {
        if (done_ || !begin_member()) return std::nullopt;
        continue;
      }
      auto item = records_->next();
      if (!item) {
        end_member();
      } else if (auto* failure = std::get_if<Failure>(&*item)) {
        return std::move(*failure);
      } else if (auto article =
                     read_warc_article(std::get<WarcRecord>(*item), range_.path, options_)) {
        return article;
      }
    }
  }

  const MemberTrail& trail() const { return trail_; }

 private:
  std::uint64_t position() const { return base_ + compressed_->position(); }

  void enter(std::uint64_t offset) {
    base_ = offset;
    compressed_ = window_at(range_.file, offset);
  }

  void finish(std::uint64_t end) {
    trail_.end = end;
    done_ = true;
  }

  /// False at the end of the range.
  bool begin_member() {
    pass_zeros(*compressed_);
    member_ = position();
    const bool at_end = compressed_->peek(1).empty() && !compressed_->error();
    if (member_ >= range_.end || at_end) {
      finish(member_);
      return false;
    }
    if (const auto whole = inflate_whole()) {
      inside_ = std::make_unique<Window>(*whole);
    } else {
      auto stream = stream_member(*compressed_, range_.path, options_, base_);
      stream_ = stream.get();
      inside_ = std::make_unique<Window>(std::move(stream));
    }
    records_.emplace(*inside_, range_.path, options_.max_document, member_);
    return true;
  }

  std::optional<std::string_view> inflate_whole() {
    std::string_view bytes = compressed_->peek(kLookAhead);
    auto whole = whole_.inflate(bytes, options_.max_ratio);
    if (!whole && bytes.size() < kMaxLookAhead && looks_like_gzip(bytes)) {
      const std::size_t before = bytes.size();
      bytes = compressed_->peek(kMaxLookAhead);
      if (bytes.size() > before) whole = whole_.inflate(bytes, options_.max_ratio);
    }
    if (!whole) return std::nullopt;
    compressed_->consume(whole->second);
    return whole->first;
  }

  /// Behind a member that was not read to its end the next one is to be found.
  void end_member() {
    const bool whole = stream_ == nullptr || stream_->between_members();
    stream_ = nullptr;
    records_.reset();
    inside_.reset();
    if (whole) return;
    enter(member_ + 1);
    find_warc_member(*compressed_, std::numeric_limits<std::uint64_t>::max());
  }

  MemberRange range_;
  const SourceOptions& options_;
  std::uint64_t base_ = 0;  // where compressed_ begins in the file
  std::unique_ptr<Window> compressed_;
  WholeMembers whole_;
  std::uint64_t member_ = 0;
  std::unique_ptr<Window> inside_;  // of the member
  GunzipStream* stream_ = nullptr;  // in inside_, when the member is streamed
  std::optional<WarcReader> records_;
  MemberTrail trail_;
  bool done_ = false;
};

WarcMembers::WarcMembers(MemberRange range, const SourceOptions& options)
    : impl_(std::make_unique<Impl>(std::move(range), options)) {}
WarcMembers::~WarcMembers() = default;

std::optional<RawItem> WarcMembers::next() { return impl_->next(); }
const MemberTrail& WarcMembers::trail() const { return impl_->trail(); }

bool is_compressed_by_record(const std::shared_ptr<const File>& file, const std::string& path,
                             const SourceOptions& options) {
  const std::unique_ptr<Window> compressed = window_at(file, 0);
  Window inside(stream_member(*compressed, path, options, 0));
  const std::string_view bytes = inside.peek(kRoom);
  const std::size_t header = header_size(bytes);
  if (!bytes.starts_with("WARC/") || header == bytes.npos) return false;
  return bytes.find("\nWARC/1.", header) == bytes.npos;
}

}  // namespace recount
