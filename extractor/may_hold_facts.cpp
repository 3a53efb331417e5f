// Method: what a text of some length must speak of to hold a fact is told by few words: a party by
// a name that is hardly anything else; or councils and elections to them in two ways, or in one
// beside a name that may be a party's. A short text needs less: any name of a council or a party, a
// figure beside a word of ours.
#include <algorithm>
#include <span>

#include "extractor/extractor.h"
#include "extractor/lexicon/annotator.h"
#include "extractor/text/loose_text.h"
#include "extractor/text/tokenizer.h"

namespace recount {
namespace {

constexpr std::size_t kMostBytes = std::size_t{4} << 20;  // what is longer is read as it is
constexpr std::size_t kShort = 200;                       // words

/// Whether some phrase of the lexicon that stands in the text says more than common words do.
bool names_something(const Lexicon& lexicon, std::string_view text) {
  static thread_local std::vector<Token> tokens;
  tokenize(text, lexicon.vocabulary, tokens);
  for (std::size_t at = 0; at < tokens.size(); ++at) {
    const PhraseMatch match = lexicon.phrases.longest(std::span(tokens).subspan(at));
    if (match.sense == nullptr) continue;
    const SenseKind kind = match.sense->kind;
    if (kind == SenseKind::kParty || kind == SenseKind::kPlace) return true;
    if (kind == SenseKind::kClass && lexicon.symbols.has(match.sense->symbol, kRoleCounted))
      return true;
  }
  return false;
}

}  // namespace

bool Extractor::may_hold_facts(std::string_view raw, const Metadata& known) const {
  static thread_local std::string text;
  if (raw.size() > kMostBytes) return true;
  Told told;
  loose_text(raw, text);
  data_->telling.read(text, told);
  for (const auto& more : {known.title, known.source}) {
    if (more) data_->telling.read(*more, told);
  }
  if (told.enough()) return true;
  if (told.words > kShort) return false;
  if (told.party || told.kinds != 0) return true;
  if (known.title) text.append(1, '\n').append(*known.title);
  std::string joined = text;
  std::erase(joined, kMaybeJoined);
  std::replace(text.begin(), text.end(), kMaybeJoined, ' ');
  return names_something(data_->lexicon, text) || names_something(data_->lexicon, joined);
}

}  // namespace recount
