// What others need for simpler work on the same text: the speeds to compare ours with.
#pragma once

#include <unicode/unistr.h>

#include <cstddef>
#include <string_view>
#include <vector>

#include "tests/bench/articles.h"

namespace recount::bench {

/// Texts in UTF-16, as ICU likes them best.
std::vector<icu::UnicodeString> to_utf16(const Articles& articles);

/// Number of word boundaries by ICU's BreakIterator over UTF-8.
std::size_t icu_boundaries(const Articles& articles);
/// The same over texts that were converted beforehand.
std::size_t icu_boundaries(const std::vector<icu::UnicodeString>& texts);

/// Number of names of a dozen parties, by one RE2 alternation that ignores case.
std::size_t re2_party_names(const Articles& articles);

}  // namespace recount::bench
