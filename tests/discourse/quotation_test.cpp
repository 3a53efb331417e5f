#include "extractor/discourse/quotation.h"

#include <doctest/doctest.h>

#include <string>

#include "tests/support/mini_patterns.h"

using namespace recount;

namespace {

/// Whether the last word of the text stands in a quotation.
bool quoted(const std::string& text) {
  Annotation annotation;
  annotate(text, test::mini().lexicon(), annotation);
  const std::size_t last = annotation.sentences.size() - 1;
  return in_quotation(text, annotation, last, annotation.sentences[last].last - 1);
}

}  // namespace

TEST_CASE("a quotation is open until it is closed, or its paragraph ends") {
  CHECK(quoted("He said: \"We met. We won"));
  CHECK(quoted("He said: \u201cWe met. We won"));
  CHECK(!quoted("He said: \"We met.\" They won"));
  CHECK(!quoted("He said: \"We met.\n\nThey won"));
}

TEST_CASE("of a paragraph that goes on and on only the last sentences are read") {
  std::string text = "He said: \"We met. ";
  for (int i = 0; i < 200; ++i) text += "They met there. ";
  CHECK(quoted(text + "We won"));
  for (int i = 0; i < 2000; ++i) text += "They met there. ";
  CHECK(!quoted(text + "We won"));
}
