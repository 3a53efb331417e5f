#include "corpus/warc/content_coding.h"

#include <brotli/decode.h>
#include <libdeflate.h>
#include <zlib.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstddef>
#include <limits>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

#include "corpus/streams/growth.h"
#include "corpus/warc/header_lines.h"

namespace recount {
namespace {

constexpr std::size_t kStep = std::size_t{64} << 10;

Error damaged(const std::string& message) { return {ErrorCode::kDamaged, message}; }

/// Takes pieces of what comes out, within the limits.
class Collector {
 public:
  Collector(std::size_t in, const CodingLimits& limits) : in_(in), limits_(limits) {}

  std::optional<Error> add(const char* bytes, std::size_t size) {
    out_.append(bytes, size);
    if (out_.size() > limits_.max_bytes) {
      return Error{ErrorCode::kTooLarge,
                   "larger than " + std::to_string(limits_.max_bytes) + " bytes when decompressed"};
    }
    if (grows_too_much(in_, out_.size(), limits_.max_ratio)) {
      return Error{ErrorCode::kTooLarge, "grows to more than " + std::to_string(limits_.max_ratio) +
                                             " times its size when decompressed"};
    }
    return std::nullopt;
  }
  std::string take() { return std::move(out_); }

 private:
  std::size_t in_;
  const CodingLimits& limits_;
  std::string out_;
};

/// One look is enough for a whole gzip body of moderate size, whose last bytes say how large it is.
std::optional<std::string> gunzip_at_once(std::string_view body, const CodingLimits& limits) {
  std::array<unsigned char, 4> tail{};
  if (body.size() < 18) return std::nullopt;
  std::copy(body.end() - 4, body.end(), tail.begin());
  const std::size_t size =
      tail[0] | std::size_t{tail[1]} << 8 | std::size_t{tail[2]} << 16 | std::size_t{tail[3]} << 24;
  if (size > limits.max_bytes || grows_too_much(body.size(), size, limits.max_ratio) ||
      size > 2000 * body.size()) {
    return std::nullopt;
  }
  using Decompressor =
      std::unique_ptr<libdeflate_decompressor, decltype(&libdeflate_free_decompressor)>;
  static thread_local const Decompressor decompressor(libdeflate_alloc_decompressor(),
                                                      &libdeflate_free_decompressor);
  if (!decompressor) return std::nullopt;
  std::string out(size, '\0');
  std::size_t used = 0;
  std::size_t made = 0;
  if (libdeflate_gzip_decompress_ex(decompressor.get(), body.data(), body.size(), out.data(),
                                    out.size(), &used, &made) != LIBDEFLATE_SUCCESS ||
      used != body.size() || made != size) {
    return std::nullopt;
  }
  return out;
}

/// `bits` as of inflateInit2(): 31 for gzip, 15 for zlib, -15 for neither.
Result<std::string> inflate_body(std::string_view body, int bits, const CodingLimits& limits,
                                 bool cut_short) {
  z_stream inflater{};
  if (body.size() > std::numeric_limits<uInt>::max() || inflateInit2(&inflater, bits) != Z_OK) {
    return damaged("its body cannot be decompressed");
  }
  const std::unique_ptr<z_stream, decltype(&inflateEnd)> end(&inflater, &inflateEnd);
  inflater.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(body.data()));
  inflater.avail_in = static_cast<uInt>(body.size());
  Collector out(body.size(), limits);
  std::vector<char> step(kStep);
  for (;;) {
    inflater.next_out = reinterpret_cast<Bytef*>(step.data());
    inflater.avail_out = static_cast<uInt>(step.size());
    const int code = inflate(&inflater, Z_NO_FLUSH);
    const std::size_t made = step.size() - inflater.avail_out;
    if (auto error = out.add(step.data(), made)) return *error;
    if (code == Z_STREAM_END) {
      if (bits != 31 || inflater.avail_in == 0 || *inflater.next_in != 0x1f) return out.take();
      inflateReset(&inflater);
    } else if (code == Z_BUF_ERROR || (code == Z_OK && made == 0 && inflater.avail_in == 0)) {
      if (cut_short) return out.take();
      return damaged("its compressed body is cut short");
    } else if (code != Z_OK) {
      return damaged("its compressed body is damaged: " +
                     std::string(inflater.msg == nullptr ? "not deflate" : inflater.msg));
    }
  }
}

Result<std::string> gunzip(std::string_view body, const CodingLimits& limits, bool cut_short) {
  if (!body.starts_with("\x1f\x8b")) return std::string(body);
  if (auto whole = gunzip_at_once(body, limits)) return std::move(*whole);
  return inflate_body(body, 31, limits, cut_short);
}

/// "deflate" means zlib, but some servers send what is inside of it.
Result<std::string> undeflate(std::string_view body, const CodingLimits& limits, bool cut_short) {
  const bool zlib =
      body.size() >= 2 && (static_cast<unsigned char>(body[0]) & 0x0f) == 8 &&
      (static_cast<unsigned char>(body[0]) * 256 + static_cast<unsigned char>(body[1])) % 31 == 0;
  return inflate_body(body, zlib ? 15 : -15, limits, cut_short);
}

Result<std::string> unbrotli(std::string_view body, const CodingLimits& limits, bool cut_short) {
  const std::unique_ptr<BrotliDecoderState, decltype(&BrotliDecoderDestroyInstance)> state(
      BrotliDecoderCreateInstance(nullptr, nullptr, nullptr), &BrotliDecoderDestroyInstance);
  if (!state) return damaged("its body cannot be decompressed");
  Collector out(body.size(), limits);
  std::vector<char> step(kStep);
  std::size_t in_left = body.size();
  const auto* in = reinterpret_cast<const std::uint8_t*>(body.data());
  for (;;) {
    std::size_t out_left = step.size();
    auto* at = reinterpret_cast<std::uint8_t*>(step.data());
    const BrotliDecoderResult code =
        BrotliDecoderDecompressStream(state.get(), &in_left, &in, &out_left, &at, nullptr);
    if (auto error = out.add(step.data(), step.size() - out_left)) return *error;
    if (code == BROTLI_DECODER_RESULT_SUCCESS) return out.take();
    if (code == BROTLI_DECODER_RESULT_NEEDS_MORE_INPUT) {
      if (cut_short) return out.take();
      return damaged("its compressed body is cut short");
    }
    if (code == BROTLI_DECODER_RESULT_ERROR) {
      return damaged(std::string("its compressed body is damaged: ") +
                     BrotliDecoderErrorString(BrotliDecoderGetErrorCode(state.get())));
    }
  }
}

Result<std::string> decode(std::string_view body, std::string_view coding,
                           const CodingLimits& limits, bool cut_short) {
  if (same_word(coding, "gzip") || same_word(coding, "x-gzip")) {
    return gunzip(body, limits, cut_short);
  }
  // A page that is decoded already begins with a tag; nothing compressed by these two does.
  const std::string_view text = trimmed(body);
  const bool decoded = text.starts_with('<');
  if (same_word(coding, "deflate")) {
    return decoded ? std::string(body) : undeflate(body, limits, cut_short);
  }
  if (same_word(coding, "br")) {
    return decoded ? std::string(body) : unbrotli(body, limits, cut_short);
  }
  return damaged("its content coding \"" + std::string(coding) + "\" is not known");
}

}  // namespace

