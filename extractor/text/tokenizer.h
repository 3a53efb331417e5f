// Text to tokens. The text is never rewritten: a token is a byte range and the id of its folded
// form.
#pragma once

#include <string_view>
#include <vector>

#include "extractor/text/token.h"
#include "extractor/text/vocabulary.h"

namespace recount {

/// Splits `text` (UTF-8; invalid bytes separate tokens and are skipped) and appends to `out`, which
/// is cleared first. Tokens are in text order, never overlap and lie on code-point boundaries.
/// - A hyphen inside a word splits it: "Conservative-run" is two tokens, the second kHyphenBefore.
/// - An apostrophe splits off a clitic: "Labour's" is "Labour" + "'s"; "O'Neill" stays whole.
/// - A minus before digits is a token "-"; any other dash between spaces is the token "–".
/// - Words run together ("MoreThe") are split when both halves are known and the whole is not.
/// REQUIRES: text.size() < 4 GiB. Thread-safe.
void tokenize(std::string_view text, const Vocabulary& vocabulary, std::vector<Token>& out);

/// The folded form of the words of a phrase of the lexicon, each as tokenize() would see it.
std::vector<std::string> fold_phrase(std::string_view phrase);

}  // namespace recount
