#include "tests/bench/archive/warc_writer.h"

#include <zlib.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <stdexcept>

namespace recount::bench {
namespace {

std::string chunked(std::string_view body) {
  constexpr std::size_t kChunk = 16'384;
  std::string out;
  out.reserve(body.size() + body.size() / 1000 + 64);
  std::array<char, 24> size{};
  for (std::size_t at = 0; at < body.size(); at += kChunk) {
    const std::string_view chunk = body.substr(at, kChunk);
    std::snprintf(size.data(), size.size(), "%zx\r\n", chunk.size());
    out.append(size.data()).append(chunk).append("\r\n");
  }
  return out + "0\r\n\r\n";
}

std::string record(std::string_view type, const std::string& more, std::uint64_t number,
                   std::string_view block) {
  std::array<char, 64> id{};
  std::snprintf(id.data(), id.size(), "<urn:uuid:00000000-0000-4000-8000-%012llx>",
                static_cast<unsigned long long>(number));
  std::string out = "WARC/1.0\r\nWARC-Type: ";
  out.append(type).append("\r\nWARC-Record-ID: ").append(id.data());
  out += "\r\nWARC-Date: 2024-05-03T10:00:00Z\r\n" + more +
         "Content-Length: " + std::to_string(block.size()) + "\r\n\r\n";
  return out.append(block).append("\r\n\r\n");
}

}  // namespace

std::string gzip_member(std::string_view bytes) {
  z_stream z{};
  if (deflateInit2(&z, 1, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY) != Z_OK)
    throw std::runtime_error("zlib");
  std::string out(deflateBound(&z, bytes.size()), '\0');
  z.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  z.avail_in = static_cast<uInt>(bytes.size());
  z.next_out = reinterpret_cast<Bytef*>(out.data());
  z.avail_out = static_cast<uInt>(out.size());
  const int status = deflate(&z, Z_FINISH);
  out.resize(z.total_out);
  deflateEnd(&z);
  if (status != Z_STREAM_END) throw std::runtime_error("zlib");
  return out;
}

std::string warcinfo_record() {
  return record("warcinfo", "Content-Type: application/warc-fields\r\n", 0,
                "software: recount_archive_bench\r\nformat: WARC File Format 1.0\r\n");
}

std::string response_record(std::string_view url, std::string_view html, Transfer transfer,
                            std::uint64_t number) {
  std::string body(html);
  std::string http =
      "HTTP/1.1 200 OK\r\nServer: nginx\r\nContent-Type: text/html; charset=utf-8\r\n";
  if (transfer == Transfer::kGzip || transfer == Transfer::kChunkedGzip) {
    body = gzip_member(body);
    http += "Content-Encoding: gzip\r\n";
  }
  if (transfer == Transfer::kChunked || transfer == Transfer::kChunkedGzip) {
    body = chunked(body);
    http += "Transfer-Encoding: chunked\r\n";
  } else {
    http += "Content-Length: " + std::to_string(body.size()) + "\r\n";
  }
  http += "\r\n" + body;
  return record("response",
                "WARC-Target-URI: " + std::string(url) +
                    "\r\nContent-Type: application/http; msgtype=response\r\n",
                number, http);
}

}  // namespace recount::bench
