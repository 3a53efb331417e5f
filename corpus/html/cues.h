// What the names of classes and the words of headings say about the parts of a page.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "corpus/html/tree.h"

namespace recount::html {

enum CueFlag : std::uint8_t {
  kCueAside = 1 << 0,     // navigation, related links, adverts, share bars, sign-ups …
  kCueComments = 1 << 1,  // what readers wrote
  kCueByline = 1 << 2,    // who wrote it and when
  kCueTime = 1 << 3,      // a time of day or a date
  kCueUnseen = 1 << 4,    // for screen readers only
};

/// CueFlag bits of the value of class, id, role, aria-label or the like: "c-related-links",
/// "mostRead", "Newsletter sign-up".
std::uint8_t cues_of(std::string_view names);

/// The cues of each node of a tree, from its attributes; a link and a part of a table have none.
std::vector<std::uint8_t> find_cues(const Tree& tree);

/// Whether a heading announces something else than the article: "Related stories", "More from
/// Kent", "Most read". `text` is one line.
bool is_aside_heading(std::string_view text);

/// Whether a line leads to another page: "Read more: …", "WATCH: …", "See also …".
bool is_pointer(std::string_view text);

/// Whether a line is a label of something that is not there: "Advertisement", "Share this article".
bool is_label_of_nothing(std::string_view text);

}  // namespace recount::html
