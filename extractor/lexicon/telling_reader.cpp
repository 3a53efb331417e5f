// Method: sixty-four bytes at a time, of which masks tell where runs of ASCII letters begin. The
// first eight letters of a run, made small, are looked up in a small table of bits, which turns
// nearly all away; the few that are left are compared with the rarest run of each phrase, and then
// the other runs of the phrase with what stands beside it. Where letters may belong together that
// do not stand together, behind tags, accents and capitals, they are tried in both ways.
#include <algorithm>
#include <bit>
#include <span>
#include <utility>

#include "extractor/lexicon/letters_around.h"
#include "extractor/lexicon/telling_words.h"
#include "extractor/text/ascii.h"
#include "extractor/text/byte_masks.h"

namespace recount {

class TellingWords::Reader {
 public:
  Reader(const TellingWords& words, std::string_view text) : words_(words), text_(text) {}

  /// Whether a phrase stands in the text.
  bool run() {
    ByteMasks next = masks_at(text_, 0);
    std::uint64_t letter_before = 0;  // whether the last byte before the block is one
    for (std::size_t block = 0; block < text_.size() && !found_; block += kBlock) {
      const ByteMasks here = next;
      next = masks_at(text_, block + kBlock);
      const std::uint64_t begins = here.letters & ~(here.letters << 1 | letter_before);
      letter_before = here.letters >> (kBlock - 1);
      words(block, begins, here.letters, next.letters);
      run_together(block, begins, here.capitals & ~begins);
      joints(block, begins, here.joints);
      if (begins != 0) last_begin_ = block + last(begins);
    }
    return found_;
  }

 private:
  static constexpr std::size_t kLongest = kLongestWord;  // of a gap in bytes to be seen as well

  static std::size_t first(std::uint64_t bits) {
    return static_cast<std::size_t>(std::countr_zero(bits));
  }
  static std::size_t last(std::uint64_t bits) {
    return kBlock - 1 - static_cast<std::size_t>(std::countl_zero(bits));
  }

  /// Where the run begins that byte `i` of a block is in or behind.
  std::size_t begin_before(std::size_t block, std::uint64_t begins, std::size_t i) const {
    const std::uint64_t before = begins & ((std::uint64_t{1} << i) - 1);
    return before != 0 ? block + last(before) : last_begin_;
  }

  /// Looks up all runs that begin in a block.
  void words(std::size_t block, std::uint64_t begins, std::uint64_t letters, std::uint64_t more) {
    for (; begins != 0; begins &= begins - 1) {
      const std::size_t i = first(begins);
      const std::uint64_t run = letters >> i | more << 1 << (kBlock - 1 - i);
      const std::size_t size = first(~run | std::uint64_t{1} << kChunk);
      const std::size_t at = block + i;
      const Chunk head = (load_chunk(text_, at) | kSmall) & ~Chunk{0} >> (8 * (kChunk - size));
      if (words_.heads_.may_have(head))
        look_up(head, at, size < kChunk ? size : letters_at(text_, at));
    }
  }

  /// Capitals behind the first letter: perhaps words that ran together.
  void run_together(std::size_t block, std::uint64_t begins, std::uint64_t capitals) {
    for (; capitals != 0; capitals &= capitals - 1) {
      const std::size_t begin = begin_before(block, begins, first(capitals));
      if (std::exchange(parted_, begin + 1) <= begin) parts(begin, letters_at(text_, begin));
    }
  }

  /// Words that may go on behind a tag or an accent, or begin with one.
  void joints(std::size_t block, std::uint64_t begins, std::uint64_t at_joints) {
    for (; at_joints != 0; at_joints &= at_joints - 1) {
      const std::size_t i = first(at_joints);
      const std::size_t at = block + i;
      if (at < behind_wide_) continue;
      if (at > 0 && ascii_letter(text_[at - 1])) {
        const std::size_t begin = begin_before(block, begins, i);
        if (has_hope(text_.substr(begin, at - begin)))
          joined(begin);
        else
          give_up(begin, at);
        if (const std::size_t last = last_part(begin, at); last != begin) joined(last, true);
      }
      if (is_wide(text_[at])) behind_wide_ = wide(at);
    }
  }

