// The pages of a report as they were when the library was built.
#pragma once

#include <span>
#include <string_view>

namespace recount {

/// A file of site/. All views live as long as the program.
struct SiteAsset {
  std::string_view path;     // from site/, with '/' between folders: "assets/base.css"
  std::string_view content;  // the bytes of the file, unchanged
};

/// All HTML, CSS, JavaScript and SVG files of site/, sorted bytewise by path. Never fails; any
/// thread. Implemented by a source that cmake/embed.cmake writes into the build directory.
std::span<const SiteAsset> site_assets();

}  // namespace recount
