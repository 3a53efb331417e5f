// Compressions and archives, made by the libraries that everybody makes them with. All throw when
// the library refuses.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace recount::testing {

/// One gzip member. `level` 0 stores.
std::string gzip(std::string_view bytes, int level = 6);

/// As of a Content-Encoding: zlib around deflate, and deflate with nothing around it.
std::string zlib(std::string_view bytes);
std::string raw_deflate(std::string_view bytes);
std::string brotli(std::string_view bytes);

/// "gz", "zst", "xz" or "bz2".
std::string compress(std::string_view bytes, std::string_view kind);

/// "tar" or "zip" of files with names and contents.
std::string archive(const std::vector<std::pair<std::string, std::string>>& files,
                    std::string_view kind);

}  // namespace recount::testing
