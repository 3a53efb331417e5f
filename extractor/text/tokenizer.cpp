// Method: one pass over the bytes. A table classifies ASCII; other characters are decoded and
// classified by ICU. A word is looked up in the vocabulary where it ends, so that later stages
// compare integers only.
#include "extractor/text/tokenizer.h"

#include <algorithm>
#include <array>
#include <string>

#include "extractor/text/ascii.h"
#include "extractor/text/characters.h"
#include "extractor/text/chunk.h"
#include "extractor/text/unicode.h"

namespace recount {
namespace {

class Tokenizer {
 public:
  Tokenizer(std::string_view text, const Vocabulary& vocabulary, std::vector<Token>& out)
      : text_(text), chars_(text), vocabulary_(vocabulary), out_(out) {}

  void run() {
    while (at_ < chars_.size()) {
      const char c = text_[at_];
      if (ascii_letter(c)) {
        plain_words();
        if (chars_.ascii_letter_at(at_)) word();
      } else if (is_mark(c)) {
        punct(1, vocabulary_.find_mark(c));
      } else {
        step();
      }
    }
    for (std::size_t i = deferred_ - std::min(deferred_, kAhead); i < deferred_; ++i)
      look_up(waiting_[i % kAhead]);
  }

 private:
  using Char = Characters::Char;

  /// An ASCII character that is a token wherever it stands.
  static bool is_mark(char c) {
    const auto byte = static_cast<std::uint8_t>(c);
    return byte < kAscii.size() && kAscii[byte] == CharClass::kOther && c != '[';
  }

  void step() {
    const Char c = chars_.peek(at_);
    switch (c.kind) {
      case CharClass::kSpace:
        space(c);
        return;
      case CharClass::kIgnored:
      case CharClass::kMark:
        at_ += c.bytes;
        return;
      case CharClass::kLetter:
        word();
        return;
      case CharClass::kDigit:
        number();
        return;
      case CharClass::kDash:
        dash(c);
        return;
      case CharClass::kApostrophe:
        apostrophe(c);
        return;
      case CharClass::kQuote:
        punct(c.bytes, vocabulary_.find_mark('"'));
        return;
      case CharClass::kOther:
        break;
    }
    const std::uint32_t note = c.value == '[' ? chars_.footnote_bytes(at_) : 0;
    if (c.value < 0 || note > 0) {  // invalid byte or footnote: separates, is no token
      flags_ |= kSpaceBefore;
      at_ += note > 0 ? note : c.bytes;
      return;
    }
    if (c.bytes == 1) return punct(1, vocabulary_.find_mark(text_[at_]));
    wide_ = true;
    const std::uint32_t begin = at_;
    at_ += c.bytes;
    emit(begin, at_, TokenKind::kPunct, 0);
  }

  void space(const Char& c) {
    flags_ |= kSpaceBefore;
    if (c.value == '\n' || c.value == 0x2028 || c.value == 0x2029 || c.value == 0x85 ||
        (c.value == '\r' && !chars_.is('\n', at_ + 1))) {
      if (newline_) flags_ |= kBlankBefore;
      newline_ = true;
      flags_ |= kLineStart;
    }
    at_ += c.bytes;
  }

  /// The folded letters of the ASCII token [begin, begin + size), for the vocabulary.
  auto letters(std::uint32_t begin, std::size_t size) const {
    return [this, begin, size](std::size_t i) {
      return fold_ascii(chunk_of(text_, begin + i, size - i));
    };
  }

  void push(std::uint32_t begin, std::uint32_t end, TokenKind kind, std::uint16_t flags,
            WordId word, std::uint64_t hash) {
    Token& token = out_.emplace_back();
    token.begin = begin;
    token.end = end;
    token.word = word;
    token.hash = static_cast<std::uint32_t>(hash);
    token.kind = kind;
    token.flags = static_cast<std::uint16_t>(flags | flags_);
    flags_ = 0;
    newline_ = false;
  }

