#include "extractor/text/run_on.h"

#include "extractor/text/tokenizer.h"

namespace recount {
namespace {

constexpr std::size_t kLeast = 3;  // letters before a tail: no "unpublished"

/// Puts two tokens in the place of `at`; the second begins at byte `cut` of the text.
void split(std::string_view text, const Vocabulary& vocabulary, std::size_t at, std::uint32_t cut,
           std::vector<Token>& tokens) {
  std::vector<Token> half;
  const Token whole = tokens[at];
  const auto part = [&](std::uint32_t begin, std::uint32_t end) {
    tokenize(text.substr(begin, end - begin), vocabulary, half);
    Token token = half.front();
    token.begin = begin;
    token.end = end;
    return token;
  };
  tokens[at] = part(whole.begin, cut);
  tokens[at].flags = whole.flags;
  Token tail = part(cut, whole.end);
  tail.flags = kSpaceBefore;
  tokens.insert(tokens.begin() + static_cast<std::ptrdiff_t>(at) + 1, tail);
}

}  // namespace

void split_run_ons(std::string_view text, const Vocabulary& vocabulary,
                   const std::vector<RunOn>& run_ons, std::vector<Token>& tokens) {
  for (std::size_t i = 0; i + 1 < tokens.size(); ++i) {
    const Token& token = tokens[i];
    if (token.word != kUnknownWord || token.kind != TokenKind::kWord) continue;
    for (const RunOn& run_on : run_ons) {
      const std::size_t size = token.end - token.begin, tail = run_on.tail.size();
      if (tokens[i + 1].word != run_on.next || size < tail + kLeast ||
          text.substr(token.end - tail, tail) != run_on.tail)
        continue;
      split(text, vocabulary, i, token.end - static_cast<std::uint32_t>(tail), tokens);
      break;
    }
  }
}

}  // namespace recount
