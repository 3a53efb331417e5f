#include "tests/support/tokens.h"

#include "extractor/text/tokenizer.h"
#include "extractor/text/unicode.h"

namespace recount::test {

std::string raw(std::string_view text, const Token& token) {
  return std::string(text.substr(token.begin, token.end - token.begin));
}

std::vector<Token> tokens_of(std::string_view text, const Vocabulary& vocabulary) {
  std::vector<Token> tokens;
  tokenize(text, vocabulary, tokens);
  return tokens;
}

std::string cut(std::string_view text, const Vocabulary& vocabulary) {
  std::string out;
  for (const Token& token : tokens_of(text, vocabulary)) {
    if (!out.empty()) out += '|';
    out += raw(text, token);
  }
  return out;
}

std::string sentences(std::string_view text, const std::vector<std::string>& abbreviations) {
  Vocabulary vocabulary;
  AbbreviationSet set;
  for (const std::string& word : abbreviations) {
    const WordId id = vocabulary.add(word);
    set.resize(id + 1);
    set[id] = true;
  }
  std::vector<Token> tokens;
  std::vector<Sentence> found;
  tokenize(text, vocabulary, tokens);
  segment(text, tokens, set, found);
  std::string out;
  for (const Sentence& s : found) {
    const std::uint32_t begin = tokens[s.first].begin, end = tokens[s.last - 1].end;
    if (!out.empty()) out += '|';
    const std::string words(text.substr(begin, end - begin));
    out += s.kind == BlockKind::kHeading ? '<' + words + '>' : words;
  }
  return out;
}

std::vector<bool> boundaries(std::string_view text) {
  std::vector<bool> out(text.size() + 1);
  for (std::uint32_t at = 0; at < text.size(); at += decode_utf8(text, at).bytes) out[at] = true;
  out[text.size()] = true;
  return out;
}

bool well_formed(std::string_view text, const std::vector<Token>& tokens) {
  const std::vector<bool> edge = boundaries(text);
  std::uint32_t last = 0;
  for (const Token& token : tokens) {
    if (token.begin < last || token.end <= token.begin || token.end > text.size()) return false;
    if (!edge[token.begin] || !edge[token.end]) return false;
    last = token.end;
  }
  return true;
}

}  // namespace recount::test
