// The words and how they are looked up. Of each phrase one run of letters is looked for, the
// rarest; by its first eight letters, small and hashed, its phrases are found.
#include "extractor/lexicon/telling_words.h"

#include <algorithm>
#include <unordered_map>

namespace recount {
namespace {

constexpr std::size_t kShort = 3;  // letters of a word that may be common

}  // namespace

TellingWords::TellingWords(const Lexicon& lexicon) {
  lexicon.phrases.for_each([&](std::span<const WordId> words, const Sense& sense) {
    if (sense.kind != SenseKind::kParty) {
      if (sense.kind != SenseKind::kClass) return;
      // Behind a party and a hyphen the word is of another class, but there a party is named.
      if ((lexicon.symbols.roles(sense.symbol) & kSpeaksOfVote) == 0) return;
    }
    Phrase phrase;
    phrase.capital = sense.needs_capital;
    add(lexicon, words, std::move(phrase));
  });
  lexicon.party_shapes.for_each([&](std::span<const WordId> words, const Sense&) {
    Phrase phrase;
    phrase.capital = phrase.ending = true;
    add(lexicon, words, std::move(phrase));
  });
  choose_telling();
  index();
}

void TellingWords::add(const Lexicon& lexicon, std::span<const WordId> words, Phrase phrase) {
  std::vector<std::string> fillers;
  for (const WordId id : words) {
    const std::string_view word = lexicon.vocabulary.word(id);
    for (std::size_t at = 0; at < word.size(); ++at) {
      const std::size_t size = letters_at(word, at);
      if (size == 0) continue;
      std::string run(word.substr(at, size));
      (is_filler(run) ? fillers : phrase.runs).push_back(std::move(run));
      at += size;
    }
  }
  if (phrase.runs.empty()) phrase.runs = std::move(fillers);
  if (phrase.runs.empty()) return;  // a name of other letters than ASCII: none is
  phrases_.push_back(std::move(phrase));
}

/// Of each phrase the run that the fewest phrases have, as the others are common; no short one,
/// such as "with", if there is a longer.
void TellingWords::choose_telling() {
  std::unordered_map<std::string_view, std::size_t> times;
  for (const Phrase& phrase : phrases_) {
    for (const std::string& run : phrase.runs) ++times[run];
  }
  for (Phrase& phrase : phrases_) {
    const auto rank = [&times](const std::string& run) {
      return std::pair(run.size() <= kShort ? 1 : 0, times[run]);
    };
    const auto best = std::min_element(
        phrase.runs.begin(), phrase.runs.end(),
        [&rank](const std::string& a, const std::string& b) { return rank(a) < rank(b); });
    phrase.telling = static_cast<std::size_t>(best - phrase.runs.begin());
    if (phrase.runs.size() > 1)
      phrase.beside = load_chunk(best + 1 != phrase.runs.end() ? best[1] : best[-1], 0);
  }
}

void TellingWords::index() {
  const auto head_of = [](const Phrase& phrase) {
    return load_chunk(phrase.runs[phrase.telling], 0);
  };
  std::stable_sort(phrases_.begin(), phrases_.end(),
                   [&](const Phrase& a, const Phrase& b) { return head_of(a) < head_of(b); });
  std::size_t places = 1;
  while (places < phrases_.size() * 2) places *= 2;
  entries_.resize(places);
  for (std::uint32_t begin = 0, end = 0; begin < phrases_.size(); begin = end) {
    const Chunk head = head_of(phrases_[begin]);
    while (end < phrases_.size() && head_of(phrases_[end]) == head) ++end;
    heads_.add(head);
    for (std::size_t letters = 1; letters <= kOpening; ++letters)
      openings_.add(first_bytes(head, letters));
    std::size_t place = hash(head) % places;
    while (entries_[place].head != 0) place = (place + 1) % places;
    entries_[place] = {head, begin, end};
  }
}

}  // namespace recount
