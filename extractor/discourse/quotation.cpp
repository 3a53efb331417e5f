#include "extractor/discourse/quotation.h"

namespace recount {
namespace {

// Tokens: of a paragraph that goes on and on no more is read for each of its sentences.
constexpr std::uint32_t kReach = 4000;

}  // namespace

bool in_quotation(std::string_view text, const Annotation& annotation, std::size_t sentence,
                  std::uint32_t at) {
  const std::uint32_t block = annotation.sentences[sentence].block;
  while (sentence > 0 && annotation.sentences[sentence - 1].block == block &&
         annotation.sentences[sentence].first + kReach > at)
    --sentence;
  bool open = false;
  for (std::uint32_t t = annotation.sentences[sentence].first; t < at; ++t) {
    const Token& token = annotation.tokens[t];
    if (token.kind != TokenKind::kPunct) continue;
    const std::string_view mark = text.substr(token.begin, token.end - token.begin);
    if (mark == "\"")
      open = !open;
    else if (mark == "\u201c" || mark == "\u2018")
      open = true;
    else if (mark == "\u201d" || mark == "\u2019")
      open = false;
  }
  return open;
}

}  // namespace recount
