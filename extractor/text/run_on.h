// Words that a lost line break has joined to the last word of the line before:
// "Hastingspublished at 13:22".
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "extractor/text/token.h"
#include "extractor/text/vocabulary.h"

namespace recount {

/// What may stand joined to an unknown word: its first word, folded, and the word behind it.
struct RunOn {
  std::string tail;
  WordId next = kUnknownWord;
};

/// Splits unknown words that end with the tail of a run-on and stand before its next word.
/// REQUIRES: tokenize() has made `tokens` of `text` with the same vocabulary.
void split_run_ons(std::string_view text, const Vocabulary& vocabulary,
                   const std::vector<RunOn>& run_ons, std::vector<Token>& tokens);

}  // namespace recount
