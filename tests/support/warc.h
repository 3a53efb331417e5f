// Records of a WARC.
#pragma once

#include <string>
#include <string_view>

namespace recount::testing {

/// A record as it lies in a file, with the two empty lines behind it. `length` stands in its
/// Content-Length instead of the truth.
std::string warc_record(std::string_view type, std::string_view uri, std::string_view content_type,
                        std::string_view block, std::string_view length = "");

/// A response record with a page; `headers` are more lines of HTTP, each with its line end.
std::string warc_page(std::string_view uri, std::string_view body, std::string_view headers = "");

/// The record that crawlers begin a file with.
std::string warc_info();

}  // namespace recount::testing