  /// Whether a word may begin within a run of letters: "MoreThe", "OAKSHIRELot".
  static bool is_hump(std::string_view run, std::size_t i) {
    return ascii_upper(run[i]) &&
           (ascii_lower(run[i - 1]) || i + 1 == run.size() || ascii_lower(run[i + 1]));
  }
  /// The last place of the run where a word may begin.
  std::size_t last_part(std::size_t begin, std::size_t end) const {
    const std::string_view run = text_.substr(begin, end - begin);
    std::size_t i = run.size() - 1;
    while (i > 0 && !is_hump(run, i)) --i;
    return begin + i;
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

  void look_up(Chunk head, std::size_t at, std::size_t size) {
    for (const Phrase& phrase : phrases(head)) {
      if (may_stand(phrase, at, size) &&
          equals(text_.substr(at, size), phrase.runs[phrase.telling]) &&
          stands_at(phrase, at, size))
        found_ = true;
    }
  }

  /// A run of letters, [begin, end) of the text; empty for none.
  struct Run {
    std::size_t begin = 0, end = 0;
  };
  /// A run beside another.
  struct Neighbour {
    Run run;
    Chunk head = 0;      // its first letters, small
    bool whole = false;  // nothing that torn() may take for another run
  };

  /// False when the phrase has more runs and the next of them does not stand there: a quick look.
  bool may_stand(const Phrase& phrase, std::size_t at, std::size_t size) {
    if (phrase.beside == 0) return true;
    const Neighbour& there =
        phrase.telling + 1 < phrase.runs.size() ? behind(at + size) : before(at);
    return !there.whole || there.head == phrase.beside;
  }

  /// Whether the other runs of the phrase stand beside that of `size` letters at `at`.
  bool stands_at(const Phrase& phrase, std::size_t at, std::size_t size) {
    Run run{at, at + size};
    for (std::size_t i = phrase.telling + 1; i < phrase.runs.size(); ++i) {
      run = behind(run.end).run;
      if (run.end == run.begin) return false;
      if (!equals(of(run), phrase.runs[i])) return torn(run, phrase.runs[i]);
    }
    run.begin = at;
    for (std::size_t i = phrase.telling; i-- > 0;) {
      run = before(run.begin).run;
      if (run.end == run.begin) return false;
      if (!equals(of(run), phrase.runs[i])) return torn(run, phrase.runs[i]);
    }
    const std::size_t begin = run.begin;
    if (phrase.capital && !ascii_upper(text_[begin]) && !is_wide(text_[begin]) &&
        (begin == 0 || !is_wide(text_[begin - 1])))
      return false;
    return !phrase.ending || behind_name(begin);
  }

  std::string_view of(Run run) const { return text_.substr(run.begin, run.end - run.begin); }

  /// The next run from `at` on that is no filler. Many phrases with one run ask for the same.
  const Neighbour& behind(std::size_t at) {
    if (std::exchange(behind_, at) == at) return next_;
    Run run{at, at};
    do run = next_run(run.end);
    while (is_filler(of(run)));
    return next_ = neighbour(run);
  }
  /// Likewise the last one before `at`.
  const Neighbour& before(std::size_t at) {
    if (std::exchange(before_, at) == at) return last_;
    Run run{at, at};
    do run = last_run(run.begin);
    while (is_filler(of(run)));
    return last_ = neighbour(run);
  }

  Neighbour neighbour(Run run) const {
    return {run, first_bytes(load_chunk(text_, run.begin) | kSmall, run.end - run.begin),
            !may_be_torn(run)};
  }

  /// Whether the run is perhaps not a word as it stands.
  bool may_be_torn(Run run) const {
    const std::string_view letters = of(run);
    return (run.end < text_.size() && may_go_on(text_[run.end])) ||
           (run.begin > 0 && may_go_on(text_[run.begin - 1])) ||
           (!letters.empty() && std::any_of(letters.begin() + 1, letters.end(), ascii_upper));
  }

  /// A page may have any number of blanks and tags between two words.
  static bool seen(char c) { return c > ' ' && c < 0x7F; }

  Run next_run(std::size_t from) const {
    for (std::size_t at = from, gap = 0; at < text_.size() && gap < kLongest; ++at) {
      if (ascii_letter(text_[at])) return {at, at + letters_at(text_, at)};
      if (seen(text_[at])) ++gap;
    }
    return {};
  }
  Run last_run(std::size_t to) const {
    for (std::size_t end = to, gap = 0; end > 0 && gap < kLongest; --end) {
      if (seen(text_[end - 1])) ++gap;
      std::size_t begin = end;
      while (begin > 0 && ascii_letter(text_[begin - 1])) --begin;
      if (begin < end) return {begin, end};
    }
    return {};
  }

  /// Whether the wanted run stands at another one in pieces, cut off by tags and accents, or as one
  /// of words that ran together. A piece of "and" goes for what may stand behind it.
  bool torn(Run place, std::string_view run) {
    if (!may_be_torn(place)) return false;
    around_.read(text_, place.begin, place.end);
    return around_.hold(run) || around_.letters() == "and";
  }

  /// "Lavender Alliance", "Stoke-on-trent Residents": the ending of a party's name not far behind a
  /// word with a capital.
  bool behind_name(std::size_t begin) const {
    constexpr int kMostWords = 6;
    for (int words = 0; words < kMostWords;) {
      const Run run = last_run(begin);
      if (run.end == run.begin) return false;
      begin = run.begin;
      if (ascii_upper(text_[begin]) || (begin > 0 && is_wide(text_[begin - 1]))) return true;
      words += begin > 0 && is_control(text_[begin - 1]) ? 0 : 1;
    }
    return false;
  }

  /// Looks up a word that stands at `at` in so many bytes, but not as it is spelled.
  void look_up_word(std::string_view word, std::size_t at, std::size_t bytes) {
    const std::size_t size = letters_at(word, 0);
    const Chunk head = chunk_of(word, 0, size) | first_bytes(kSmall, size);
    if (size == 0 || size < word.size() || !words_.heads_.may_have(head)) return;
    for (const Phrase& phrase : phrases(head)) {
      if (equals(word, phrase.runs[phrase.telling]) && stands_at(phrase, at, bytes)) found_ = true;
    }
  }

  /// "MoreThe", "OAKSHIRELot": tries what stands before and behind each capital.
  void parts(std::size_t at, std::size_t size) {
    const std::string_view run = text_.substr(at, size);
    if (std::none_of(run.begin() + 1, run.end(), ascii_upper)) return;
    std::size_t begin = 0;
    for (std::size_t i = 1; i < run.size(); ++i) {
      if (!is_hump(run, i)) continue;
      look_up_word(run.substr(begin, i - begin), at + begin, i - begin);
      begin = i;
    }
    if (begin != 0) look_up_word(run.substr(begin), at + begin, run.size() - begin);
  }

  /// A word that begins with a letter that is no ASCII; the place behind that letter.
  std::size_t wide(std::size_t at) {
    const WideCharacter c = wide_at(text_, at);
    const std::size_t end = at + c.bytes;
    if (!c.joins) return end;
    const bool goes_on = at == hopeless_end_ && at - hopeless_ < kLongest;
    if (goes_on)
      hopeless_end_ = end + letters_at(text_, end);
    else if (at >= tried_)
      joined(at);
    return end;
  }

  /// Whether some phrase begins as the word does.
  bool has_hope(std::string_view word) const {
    const std::size_t size = std::min(word.size(), kOpening);
    return size == 0 || words_.openings_.may_have(first_bytes(load_chunk(word, 0) | kSmall, size));
  }

  /// No phrase begins as what stands in [begin, end), so more letters do not help.
  void give_up(std::size_t begin, std::size_t end) {
    hopeless_ = begin;
    hopeless_end_ = tried_ = end;
  }

  /// The word at `first` with accents taken from it, and put together with what stands behind it
  /// where only tags are between. `inside`: it begins within a run of letters.
  void joined(std::size_t first, bool inside = false) {
    word_.clear();
    bool changed = false;  // the word is not what the bytes are
    bool alone = !inside;  // nothing was put together yet
    std::size_t at = first;
    const auto try_it = [&](std::size_t end) {
      if (changed) look_up_word(word_, first, end - first);
    };
    while (at < text_.size() && word_.size() <= kLongest) {
      if (const std::size_t letters = letters_at(text_, at); letters > 0) {
        const std::string_view run = text_.substr(at, letters);
        std::size_t hump = 1;  // the word may end there
        while (hump < letters && !is_hump(run, hump)) ++hump;
        word_.append(run, 0, hump);
        if (hump < letters) try_it(at + hump);
        word_.append(run, std::min(hump, letters));
        at += letters;
      } else if (is_control(text_[at])) {
        try_it(at);
        if (alone) tried_ = at;
        alone = false;
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
      if (!has_hope(word_)) {
        if (alone) give_up(first, at);
        return;
      }
    }
    if (alone) tried_ = at;
    try_it(at);
  }

  const TellingWords& words_;
  std::string_view text_;
  bool found_ = false;
  std::string word_;
  LettersAround around_;
  std::size_t tried_ = 0;  // the end of the last word that was put together from accents
  // The last word that was given up: where it begins, and up to where that is known.
  std::size_t hopeless_ = 0, hopeless_end_ = std::string_view::npos;
  std::size_t last_begin_ = 0;  // of the runs that begin before the block
  std::size_t parted_ = 0;      // behind the beginning of the last run with capitals inside
  std::size_t behind_ = 0, before_ = 0;  // what was asked for last, of what is beside
  Neighbour next_, last_;
  std::size_t behind_wide_ = 0;  // the character that was read last
};

bool TellingWords::stand_in(std::string_view text) const {
  return !phrases_.empty() && Reader(*this, text).run();
}

}  // namespace recount