Result<std::string> remove_chunks(std::string_view body, bool cut_short) {
  std::string out;
  out.reserve(body.size());
  for (std::string_view rest = body;;) {
    std::uint64_t size = 0;
    const auto [end, error] = std::from_chars(rest.data(), rest.data() + rest.size(), size, 16);
    const std::size_t line = rest.find('\n');
    const std::string_view behind =
        error == std::errc() && line != rest.npos
            ? trimmed(rest.substr(static_cast<std::size_t>(end - rest.data()),
                                  line - static_cast<std::size_t>(end - rest.data())))
            : "none";
    if (!behind.empty() && !behind.starts_with(';')) {
      if (rest.data() == body.data()) return std::string(body);
      if (cut_short || trimmed(rest).empty()) return out;
      return damaged("a chunk of its body has no length");
    }
    if (size == 0) return out;
    rest.remove_prefix(line + 1);
    if (rest.size() < size && !cut_short) return damaged("its chunked body is cut short");
    const std::string_view chunk = rest.substr(0, static_cast<std::size_t>(size));
    out += chunk;
    if (chunk.size() < size) return out;
    rest.remove_prefix(chunk.size());
    const std::size_t next = rest.find_first_not_of("\r\n");
    rest.remove_prefix(std::min(next, rest.size()));
  }
}

Result<std::optional<std::string>> decode_content(std::string_view body, std::string_view codings,
                                                  const CodingLimits& limits, bool cut_short) {
  std::optional<std::string> out;
  while (!codings.empty()) {
    // The last coding was put on last.
    const std::size_t comma = codings.rfind(',');
    const std::string_view coding = trimmed(codings.substr(comma == codings.npos ? 0 : comma + 1));
    codings = codings.substr(0, comma == codings.npos ? 0 : comma);
    if (coding.empty() || same_word(coding, "identity")) continue;
    Result<std::string> decoded = decode(body, coding, limits, cut_short);
    if (!decoded.ok()) return decoded.error();
    out = std::move(decoded.value());
    body = *out;
  }
  return out;
}

}  // namespace recount