  /// Appends the token [begin, end) and looks it up.
  void emit(std::uint32_t begin, std::uint32_t end, TokenKind kind, std::uint16_t flags) {
    const std::size_t size = end - begin;
    const auto chunks = letters(begin, size);
    const std::uint64_t hash = Vocabulary::hash_of(size, chunks);
    WordId word = kUnknownWord;
    if (wide_ && kind != TokenKind::kNumber) {
      scratch_.clear();
      append_folded(text_.substr(begin, size), scratch_);
      word = vocabulary_.find(scratch_);
    }
    push(begin, end, kind, flags, word, hash);
    if (!wide_ && kind != TokenKind::kNumber) defer(hash, chunks(0));
    wide_ = false;
  }

  /// A word that is looked up when some more have been cut: meanwhile its place in the vocabulary
  /// comes near.
  struct Waiting {
    std::uint64_t hash = 0;
    Chunk head = 0;  // its first letters, folded
    std::size_t token = 0;
  };
  static constexpr std::size_t kAhead = 16;

  /// Leaves the look-up of the last token for later.
  void defer(std::uint64_t hash, Chunk head) {
    vocabulary_.fetch(hash);
    Waiting& place = waiting_[deferred_ % kAhead];
    if (deferred_ >= kAhead) look_up(place);
    place = {hash, head, out_.size() - 1};
    ++deferred_;
  }

  void look_up(const Waiting& waiting) {
    Token& token = out_[waiting.token];
    const std::size_t size = token.end - token.begin;
    const auto chunks = [&](std::size_t i) {
      return i == 0 ? waiting.head : fold_ascii(chunk_of(text_, token.begin + i, size - i));
    };
    token.word = vocabulary_.find_chunks(size, chunks, waiting.hash);
  }

  /// The letters of a common word, for the vocabulary.
  auto small_letters_of(std::uint32_t begin, std::size_t size, Chunk head) const {
    return [this, begin, size, head](std::size_t i) {
      return i == 0 ? head : chunk_of(text_, begin + i, size - i);
    };
  }

  /// The common words, as long as they come with single spaces between: an ASCII letter, small
  /// letters, and then something that surely ends a word. Stops, perhaps at once, before any other.
  void plain_words() {
    constexpr Chunk kFirstSmall = 0x20;  // makes the letter in the first byte small
    std::uint32_t begin = at_;
    while (chars_.ascii_letter_at(begin)) {
      Chunk head = load_chunk(text_, begin) | kFirstSmall;
      std::size_t size = small_letters(head);
      for (std::size_t more = size; more == kChunk; size += more)
        more = small_letters(load_chunk(text_, begin + size));
      const auto end = static_cast<std::uint32_t>(begin + size);
      const bool space = chars_.is(' ', end);
      if (!space && !chars_.ends_word(end)) break;
      head = first_bytes(head, size);
      const std::uint64_t hash = Vocabulary::hash_of(size, small_letters_of(begin, size, head));
      push(begin, end, TokenKind::kWord, ascii_upper(text_[begin]) ? kCapital : 0, kUnknownWord,
           hash);
      defer(hash, head);
      begin = end;
      if (!space) break;
      flags_ = kSpaceBefore;
      ++begin;
    }
    at_ = begin;
  }

