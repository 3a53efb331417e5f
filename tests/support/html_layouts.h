// Web pages made around a text.
#pragma once

#include <cstddef>
#include <string>

#include "corpus/document.h"

namespace recount::test {

inline constexpr std::size_t kLayouts = 8;

/// A page with the text of `article`, a paragraph for each line, laid out in one of kLayouts ways
/// among navigation, related links and the like, which hold facts about Swale, Pendle and Torridge.
std::string page_around(const Document& article, std::size_t layout);

}  // namespace recount::test
