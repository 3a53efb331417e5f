// The words of a phrase of the lexicon, cut as a text is.
#include <string>

#include "extractor/text/ascii.h"
#include "extractor/text/tokenizer.h"
#include "extractor/text/unicode.h"

namespace recount {

std::vector<std::string> fold_phrase(std::string_view phrase) {
  std::vector<Token> tokens;
  if (phrase.size() > 1 && phrase.front() == '\'' && is_clitic(phrase.substr(1))) {
    return {std::string(phrase)};  // "'s" is one token only behind a word
  }
  static const Vocabulary kNoWords;
  tokenize(phrase, kNoWords, tokens);
  std::vector<std::string> words;
  for (const Token& token : tokens) {
    std::string word;
    append_folded(phrase.substr(token.begin, token.end - token.begin), word);
    words.push_back(std::move(word));
  }
  return words;
}

}  // namespace recount
