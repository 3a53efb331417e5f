// Tokens and sentences as text, so that a test can be read.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "extractor/text/segmenter.h"
#include "extractor/text/token.h"
#include "extractor/text/vocabulary.h"

namespace recount::test {

/// The tokens of `text`.
std::vector<Token> tokens_of(std::string_view text, const Vocabulary& vocabulary = Vocabulary());

/// The bytes of one token.
std::string raw(std::string_view text, const Token& token);

/// The tokens of `text`, joined by '|'.
std::string cut(std::string_view text, const Vocabulary& vocabulary = Vocabulary());

/// The sentences of `text`, joined by '|'; a heading is written as <...>. `abbreviations` are
/// folded.
std::string sentences(std::string_view text, const std::vector<std::string>& abbreviations = {});

/// Whether tokens are non-empty, in order, apart, and on code-point boundaries of `text`.
bool well_formed(std::string_view text, const std::vector<Token>& tokens);

/// For each byte offset 0..size whether a code point (or an invalid byte) begins or the text ends
/// there.
std::vector<bool> boundaries(std::string_view text);

}  // namespace recount::test
