// Method: a text is cut into runs of ASCII letters. The first eight letters of a run, made small,
// are looked up in a small table of bits, which turns nearly all away; the few that are left are
// compared with the rarest run of each phrase, and then the other runs of the phrase with what
// stands beside it. Where letters may belong together that do not stand together, behind tags,
// accents and capitals, they are tried in both ways.
#include "extractor/lexicon/telling_words.h"

#include <algorithm>
#include <map>
#include <unordered_map>

#include "extractor/text/ascii.h"
#include "extractor/text/loose_text.h"
#include "extractor/text/unicode.h"

namespace recount {
namespace {

constexpr Chunk kSmall = 0x2020202020202020u;  // makes letters small and no other byte a letter
constexpr std::size_t kBits = std::size_t{1} << 16;
constexpr std::size_t kLeastLetters = 4;  // of a name that is hardly anything else

/// How many ASCII letters stand at `at`.
std::size_t letters_at(std::string_view text, std::size_t at) {
  std::size_t size = small_letters(load_chunk(text, at) | kSmall);
  for (std::size_t more = size; more == kChunk; size += more)
    more = small_letters(load_chunk(text, at + size) | kSmall);
  return size;
}

/// Words that come and go within a name: "&" for "and", a possessive ending.
bool is_filler(std::string_view run) { return run == "and" || run == "s" || run == "amp"; }

bool is_wide(char c) { return static_cast<unsigned char>(c) >= 0x80; }

/// What stands at a byte that is no ASCII.
struct WideCharacter {
  std::size_t bytes = 1;
  bool joins = false;  // it is a letter, a mark on one, or invisible
  std::int32_t value = -1;
};

WideCharacter wide_at(std::string_view text, std::size_t at) {
  const CodePoint cp = decode_utf8(text.substr(at, 4), 0);
  if (cp.value < 0) {  // Latin-1 and its kin
    const auto byte = static_cast<unsigned char>(text[at]);
    const bool letter = byte >= 0xC0 && byte != 0xD7 && byte != 0xF7;
    return {1, letter || byte == 0xAD, byte};
  }
  const CharClass kind = classify(cp.value);
  return {cp.bytes,
          kind == CharClass::kLetter || kind == CharClass::kMark || kind == CharClass::kIgnored,
          cp.value};
}

void append_wide(const WideCharacter& c, std::string_view bytes, std::string& out) {
  if (c.bytes > 1) return append_folded(bytes, out);
  const char latin[] = {static_cast<char>(0xC0 | c.value >> 6),
                        static_cast<char>(0x80 | (c.value & 0x3F))};
  append_folded({latin, 2}, out);
}

}  // namespace

// --- loading
// --------------------------------------------------------------------------------------

TellingWords::TellingWords(const Lexicon& lexicon) {
  std::map<Symbol, std::uint64_t> kinds;
  const auto kind_of = [&kinds](Symbol symbol) {
    const auto next = std::uint64_t{1} << std::min<std::size_t>(kinds.size(), 63);
    return kinds.try_emplace(symbol, next).first->second;
  };
  lexicon.phrases.for_each([&](std::span<const WordId> words, const Sense& sense) {
    Phrase phrase;
    phrase.capital = sense.needs_capital;
    if (sense.kind == SenseKind::kParty) {
      phrase.plain = !sense.needs_proof;
    } else if (sense.kind == SenseKind::kClass && (lexicon.symbols.roles(sense.symbol) &
                                                   (kRoleLocalElection | kRoleCouncilTalk)) != 0) {
      phrase.kind = kind_of(sense.symbol);
    } else {
      return;
    }
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
  std::size_t letters = 0;
  std::vector<std::string> fillers;
  for (const WordId id : words) {
    const std::string_view word = lexicon.vocabulary.word(id);
    for (std::size_t at = 0; at < word.size(); ++at) {
      const std::size_t size = letters_at(word, at);
      if (size == 0) continue;
      std::string run(word.substr(at, size));
      (is_filler(run) ? fillers : phrase.runs).push_back(std::move(run));
      letters += size;
      at += size;
    }
  }
  if (phrase.runs.empty()) phrase.runs = std::move(fillers);
  if (phrase.runs.empty()) return;  // a name of other letters than ASCII: none is
  phrase.plain = phrase.plain && letters >= kLeastLetters;
  phrases_.push_back(std::move(phrase));
}

/// Of each phrase the run that the fewest phrases have, as the others are common; no short one if
/// there is a longer.
void TellingWords::choose_telling() {
  std::unordered_map<std::string_view, std::size_t> times;
  for (const Phrase& phrase : phrases_) {
    for (const std::string& run : phrase.runs) ++times[run];
  }
  for (Phrase& phrase : phrases_) {
    const auto rank = [&times](const std::string& run) {
      return std::pair(run.size() < kLeastLetters ? 1 : 0, times[run]);
    };
    const auto best = std::min_element(
        phrase.runs.begin(), phrase.runs.end(),
        [&rank](const std::string& a, const std::string& b) { return rank(a) < rank(b); });
    phrase.telling = static_cast<std::size_t>(best - phrase.runs.begin());
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
  maybe_.resize(kBits / 64);
  for (std::uint32_t begin = 0, end = 0; begin < phrases_.size(); begin = end) {
    const Chunk head = head_of(phrases_[begin]);
    while (end < phrases_.size() && head_of(phrases_[end]) == head) ++end;
    const std::size_t h = hash(head);
    maybe_[h % kBits / 64] |= std::uint64_t{1} << (h % 64);
    std::size_t place = h % places;
    while (entries_[place].head != 0) place = (place + 1) % places;
    entries_[place] = {head, begin, end};
  }
}

// --- reading
// --------------------------------------------------------------------------------------

class TellingWords::Reader {
 public:
  Reader(const TellingWords& words, std::string_view text, Told& told)
      : words_(words), text_(text), told_(told) {}

  void run() {
    const std::uint64_t* const maybe = words_.maybe_.data();
    std::size_t words = 0;
    for (std::size_t at = 0; at < text_.size() && !enough_;) {
      const Chunk chunk = load_chunk(text_, at);
      const std::size_t first = small_letters(chunk | kSmall);
      if (first == 0) {
        at = is_wide(text_[at]) ? wide(at) : at + 1;
        continue;
      }
      const std::size_t size = first < kChunk ? first : letters_at(text_, at);
      ++words;
      const Chunk head = first_bytes(chunk | kSmall, first);
      const std::size_t h = hash(head) % kBits;
      if ((maybe[h / 64] >> (h % 64) & 1) != 0) look_up(head, at, size);
      // Capitals behind the first letter: perhaps words that ran together.
      if ((~chunk & first_bytes(kSmall, first)) >> 8 != 0 || size > kChunk) parts(at, size);
      const std::size_t end = at + size;
      const char next = end < text_.size() ? text_[end] : ' ';
      if (joins(next)) joined(at);
      at = end + (next == ' ' ? 1 : 0);
    }
    told_.words += words;
  }

 private:
  static constexpr std::size_t kLongest = 64;  // of a word in letters, of a gap in bytes

  bool maybe(Chunk head) const {
    const std::size_t h = hash(head);
    return (words_.maybe_[h % kBits / 64] >> (h % 64) & 1) != 0;
  }

  /// The phrases that may have the run that begins with these letters.
  std::span<const Phrase> phrases(Chunk head) const {
    const std::size_t mask = words_.entries_.size() - 1;
    for (std::size_t place = hash(head) & mask;; place = (place + 1) & mask) {
      const Entry& entry = words_.entries_[place];
      if (entry.head == head)
        return std::span(words_.phrases_).subspan(entry.begin, entry.end - entry.begin);
      if (entry.head == 0) return {};
    }
  }

  static bool equals(std::string_view letters, std::string_view run) {
    return letters.size() == run.size() &&
           std::equal(run.begin(), run.end(), letters.begin(),
                      [](char a, char b) { return a == (b | 0x20); });
  }

  void take(const Phrase& phrase) {
    told_.kinds |= phrase.kind;
    told_.party = told_.party || phrase.kind == 0;
    told_.plain_party = told_.plain_party || phrase.plain;
    enough_ = told_.enough();
  }

  /// Whether nothing new would come of the phrase.
  bool known(const Phrase& phrase) const {
    if (phrase.kind != 0) return (told_.kinds & phrase.kind) != 0;
    return phrase.plain ? told_.plain_party : told_.party;
  }

  void look_up(Chunk head, std::size_t at, std::size_t size) {
    for (const Phrase& phrase : phrases(head)) {
      if (known(phrase) || !equals(text_.substr(at, size), phrase.runs[phrase.telling])) continue;
      if (stands_at(phrase, at, size)) take(phrase);
    }
  }

  /// Whether the other runs of the phrase stand beside that of `size` letters at `at`.
  bool stands_at(const Phrase& phrase, std::size_t at, std::size_t size) const {
    std::size_t end = at + size;
    for (std::size_t i = phrase.telling + 1; i < phrase.runs.size(); ++i) {
      std::size_t begin = end;
      do {
        if (!next_run(begin, end)) return false;
      } while (is_filler(text_.substr(begin, end - begin)));
      if (!equals(text_.substr(begin, end - begin), phrase.runs[i]))
        return torn(begin, end, phrase.runs[i]);
    }
    std::size_t begin = at;
    for (std::size_t i = phrase.telling; i-- > 0;) {
      do {
        if (!run_before(begin, end)) return false;
      } while (is_filler(text_.substr(begin, end - begin)));
      if (!equals(text_.substr(begin, end - begin), phrase.runs[i]))
        return torn(begin, end, phrase.runs[i]);
    }
    if (phrase.capital && !ascii_upper(text_[begin]) && !is_wide(text_[begin]) &&
        (begin == 0 || !is_wide(text_[begin - 1])))
      return false;
    return !phrase.ending || behind_name(begin);
  }

  bool next_run(std::size_t& begin, std::size_t& end) const {
    for (begin = end; begin < text_.size() && begin - end < kLongest; ++begin) {
      if (!ascii_letter(text_[begin])) continue;
      end = begin + letters_at(text_, begin);
      return true;
    }
    return false;
  }
  bool run_before(std::size_t& begin, std::size_t& end) const {
    for (end = begin; end > 0 && begin - end < kLongest; --end) {
      if (!ascii_letter(text_[end - 1])) continue;
      for (begin = end; begin > 0 && ascii_letter(text_[begin - 1]);) --begin;
      return true;
    }
    return false;
  }

  /// Whether the run of the text is a part of the wanted one that tags or accents cut off, or holds
  /// it as one of words that ran together. Of less than half a word nothing is believed.
  bool torn(std::size_t begin, std::size_t end, std::string_view run) const {
    const std::string_view here = text_.substr(begin, end - begin);
    const std::size_t size = std::min(here.size(), run.size());
    const bool opens = equals(here.substr(0, size), run.substr(0, size));
    const bool closes = equals(here.substr(here.size() - size), run.substr(run.size() - size));
    if (here.size() > run.size())
      return (opens && ascii_upper(here[size])) ||
             (closes && ascii_upper(here[here.size() - size]));
    const bool accent = (end < text_.size() && is_wide(text_[end]) && wide_at(text_, end).joins) ||
                        (begin > 0 && is_wide(text_[begin - 1]));
    if (here.size() * 2 < run.size() && !accent) return false;
    return (opens && end < text_.size() && joins(text_[end])) ||
           (closes && begin > 0 && joins(text_[begin - 1]));
  }

  static bool joins(char c) { return c == kMaybeJoined || is_wide(c); }

  /// "Lavender Alliance": the ending of a party's name behind another word with a capital.
  bool behind_name(std::size_t begin) const {
    std::size_t end = begin;
    return run_before(begin, end) &&
           (ascii_upper(text_[begin]) || (begin > 0 && is_wide(text_[begin - 1])));
  }

  /// Looks up a word that stands at `at` in so many bytes, but not as it is spelled.
  void look_up_word(std::string_view word, std::size_t at, std::size_t bytes) {
    const std::size_t size = letters_at(word, 0);
    const Chunk head = chunk_of(word, 0, size) | first_bytes(kSmall, size);
    if (size == 0 || size < word.size() || !maybe(head)) return;
    for (const Phrase& phrase : phrases(head)) {
      if (!known(phrase) && equals(word, phrase.runs[phrase.telling]) &&
          stands_at(phrase, at, bytes))
        take(phrase);
    }
  }

  /// "MoreThe", "OAKSHIRELot": tries what stands before and behind each capital.
  void parts(std::size_t at, std::size_t size) {
    const std::string_view run = text_.substr(at, std::min(size, kLongest));
    if (std::none_of(run.begin() + 1, run.end(), ascii_upper)) return;
    std::size_t begin = 0;
    for (std::size_t i = 1; i < run.size(); ++i) {
      const bool hump = ascii_upper(run[i]) && (ascii_lower(run[i - 1]) ||
                                                (i + 1 < run.size() && ascii_lower(run[i + 1])));
      if (!hump) continue;
      look_up_word(run.substr(begin, i - begin), at + begin, i - begin);
      begin = i;
    }
    if (begin != 0) look_up_word(run.substr(begin), at + begin, run.size() - begin);
  }

  /// A word that begins with a letter that is no ASCII; the place behind that letter.
  std::size_t wide(std::size_t at) {
    const WideCharacter c = wide_at(text_, at);
    if (c.joins && at >= tried_) joined(at);
    return at + c.bytes;
  }

  /// The word at `first` with accents taken from it, and put together with what stands behind it
  /// where only tags are between.
  void joined(std::size_t first) {
    constexpr int kPieces = 4;
    word_.clear();
    bool changed = false;  // the word is not what the bytes are
    int pieces = 1;
    std::size_t at = first;
    const auto try_it = [&] {
      if (changed) look_up_word(word_, first, at - first);
    };
    while (at < text_.size() && word_.size() <= kLongest) {
      if (const std::size_t letters = letters_at(text_, at); letters > 0) {
        word_.append(text_, at, letters);
        at += letters;
      } else if (text_[at] == kMaybeJoined) {
        try_it();
        if (pieces == 1) tried_ = at;
        if (++pieces > kPieces) return;
        changed = true;
        ++at;
      } else if (is_wide(text_[at])) {
        const WideCharacter c = wide_at(text_, at);
        if (!c.joins) break;
        append_wide(c, text_.substr(at, c.bytes), word_);
        changed = true;
        at += c.bytes;
      } else {
        break;
      }
    }
    if (pieces == 1) tried_ = at;
    try_it();
  }

  const TellingWords& words_;
  std::string_view text_;
  Told& told_;
  bool enough_ = told_.enough();
  std::string word_;
  std::size_t tried_ = 0;  // the end of the last word that was put together from accents
};

void TellingWords::read(std::string_view text, Told& told) const {
  if (!phrases_.empty()) Reader(*this, text, told).run();
}

}  // namespace recount
