#include "tests/support/compress.h"

#include <archive.h>
#include <archive_entry.h>
#include <brotli/encode.h>
#include <zlib.h>

#include <memory>
#include <stdexcept>

namespace recount::testing {
namespace {

std::string deflate_with(std::string_view bytes, int level, int bits) {
  z_stream stream{};
  if (deflateInit2(&stream, level, Z_DEFLATED, bits, 8, Z_DEFAULT_STRATEGY) != Z_OK) {
    throw std::runtime_error("zlib");
  }
  std::string out(deflateBound(&stream, bytes.size()) + 64, '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  stream.avail_in = static_cast<uInt>(bytes.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  const int code = deflate(&stream, Z_FINISH);
  deflateEnd(&stream);
  if (code != Z_STREAM_END) throw std::runtime_error("zlib");
  out.resize(out.size() - stream.avail_out);
  return out;
}

void check(int code, struct archive* a) {
  if (code != ARCHIVE_OK) throw std::runtime_error(archive_error_string(a));
}

la_ssize_t append(struct archive*, void* out, const void* bytes, std::size_t size) {
  static_cast<std::string*>(out)->append(static_cast<const char*>(bytes), size);
  return static_cast<la_ssize_t>(size);
}

using Writer = std::unique_ptr<struct archive, decltype(&archive_write_free)>;

void open_writer(const Writer& writer, std::string& out) {
  struct archive* a = writer.get();
  check(archive_write_set_bytes_per_block(a, 512), a);
  check(archive_write_set_bytes_in_last_block(a, 1), a);
  check(archive_write_open(a, &out, nullptr, &append, nullptr), a);
}

void add_file(const Writer& writer, const std::string& name, std::string_view content) {
  struct archive* a = writer.get();
  const std::unique_ptr<archive_entry, decltype(&archive_entry_free)> entry(archive_entry_new(),
                                                                            &archive_entry_free);
  archive_entry_set_pathname(entry.get(), name.c_str());
  archive_entry_set_size(entry.get(), static_cast<la_int64_t>(content.size()));
  archive_entry_set_filetype(entry.get(), AE_IFREG);
  archive_entry_set_perm(entry.get(), 0644);
  check(archive_write_header(a, entry.get()), a);
  if (archive_write_data(a, content.data(), content.size()) < 0) check(ARCHIVE_FATAL, a);
}

}  // namespace

std::string gzip(std::string_view bytes, int level) { return deflate_with(bytes, level, 31); }
std::string zlib(std::string_view bytes) { return deflate_with(bytes, 6, 15); }
std::string raw_deflate(std::string_view bytes) { return deflate_with(bytes, 6, -15); }

std::string brotli(std::string_view bytes) {
  std::string out(BrotliEncoderMaxCompressedSize(bytes.size()) + 64, '\0');
  std::size_t size = out.size();
  if (BrotliEncoderCompress(5, BROTLI_DEFAULT_WINDOW, BROTLI_MODE_TEXT, bytes.size(),
                            reinterpret_cast<const std::uint8_t*>(bytes.data()), &size,
                            reinterpret_cast<std::uint8_t*>(out.data())) == BROTLI_FALSE) {
    throw std::runtime_error("brotli");
  }
  out.resize(size);
  return out;
}

std::string compress(std::string_view bytes, std::string_view kind) {
  if (kind == "gz") return gzip(bytes);
  std::string out;
  const Writer writer(archive_write_new(), &archive_write_free);
  struct archive* a = writer.get();
  check(kind == "zst"  ? archive_write_add_filter_zstd(a)
        : kind == "xz" ? archive_write_add_filter_xz(a)
                       : archive_write_add_filter_bzip2(a),
        a);
  check(archive_write_set_format_raw(a), a);
  open_writer(writer, out);
  add_file(writer, "content", bytes);
  check(archive_write_close(a), a);
  return out;
}

std::string archive(const std::vector<std::pair<std::string, std::string>>& files,
                    std::string_view kind) {
  std::string out;
  const Writer writer(archive_write_new(), &archive_write_free);
  struct archive* a = writer.get();
  check(
      kind == "tar" ? archive_write_set_format_pax_restricted(a) : archive_write_set_format_zip(a),
      a);
  open_writer(writer, out);
  for (const auto& [name, content] : files) add_file(writer, name, content);
  check(archive_write_close(a), a);
  return out;
}

}  // namespace recount::testing
