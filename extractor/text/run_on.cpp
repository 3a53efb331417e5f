#include "extractor/text/run_on.h"

#include "extractor/text/tokenizer.h"

namespace recount {
namespace {

constexpr std::size_t kLeastLetters = 3;  // letters before a tail: no "unpublished"

/// Appends the two tokens that the one splits into; the second begins at byte `cut` of the text.
void append_halves(std::string_view text, const Vocabulary& vocabulary, const Token& whole,
                   std::uint32_t cut, std::vector<Token>& out) {
  std::vector<Token> half;
  const auto append = [&](std::uint32_t begin, std::uint32_t end, std::uint16_t flags) {
    tokenize(text.substr(begin, end - begin), vocabulary, half);
    Token token = half.empty() ? whole : half.front();
    token.begin = begin;
    token.end = end;
    token.flags = flags;
    out.push_back(token);
  };
  append(whole.begin, cut, whole.flags);
  append(cut, whole.end, kSpaceBefore);
}

/// Where the token splits, if it stands before `next`; its end if it does not.
std::uint32_t cut_of(std::string_view text, const std::vector<RunOn>& run_ons, const Token& token,
                     const Token& next) {
  if (token.word != kUnknownWord || token.kind != TokenKind::kWord) return token.end;
  for (const RunOn& run_on : run_ons) {
    const std::size_t size = token.end - token.begin, tail = run_on.tail.size();
    if (next.word == run_on.next && size >= tail + kLeastLetters &&
        text.substr(token.end - tail, tail) == run_on.tail)
      return token.end - static_cast<std::uint32_t>(tail);
  }
  return token.end;
}

}  // namespace

void split_run_ons(std::string_view text, const Vocabulary& vocabulary,
                   const std::vector<RunOn>& run_ons, std::vector<Token>& tokens) {
  std::vector<Token> out;  // empty until something is split
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const bool last = i + 1 == tokens.size();
    const std::uint32_t cut =
        last ? tokens[i].end : cut_of(text, run_ons, tokens[i], tokens[i + 1]);
    if (cut == tokens[i].end) {
      if (!out.empty()) out.push_back(tokens[i]);
      continue;
    }
    if (out.empty()) out.assign(tokens.begin(), tokens.begin() + static_cast<std::ptrdiff_t>(i));
    append_halves(text, vocabulary, tokens[i], cut, out);
  }
  if (!out.empty()) tokens.swap(out);
}

}  // namespace recount
