// The words of a page without reading it: quick and loose, for a first look.
#pragma once

#include <string>
#include <string_view>

namespace recount {

/// Stands in a loose text where a tag or an invisible character was: the letters before and behind
/// it may be one word ("<b>Lab</b>our") or two ("Labour</td><td>gain").
inline constexpr char kMaybeJoined = '\x01';

/// Writes to `out` whatever a reader could take for text in the bytes of an article: plain text,
/// HTML, or either inside JSON; in UTF-8 or in any encoding that has ASCII in it. Left out are
/// tags, but not what <meta> says, comments, styles, and scripts that are not JSON; entities and
/// the escapes of JSON are decoded. In doubt it is text. Never longer than `raw` by more than one
/// byte in two. Bytes of UTF-16 and UTF-32 come out as they are, zeros among them.
void loose_text(std::string_view raw, std::string& out);

}  // namespace recount
