#include "tests/bench/yardsticks.h"

#include <re2/re2.h>
#include <unicode/brkiter.h>
#include <unicode/utext.h>

#include <memory>
#include <stdexcept>

namespace recount::bench {
namespace {

std::unique_ptr<icu::BreakIterator> word_iterator() {
  UErrorCode error = U_ZERO_ERROR;
  std::unique_ptr<icu::BreakIterator> out(
      icu::BreakIterator::createWordInstance(icu::Locale::getUK(), error));
  if (U_FAILURE(error)) throw std::runtime_error(u_errorName(error));
  return out;
}

std::size_t count(icu::BreakIterator& words) {
  std::size_t out = 0;
  while (words.next() != icu::BreakIterator::DONE) ++out;
  return out;
}

}  // namespace

std::vector<icu::UnicodeString> to_utf16(const Articles& articles) {
  std::vector<icu::UnicodeString> out;
  for (const Document& document : articles.documents)
    out.push_back(icu::UnicodeString::fromUTF8(document.text));
  return out;
}

std::size_t icu_boundaries(const Articles& articles) {
  static const auto words = word_iterator();
  std::size_t out = 0;
  for (const Document& document : articles.documents) {
    UErrorCode error = U_ZERO_ERROR;
    UText text = UTEXT_INITIALIZER;
    utext_openUTF8(&text, document.text.data(), static_cast<std::int64_t>(document.text.size()),
                   &error);
    words->setText(&text, error);
    out += count(*words);
    utext_close(&text);
    if (U_FAILURE(error)) throw std::runtime_error(u_errorName(error));
  }
  return out;
}

std::size_t icu_boundaries(const std::vector<icu::UnicodeString>& texts) {
  static const auto words = word_iterator();
  std::size_t out = 0;
  for (const icu::UnicodeString& text : texts) {
    words->setText(text);
    out += count(*words);
  }
  return out;
}

std::size_t re2_party_names(const Articles& articles) {
  static const re2::RE2 names(
      "(?i)(conservatives?|tor(?:y|ies)|labour|liberal democrats?|lib dems?|greens?|ukip|reform "
      "uk|plaid cymru|"
      "snp|sinn f[eé]in|independents?)");
  std::size_t out = 0;
  for (const Document& document : articles.documents) {
    re2::StringPiece rest(document.text);
    while (re2::RE2::FindAndConsume(&rest, names)) ++out;
  }
  return out;
}

}  // namespace recount::bench
