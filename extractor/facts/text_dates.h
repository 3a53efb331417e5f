// Full dates in a text: "7 May 2011", "May 7th, 2011", "07/05/2011", "2011-05-07".
#pragma once

#include <string_view>
#include <vector>

#include "extractor/lexicon/annotator.h"
#include "extractor/lexicon/lexicon.h"

namespace recount {

/// A full date in a text.
struct ToldDay {
  Day day = 0;
  std::size_t token = 0;  // its year, or all of it
};

/// The full dates of `text`, in order. In figures the day stands before the month, as in Britain,
/// or all three as in ISO 8601. Thread-safe.
std::vector<ToldDay> dates_in(std::string_view text, const Lexicon& lexicon,
                              const std::vector<Token>& tokens);

}  // namespace recount
