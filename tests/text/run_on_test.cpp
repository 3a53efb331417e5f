#include "extractor/text/run_on.h"

#include <doctest/doctest.h>

#include <string>

#include "extractor/text/tokenizer.h"

using namespace recount;

namespace {

/// The tokens of the text behind split_run_ons(), with blanks between them.
std::string split(const std::string& text) {
  Vocabulary vocabulary;
  const WordId next = vocabulary.add("at");
  vocabulary.add("published");
  vocabulary.add("unpublished");
  std::vector<Token> tokens;
  tokenize(text, vocabulary, tokens);
  split_run_ons(text, vocabulary, {{"published", next}}, tokens);
  std::string out;
  for (const Token& token : tokens) {
    if (!out.empty()) out += ' ';
    out += text.substr(token.begin, token.end - token.begin);
  }
  return out;
}

}  // namespace

TEST_CASE("a word joined to the last one of the line before is split off") {
  CHECK(split("Hartpublished at ten") == "Hart published at ten");
  CHECK(split("gain fourpublished at ten, Bathpublished at six") ==
        "gain four published at ten , Bath published at six");
  CHECK(split("caf\u00e9published at ten") == "caf\u00e9 published at ten");
}

TEST_CASE("known words, and words before other ones, stay whole") {
  CHECK(split("unpublished at ten") == "unpublished at ten");
  CHECK(split("Hartpublished in May") == "Hartpublished in May");
  CHECK(split("Hartpublished") == "Hartpublished");
  CHECK(split("republished at ten") == "republished at ten");
}
