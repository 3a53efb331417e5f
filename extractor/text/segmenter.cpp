// Method: a sentence ends at "?", "!" or "." when white space and something that can open a
// sentence follow, except after abbreviations and initials; and at every line break, since scraped
// articles have a paragraph per line. Hard-wrapped text is told by its shape first.
#include "extractor/text/segmenter.h"

#include <utility>

namespace recount {
namespace {

constexpr std::uint32_t kHeadingTokens = 16;
/// A sentence of more tokens is cut: none has so many, and reading one takes longer than its length
/// grows.
constexpr std::uint32_t kMostTokens = 2000;

char punct_of(std::string_view text, const Token& token) {
  return token.kind == TokenKind::kPunct && token.end == token.begin + 1 ? text[token.begin] : '\0';
}

bool is_terminal(char c) { return c == '.' || c == '!' || c == '?'; }
bool is_closing_mark(char c) { return c == '"' || c == '\'' || c == ')' || c == ']'; }

/// Whether a token can end a sentence or close what ended; all else is told by one look.
bool may_end(std::string_view text, const Token& token) {
  if (token.kind != TokenKind::kPunct) return false;
  const char c = text[token.begin];
  return static_cast<unsigned char>(c) >= 0x80 || is_terminal(c) || is_closing_mark(c);
}

/// Closing marks belong to the sentence before them.
bool is_closing(std::string_view text, const Token& token) {
  if (token.kind != TokenKind::kPunct || token.has(kSpaceBefore)) return false;
  const char c = text[token.begin];
  if (token.end == token.begin + 1) return is_closing_mark(c);
  const std::string_view raw = text.substr(token.begin, token.end - token.begin);
  return raw == "\xE2\x80\x9D" || raw == "\xE2\x80\x99";
}

/// A text is hard-wrapped when many of its longer lines are continued in small letters.
bool is_wrapped(std::string_view text, const std::vector<Token>& tokens) {
  std::uint32_t breaks = 0, continued = 0;
  const Token* before = nullptr;
  for (const Token& token : tokens) {
    const Token* const previous = std::exchange(before, &token);
    if ((token.flags & (kLineStart | kBlankBefore)) != kLineStart || previous == nullptr) continue;
    ++breaks;
    const char last = punct_of(text, *previous);
    if (token.kind == TokenKind::kWord && !token.has(kCapital) && !is_terminal(last) &&
        last != ':') {
      ++continued;
    }
  }
  return continued >= 3 && continued * 3 >= breaks;
}

bool opens_sentence(const Token& token) {
  return token.kind != TokenKind::kWord || token.has(kCapital);
}

bool ends_sentence(std::string_view text, const std::vector<Token>& tokens, std::size_t at,
                   const AbbreviationSet& abbreviations) {
  const char mark = punct_of(text, tokens[at]);
  if (!is_terminal(mark)) return false;
  std::size_t next = at + 1;
  while (next < tokens.size() && is_closing(text, tokens[next])) ++next;
  if (next == tokens.size()) return true;
  const Token& after = tokens[next];
  const bool spaced = after.has(kSpaceBefore);
  // "years.The": the space was lost in scraping.
  const bool lost_space = !spaced && next == at + 1 && after.kind == TokenKind::kWord &&
                          after.has(kCapital) && after.end - after.begin > 2;
  if (!spaced && !lost_space) return false;
  if (mark != '.') return opens_sentence(after);
  if (at == 0 || !opens_sentence(after)) return false;
  const Token& before = tokens[at - 1];
  if (before.end != tokens[at].begin) return true;
  // "1. Anglesey": the number of a list's item.
  if (before.kind == TokenKind::kNumber && (at == 1 || before.has(kLineStart))) return false;
  if (before.kind == TokenKind::kWord) {
    if (before.word < abbreviations.size() && abbreviations[before.word]) return false;
    if (before.end - before.begin == 1 && before.has(kCapital)) return false;  // an initial
  }
  return true;
}

}  // namespace

void segment(std::string_view text, const std::vector<Token>& tokens,
             const AbbreviationSet& abbreviations, std::vector<Sentence>& out) {
  out.clear();
  if (tokens.empty()) return;
  const bool wrapped = is_wrapped(text, tokens);
  std::uint32_t block = 0;
  std::size_t block_begin = 0;  // index into out of the first sentence of the block
  Sentence current;
  current.block_start = true;
  const auto close = [&](std::uint32_t end) {
    while (end > current.first) {
      current.last = end - current.first > kMostTokens ? current.first + kMostTokens : end;
      current.block = block;
      out.push_back(current);
      current.first = current.last;
      current.block_start = false;
      current.blank_before = false;
    }
  };
  const auto close_block = [&](std::uint32_t end) {
    close(end);
    if (out.size() == block_begin + 1) {
      Sentence& only = out.back();
      const char last = punct_of(text, tokens[only.last - 1]);
      if (only.last - only.first <= kHeadingTokens && !is_terminal(last) && last != ',') {
        only.kind = BlockKind::kHeading;
      }
    }
    block_begin = out.size();
    ++block;
    current.block_start = true;
  };
  const auto size = static_cast<std::uint32_t>(tokens.size());
  for (std::uint32_t i = 1; i < size; ++i) {
    const Token& token = tokens[i];
    if ((token.flags & (kLineStart | kGlued)) == 0 && !may_end(text, tokens[i - 1])) continue;
    // "(Lab gain from Con)Labour had": a line break is lost.
    const bool lost = token.kind == TokenKind::kWord && token.has(kCapital) &&
                      !token.has(kSpaceBefore) && punct_of(text, tokens[i - 1]) == ')';
    const bool line = token.has(kLineStart) && (!wrapped || token.has(kBlankBefore));
    if (line || lost || token.has(kGlued)) {
      close_block(i);
      current.blank_before = token.has(kBlankBefore);
    } else if (i > current.first && is_closing(text, tokens[i])) {
      continue;  // handled with the mark before it
    } else {
      std::uint32_t mark = i - 1;
      while (mark > current.first && is_closing(text, tokens[mark])) --mark;
      if (mark >= current.first && ends_sentence(text, tokens, mark, abbreviations)) close(i);
    }
  }
  close_block(size);
}

}  // namespace recount
