#include "tests/support/warc.h"

namespace recount::testing {

std::string warc_record(std::string_view type, std::string_view uri, std::string_view content_type,
                        std::string_view block, std::string_view length) {
  std::string out = "WARC/1.0\r\nWARC-Type: " + std::string(type) + "\r\n";
  if (!uri.empty()) out += "WARC-Target-URI: " + std::string(uri) + "\r\n";
  out += "WARC-Date: 2023-05-06T07:08:09Z\r\nWARC-Record-ID: <urn:uuid:0>\r\n";
  out += "Content-Type: " + std::string(content_type) + "\r\nContent-Length: ";
  out += length.empty() ? std::to_string(block.size()) : std::string(length);
  return out + "\r\n\r\n" + std::string(block) + "\r\n\r\n";
}

std::string warc_page(std::string_view uri, std::string_view body, std::string_view headers) {
  return warc_record("response", uri, "application/http; msgtype=response",
                     "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n" +
                         std::string(headers) + "\r\n" + std::string(body));
}

std::string warc_info() {
  return warc_record("warcinfo", "", "application/warc-fields", "software: test\r\n");
}

}  // namespace recount::testing
