// What the JSON-LD of a page says about its article.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace recount::html {

struct JsonLd {
  std::optional<std::string> headline;
  std::optional<std::string> published;  // as written
  std::optional<std::string> publisher;
  std::optional<std::string> url;
  std::optional<std::string> language;
  /// The text, where it is there as well: articleBody, or the posts of a live page, each below a
  /// line with its time.
  std::string body;
};

/// Reads the scripts of a page (type application/ld+json): objects, arrays and graphs of
/// schema.org. Of several articles the one with the address `canonical` is the page's, else the
/// first. JSON that is broken is read as far as it can be repaired; faults are no errors.
JsonLd read_json_ld(const std::vector<std::string_view>& scripts, std::string_view canonical);

}  // namespace recount::html
