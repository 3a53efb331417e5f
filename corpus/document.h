// An article as the extractor takes it: text and what is known about it from outside.
#pragma once

#include <optional>
#include <string>

namespace recount {

/// What is known about an article besides its text. Everything may be missing.
struct Metadata {
  std::optional<std::string> source;     // publisher
  std::optional<std::string> url;        // where it was found; never read as text
  std::optional<std::string> title;      // headline; helps to tell who and where, yields no facts
  std::optional<std::string> published;  // ISO 8601 day
  std::optional<std::string> election;   // polling day as ISO day
};

struct Document {
  std::string id;    // unique in a run
  std::string text;  // bytes, UTF-8 as far as it is valid; all offsets are bytes of it
  Metadata metadata;
};

}  // namespace recount
