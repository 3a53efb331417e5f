// Method: a record is believed when it begins with "WARC/" and, behind as many bytes as it says,
// there are the two line ends that close a record, or the end, or another record. Where that fails
// the record is given up, and the search for the next one starts right behind its header, since a
// Content-Length that is too large must not swallow the records behind it.
#include "corpus/warc/warc_reader.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include "corpus/warc/header_lines.h"

namespace recount {
namespace {

constexpr std::string_view kWarcMagic = "WARC/";
constexpr std::size_t kMaxHeader = std::size_t{64} << 10;
constexpr std::size_t kPeek = std::size_t{4} << 10;
constexpr std::uint64_t kHttpHeader = std::uint64_t{64} << 10;  // beside the document in a block

bool wanted_type(std::string_view header) {
  const std::string_view type = header_field(header, "WARC-Type");
  return same_word(type, "response") || same_word(type, "conversion") ||
         same_word(type, "resource");
}

/// Whether the block can hold an article as far as its own headers tell.
bool wanted(std::string_view header, std::string_view block) {
  if (!wanted_type(header)) return false;
  const std::string_view type = media_type(header_field(header, "Content-Type"));
  if (!same_word(type, "application/http")) return is_readable_type(type);
  if (!same_word(header_field(header, "WARC-Type"), "response")) return false;
  const std::size_t http = header_size(block);
  if (http == block.npos) return true;
  return is_readable_type(media_type(header_field(block.substr(0, http), "Content-Type")));
}

std::optional<std::uint64_t> whole_number(std::string_view text) {
  std::uint64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

/// Whether what is behind a block is as it should be.
bool closes_record(std::string_view bytes) {
  if (bytes.starts_with("\r\n\r\n")) return true;
  const std::size_t next = bytes.find_first_not_of("\r\n");
  return next == bytes.npos ||
         bytes.substr(next).starts_with(kWarcMagic.substr(0, bytes.size() - next));
}

}  // namespace

struct WarcReader::Head {
  std::uint64_t offset = 0;
  std::size_t header = 0;   // bytes
  std::uint64_t block = 0;  // bytes
  bool wanted = false;
};

WarcReader::WarcReader(Window& window, std::string path, std::uint64_t max_document,
                       std::optional<std::uint64_t> fixed_offset)
    : window_(window),
      path_(std::move(path)),
      max_document_(max_document),
      fixed_offset_(fixed_offset) {}

Failure WarcReader::failure(std::uint64_t offset, ErrorCode code,
                            const std::string& message) const {
  const std::uint64_t at = fixed_offset_.value_or(offset);
  return {path_, at, {code, path_ + ": record at byte " + std::to_string(at) + ": " + message}};
}

WarcReader::Item WarcReader::next() {
  for (;;) {
    window_.consume(std::exchange(held_, 0));
    if (std::exchange(search_, false)) find_record();
    std::string_view bytes = window_.peek(1);
    while (!bytes.empty() && (bytes[0] == '\r' || bytes[0] == '\n')) {
      window_.consume(std::min(bytes.find_first_not_of("\r\n"), bytes.size()));
      bytes = window_.peek(1);
    }
    if (bytes.empty()) {
      if (!window_.error()) return std::nullopt;
      return stream_ended();
    }
    if (Item item = read_record()) return item;
  }
}

WarcReader::Item WarcReader::stream_ended() {
  Failure out{path_, fixed_offset_.value_or(window_.position()), *window_.error()};
  if (!window_.recover()) window_.end();
  return out;
}

/// The record at the beginning of the window; nothing if it was passed over.
WarcReader::Item WarcReader::read_record() {
  Head head;
  head.offset = window_.position();
  std::string_view bytes = window_.peek(kPeek).substr(0, kMaxHeader);
  if (!bytes.starts_with(kWarcMagic)) {
    search_ = true;
    if (bytes.size() < kWarcMagic.size() && window_.error()) return std::nullopt;
    return failure(head.offset, ErrorCode::kDamaged, "\"WARC/\" expected");
  }
  head.header = header_size(bytes);
  if (head.header == bytes.npos) {
    bytes = window_.peek(kMaxHeader).substr(0, kMaxHeader);
    head.header = header_size(bytes);
  }
  const std::string_view header = bytes.substr(0, head.header);
  const auto length = whole_number(header_field(header, "Content-Length"));
  if (head.header == bytes.npos || !length) {
    window_.consume(kWarcMagic.size());
    search_ = true;
    if (window_.error()) return std::nullopt;
    return failure(head.offset, ErrorCode::kDamaged,
                   head.header == bytes.npos
                       ? "its header does not end within " + std::to_string(kMaxHeader) + " bytes"
                       : "it has no Content-Length");
  }
  head.block = *length;
  head.wanted = wanted_type(header);
  if (head.wanted) {
    const std::size_t look =
        head.header + static_cast<std::size_t>(std::min<std::uint64_t>(head.block, kPeek));
    bytes = window_.peek(look);
    head.wanted = wanted(bytes.substr(0, head.header), bytes.substr(head.header));
  }
  if (!head.wanted || head.block > max_document_ + kHttpHeader) return pass_over(head);

  const std::size_t size = head.header + static_cast<std::size_t>(head.block);
  bytes = window_.peek(size + 4 + kWarcMagic.size());
  if (bytes.size() < size && !window_.error()) {
    window_.consume(head.header);
    search_ = true;
    return failure(head.offset, ErrorCode::kDamaged,
                   "Content-Length is " + std::to_string(head.block) + ", but only " +
                       std::to_string(bytes.size() - head.header) + " bytes are left");
  }
  if (bytes.size() < size) {  // the stream's own error says it
    window_.consume(bytes.size());
    return std::nullopt;
  }
  if (!closes_record(bytes.substr(size))) {
    window_.consume(head.header);
    search_ = true;
    return failure(head.offset, ErrorCode::kDamaged,
                   "Content-Length is " + std::to_string(head.block) +
                       ", but no record begins behind so many bytes");
  }
  held_ = size;
  return WarcRecord{fixed_offset_.value_or(head.offset), bytes.substr(0, head.header),
                    bytes.substr(head.header, static_cast<std::size_t>(head.block))};
}

WarcReader::Item WarcReader::pass_over(const Head& head) {
  window_.consume(head.header);
  const std::uint64_t passed = window_.skip(head.block);
  search_ = !closes_record(window_.peek(4 + kWarcMagic.size()));
  if (head.wanted) {
    return failure(head.offset, ErrorCode::kTooLarge,
                   "larger than " + std::to_string(max_document_) + " bytes");
  }
  if (window_.error() || (passed == head.block && !search_)) return std::nullopt;
  return failure(head.offset, ErrorCode::kDamaged,
                 "Content-Length is " + std::to_string(head.block) + ", but " +
                     (passed < head.block ? "only " + std::to_string(passed) + " bytes are left"
                                          : "no record begins behind so many bytes"));
}

/// Passes over what is there up to a line that begins a record.
void WarcReader::find_record() {
  constexpr std::string_view kLine = "\nWARC/1.";
  for (;;) {
    const std::string_view bytes = window_.peek(kMaxHeader);
    const std::size_t at = bytes.find(kLine);
    if (at != bytes.npos) return window_.consume(at + 1);
    if (bytes.size() < kMaxHeader) return window_.consume(bytes.size());
    window_.consume(bytes.size() - kLine.size() + 1);
  }
}

}  // namespace recount
