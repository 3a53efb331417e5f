// WARC files as crawlers write them, for archives to measure with.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace recount::bench {

/// How the body of a response goes over the wire.
enum class Transfer : std::uint8_t { kPlain, kChunked, kGzip, kChunkedGzip };

/// A `response` record with HTTP headers. `number` makes its id.
std::string response_record(std::string_view url, std::string_view html, Transfer transfer,
                            std::uint64_t number);

/// The record that opens a file.
std::string warcinfo_record();

/// The bytes as one member of gzip, compressed quickly.
std::string gzip_member(std::string_view bytes);

}  // namespace recount::bench