  void word() {
    const std::uint32_t begin = at_;
    unsigned letters = 0, uppers = 0;
    bool first_upper = false;
    std::uint32_t humps = 0, hump = 0;  // places where a capital follows a small letter
    bool previous_lower = false;
    while (at_ < chars_.size()) {
      const auto byte = static_cast<std::uint8_t>(text_[at_]);
      if (byte < 0x80) {
        const CharClass kind = kAscii[byte];
        if (kind == CharClass::kLetter) {
          const bool upper = ascii_upper(static_cast<char>(byte));
          if (upper && letters == 0) first_upper = true;
          if (upper && previous_lower) {
            ++humps;
            hump = at_;
          }
          previous_lower = !upper;
          uppers += upper;
          ++letters;
          ++at_;
          continue;
        }
        if (kind == CharClass::kDigit) {
          if (letters == at_ - begin && glued_number(begin)) break;
          ++at_;
          continue;
        }
        if (kind == CharClass::kApostrophe && chars_.inner_apostrophe(at_, 1)) {
          ++at_;
          continue;
        }
        break;
      }
      const Char c = chars_.peek(at_);
      if (c.kind == CharClass::kLetter) {
        const bool upper = is_upper(c.value);
        if (upper && letters == 0) first_upper = true;
        previous_lower = !upper;
        uppers += upper;
        ++letters;
      } else if (c.kind == CharClass::kApostrophe) {
        if (!chars_.inner_apostrophe(at_, c.bytes)) break;
      } else if (c.kind != CharClass::kMark && c.kind != CharClass::kIgnored) {
        break;
      }
      wide_ = true;
      at_ += c.bytes;
    }
    std::uint16_t flags = first_upper ? kCapital : 0;
    if (letters >= 2 && uppers == letters) flags |= kAllCaps;
    if (humps == 1 && !wide_ && split_glued(begin, hump, first_upper)) return;
    if (uppers >= 4 && uppers < letters && !wide_ && split_shout(begin)) return;
    emit(begin, at_, TokenKind::kWord, flags);
  }

  /// "Total44": a known word of some length, then a number.
  bool glued_number(std::uint32_t begin) const {
    constexpr std::uint32_t kLeastBytes = 4;
    return !wide_ && at_ - begin >= kLeastBytes &&
           vocabulary_.find_ascii(text_.substr(begin, at_ - begin)) != kUnknownWord;
  }

  /// "MoreThe": two known words, unknown together.
  bool split_glued(std::uint32_t begin, std::uint32_t hump, bool first_upper) {
    const std::string_view whole = text_.substr(begin, at_ - begin);
    const std::string_view left = text_.substr(begin, hump - begin);
    const std::string_view right = text_.substr(hump, at_ - hump);
    if (left.size() < 3 || right.size() < 2) return false;
    if (vocabulary_.find_ascii(whole) != kUnknownWord) return false;
    if (vocabulary_.find_ascii(right) == kUnknownWord) return false;
    const std::uint32_t end = at_;
    emit(begin, hump, TokenKind::kWord, first_upper ? kCapital : 0);
    emit(hump, end, TokenKind::kWord, kCapital | kGlued);
    return true;
  }

  /// "OAKSHIRELot": a heading in capitals run into the sentence after it.
  bool split_shout(std::uint32_t begin) {
    if (vocabulary_.size() == 1) return false;  // it tells no whole word from two
    std::uint32_t cut = begin;
    while (cut < at_ && ascii_upper(text_[cut])) ++cut;
    if (cut == at_ || cut - begin < 4) return false;
    --cut;  // the last capital starts the next word
    const std::uint32_t end = at_;
    if (end - cut == 2 && text_[cut + 1] == 's') return false;  // "UKIPs", a plural
    if (vocabulary_.find_ascii(text_.substr(begin, end - begin)) != kUnknownWord) return false;
    for (std::uint32_t i = cut + 1; i < end; ++i) {
      if (!ascii_lower(text_[i])) return false;
    }
    emit(begin, cut, TokenKind::kWord, kCapital | kAllCaps);
    emit(cut, end, TokenKind::kWord, kCapital | kGlued);
    return true;
  }

  void number() {
    const std::uint32_t begin = at_;
    while (chars_.digit_at(at_)) ++at_;
    if (at_ - begin <= 3) {  // thousands: groups of exactly three
      while (chars_.is(',', at_) && chars_.digit_at(at_ + 1) && chars_.digit_at(at_ + 2) &&
             chars_.digit_at(at_ + 3) && !chars_.digit_at(at_ + 4)) {
        at_ += 4;
      }
    }
    bool mixed = false;
    if (chars_.is('.', at_) && chars_.digit_at(at_ + 1)) {
      ++at_;
      while (chars_.digit_at(at_)) ++at_;
      if (chars_.is('.', at_) && chars_.digit_at(at_ + 1)) mixed = true;  // 04.05.2023
    }
    while ((chars_.is(':', at_) || chars_.is('/', at_) || chars_.is('.', at_)) &&
           chars_.digit_at(at_ + 1)) {
      mixed = true;
      ++at_;
      while (chars_.digit_at(at_)) ++at_;
    }
    if (chars_.letter_at(at_)) {
      // "5am" and "1st" are one token; "12Labour" is a table whose line breaks were lost.
      const Char c = chars_.peek(at_);
      if (!is_upper(c.value)) {
        mixed = true;
        while (chars_.letter_at(at_) || chars_.digit_at(at_)) at_ += chars_.peek(at_).bytes;
      }
    }
    if (mixed) wide_ = true;
    emit(begin, at_, mixed ? TokenKind::kMixed : TokenKind::kNumber, 0);
  }

  void dash(const Char& c) {
    const std::uint32_t next = at_ + c.bytes;
    const bool open = (flags_ & kSpaceBefore) != 0 ||
                      (at_ > 0 && (text_[at_ - 1] == '(' || text_[at_ - 1] == '['));
    constexpr std::int32_t kMinusSign = 0x2212;
    if ((open || c.value == kMinusSign) && chars_.digit_at(next)) {
      punct(c.bytes, vocabulary_.find_mark('-'));
      return;
    }
    const bool joined = !open && (chars_.letter_at(next) || chars_.digit_at(next));
    const bool hyphen = c.value == '-' || c.value == 0x2010 || c.value == 0x2011;
    if (joined && hyphen) {
      flags_ |= kHyphenBefore;
      at_ = next;
      return;
    }
    punct(c.bytes, vocabulary_.find("\xE2\x80\x93"));
  }

  void apostrophe(const Char& c) {
    std::uint32_t end = at_ + c.bytes;
    const std::uint32_t begin = end;  // of the letters
    const bool attached = (flags_ & kSpaceBefore) == 0 && !out_.empty() && out_.back().end == at_;
    if (attached && out_.back().kind != TokenKind::kPunct) {
      while (end < begin + 3 && chars_.ascii_letter_at(end)) ++end;
      if (end > begin && is_clitic(text_.substr(begin, end - begin)) && !chars_.letter_at(end)) {
        clitic(begin, end);
        return;
      }
      punct(c.bytes, vocabulary_.find_mark('\''));
      return;
    }
    punct(c.bytes, vocabulary_.find_mark('"'));  // an opening single quotation mark
  }

  /// The apostrophe at at_, of whatever shape, and the letters up to `end`.
  void clitic(std::uint32_t letters_begin, std::uint32_t end) {
    const std::size_t count = end - letters_begin;
    const auto folded = [apostrophe = Chunk{'\''}, tail = letters(letters_begin, count)](
                            std::size_t i) { return apostrophe | tail(i) << 8; };
    const WordId word =
        vocabulary_.find_chunks(count + 1, folded, Vocabulary::hash_of(count + 1, folded));
    push(at_, end, TokenKind::kWord, 0, word, hash(at_, end));
    at_ = end;
  }

  void punct(std::uint32_t bytes, WordId word) {
    push(at_, at_ + bytes, TokenKind::kPunct, 0, word, hash(at_, at_ + bytes));
    at_ += bytes;
  }

  std::uint64_t hash(std::uint32_t begin, std::uint32_t end) const {
    return Vocabulary::hash_of(end - begin, letters(begin, end - begin));
  }

  std::string_view text_;
  const Characters chars_;
  const Vocabulary& vocabulary_;
  std::vector<Token>& out_;
  std::uint32_t at_ = 0;
  std::uint16_t flags_ = kLineStart | kSpaceBefore;  // of the next token, so far
  bool newline_ = false;
  bool wide_ = false;  // the token at hand has non-ASCII bytes
  std::string scratch_;
  std::array<Waiting, kAhead> waiting_;  // the last words, in turn
  std::size_t deferred_ = 0;             // how many have been there so far
};

}  // namespace

void tokenize(std::string_view text, const Vocabulary& vocabulary, std::vector<Token>& out) {
  out.clear();
  out.reserve(text.size() / 4 + 8);
  Tokenizer(text, vocabulary, out).run();
}

}  // namespace recount
