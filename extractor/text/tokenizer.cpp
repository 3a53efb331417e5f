// Method: one pass over the bytes. A table classifies ASCII; other characters are decoded and
// classified by ICU. A word is looked up in the vocabulary where it ends, so that later stages
// compare integers only.
#include "extractor/text/tokenizer.h"

#include <string>

#include "extractor/text/ascii.h"
#include "extractor/text/chunk.h"
#include "extractor/text/unicode.h"

namespace recount {
namespace {

class Tokenizer {
 public:
  Tokenizer(std::string_view text, const Vocabulary* vocabulary, std::vector<Token>& out)
      : text_(text),
        size_(static_cast<std::uint32_t>(text.size())),
        vocabulary_(vocabulary),
        out_(out) {}

  void run() {
    while (at_ < size_) {
      const char c = text_[at_];
      if (ascii_lower(c) || ascii_upper(c)) {
        word();
        if (at_ == size_ || text_[at_] != ' ') continue;
        flags_ |= kSpaceBefore;
        ++at_;
      } else {
        step();
      }
    }
  }

 private:
  struct Char {
    CharClass kind;
    std::int32_t value;
    std::uint32_t bytes;
  };

  Char peek(std::uint32_t at) const {
    const auto byte = static_cast<std::uint8_t>(text_[at]);
    if (byte < 0x80) return {kAscii[byte], byte, 1};
    const CodePoint cp = decode_utf8(text_, at);
    return {classify(cp.value), cp.value, cp.bytes};
  }
  bool letter_at(std::uint32_t at) const {
    return at < size_ && peek(at).kind == CharClass::kLetter;
  }
  bool digit_at(std::uint32_t at) const { return at < size_ && ascii_digit(text_[at]); }

  void step() {
    const Char c = peek(at_);
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
        punct(c.bytes, "\"");
        return;
      case CharClass::kOther:
        break;
    }
    const std::uint32_t note = c.value == '[' ? footnote_bytes(text_, at_) : 0;
    if (c.value < 0 || note > 0) {  // invalid byte or footnote: separates, is no token
      flags_ |= kSpaceBefore;
      at_ += note > 0 ? note : c.bytes;
      return;
    }
    punct(c.bytes, {});
  }

  void space(const Char& c) {
    flags_ |= kSpaceBefore;
    if (c.value == '\n' || c.value == 0x2028 || c.value == 0x2029 || c.value == 0x85 ||
        (c.value == '\r' && !(at_ + 1 < size_ && text_[at_ + 1] == '\n'))) {
      if (newline_) flags_ |= kBlankBefore;
      newline_ = true;
      flags_ |= kLineStart;
    }
    at_ += c.bytes;
  }

  /// Appends the token [begin, end) and looks it up; `folded` overrides the text for the look-up.
  void emit(std::uint32_t begin, std::uint32_t end, TokenKind kind, std::uint16_t flags,
            std::string_view folded = {}) {
    Token token;
    token.begin = begin;
    token.end = end;
    token.kind = kind;
    token.flags = static_cast<std::uint16_t>(flags | flags_);
    if (out_.empty()) token.flags |= kLineStart | kSpaceBefore;
    const std::string_view raw = text_.substr(begin, end - begin);
    const std::uint64_t hash = Vocabulary::hash_ascii(raw);
    token.hash = static_cast<std::uint32_t>(hash);
    if (vocabulary_ != nullptr && kind != TokenKind::kNumber) {
      if (!folded.empty()) {
        token.word = vocabulary_->find(folded);
      } else if (!wide_) {
        token.word = vocabulary_->find_ascii(raw, hash);
      } else {
        scratch_.clear();
        append_folded(raw, scratch_);
        token.word = vocabulary_->find(scratch_);
      }
    }
    out_.push_back(token);
    flags_ = 0;
    newline_ = false;
    wide_ = false;
  }

  /// The common word: an ASCII letter, small letters, and then something that surely ends a word.
  /// False, with nothing consumed, for any other.
  bool plain_word() {
    if (vocabulary_ == nullptr) return false;
    const bool upper = ascii_upper(text_[at_]);
    std::uint32_t i = at_;
    constexpr Chunk kFirstSmall = 0x20;  // makes the letter in the first byte small
    const Chunk begin = load_chunk(text_, i) | kFirstSmall;
    std::size_t letters = small_letters(begin);
    const std::size_t first_letters = letters;
    for (; letters == kChunk; letters = small_letters(load_chunk(text_, i))) i += kChunk;
    i += static_cast<std::uint32_t>(letters);
    if (i < size_) {
      const auto byte = static_cast<std::uint8_t>(text_[i]);
      if (byte >= 0x80 || kAscii[byte] == CharClass::kLetter || kAscii[byte] == CharClass::kDigit ||
          kAscii[byte] == CharClass::kApostrophe) {
        return false;
      }
    }
    Token token;
    token.begin = at_;
    token.end = i;
    const bool is_short = first_letters < kChunk;
    const Chunk folded = first_bytes(begin, first_letters);
    const std::string_view raw = text_.substr(at_, i - at_);
    const std::uint64_t hash =
        is_short ? Vocabulary::hash_short(folded, first_letters) : Vocabulary::hash_ascii(raw);
    token.hash = static_cast<std::uint32_t>(hash);
    token.word = is_short ? vocabulary_->find_short(folded, first_letters, hash)
                          : vocabulary_->find_ascii(raw, hash);
    token.flags = static_cast<std::uint16_t>((upper ? kCapital : 0) | flags_);
    if (out_.empty()) token.flags |= kLineStart | kSpaceBefore;
    out_.push_back(token);
    at_ = i;
    flags_ = 0;
    newline_ = false;
    return true;
  }

  void word() {
    if (plain_word()) return;
    const std::uint32_t begin = at_;
    unsigned letters = 0, uppers = 0;
    bool first_upper = false;
    std::uint32_t humps = 0, hump = 0;  // places where a capital follows a small letter
    bool previous_lower = false;
    while (at_ < size_) {
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
        if (kind == CharClass::kApostrophe && inner_apostrophe(1)) {
          ++at_;
          continue;
        }
        break;
      }
      const Char c = peek(at_);
      if (c.kind == CharClass::kLetter) {
        const bool upper = is_upper(c.value);
        if (upper && letters == 0) first_upper = true;
        previous_lower = !upper;
        uppers += upper;
        ++letters;
      } else if (c.kind == CharClass::kApostrophe) {
        if (!inner_apostrophe(c.bytes)) break;
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

  /// An apostrophe at at_ continues the word unless a clitic or no letter follows.
  bool inner_apostrophe(std::uint32_t bytes) const {
    const std::uint32_t next = at_ + bytes;
    if (!letter_at(next)) return false;
    std::uint32_t end = next;
    while (end < size_ && end < next + 4 && (ascii_lower(text_[end]) || ascii_upper(text_[end])))
      ++end;
    return letter_at(end) || !is_clitic(text_.substr(next, end - next));
  }

  /// "Total44": a known word of some length, then a number.
  bool glued_number(std::uint32_t begin) const {
    constexpr std::uint32_t kLeast = 4;
    return vocabulary_ != nullptr && !wide_ && at_ - begin >= kLeast &&
           vocabulary_->find_ascii(text_.substr(begin, at_ - begin)) != kUnknownWord;
  }

  /// "MoreThe": two known words, unknown together.
  bool split_glued(std::uint32_t begin, std::uint32_t hump, bool first_upper) {
    if (vocabulary_ == nullptr) return false;
    const std::string_view whole = text_.substr(begin, at_ - begin);
    const std::string_view left = text_.substr(begin, hump - begin);
    const std::string_view right = text_.substr(hump, at_ - hump);
    if (left.size() < 3 || right.size() < 2) return false;
    if (vocabulary_->find_ascii(whole) != kUnknownWord) return false;
    if (vocabulary_->find_ascii(right) == kUnknownWord) return false;
    const std::uint32_t end = at_;
    emit(begin, hump, TokenKind::kWord, first_upper ? kCapital : 0);
    emit(hump, end, TokenKind::kWord, kCapital | kGlued);
    return true;
  }

  /// "OAKSHIRELot": a heading in capitals run into the sentence after it.
  bool split_shout(std::uint32_t begin) {
    if (vocabulary_ == nullptr) return false;
    std::uint32_t cut = begin;
    while (cut < at_ && ascii_upper(text_[cut])) ++cut;
    if (cut == at_ || cut - begin < 4) return false;
    --cut;  // the last capital starts the next word
    const std::uint32_t end = at_;
    if (end - cut == 2 && text_[cut + 1] == 's') return false;  // "UKIPs", a plural
    if (vocabulary_->find_ascii(text_.substr(begin, end - begin)) != kUnknownWord) return false;
    for (std::uint32_t i = cut + 1; i < end; ++i) {
      if (!ascii_lower(text_[i])) return false;
    }
    emit(begin, cut, TokenKind::kWord, kCapital | kAllCaps);
    emit(cut, end, TokenKind::kWord, kCapital | kGlued);
    return true;
  }

  void number() {
    const std::uint32_t begin = at_;
    while (digit_at(at_)) ++at_;
    if (at_ - begin <= 3) {  // thousands: groups of exactly three
      while (at_ < size_ && text_[at_] == ',' && digit_at(at_ + 1) && digit_at(at_ + 2) &&
             digit_at(at_ + 3) && !digit_at(at_ + 4)) {
        at_ += 4;
      }
    }
    bool mixed = false;
    if (at_ < size_ && text_[at_] == '.' && digit_at(at_ + 1)) {
      ++at_;
      while (digit_at(at_)) ++at_;
      if (at_ < size_ && text_[at_] == '.' && digit_at(at_ + 1)) mixed = true;  // 04.05.2023
    }
    while (at_ < size_ && (text_[at_] == ':' || text_[at_] == '/' || text_[at_] == '.') &&
           digit_at(at_ + 1)) {
      mixed = true;
      ++at_;
      while (digit_at(at_)) ++at_;
    }
    if (letter_at(at_)) {
      // "5am" and "1st" are one token; "12Labour" is a table whose line breaks were lost.
      const Char c = peek(at_);
      if (!is_upper(c.value)) {
        mixed = true;
        while (at_ < size_ && (letter_at(at_) || digit_at(at_))) at_ += peek(at_).bytes;
      }
    }
    if (mixed) wide_ = true;
    emit(begin, at_, mixed ? TokenKind::kMixed : TokenKind::kNumber, 0);
  }

  void dash(const Char& c) {
    const std::uint32_t next = at_ + c.bytes;
    const bool open = (flags_ & kSpaceBefore) != 0 || out_.empty() ||
                      (at_ > 0 && (text_[at_ - 1] == '(' || text_[at_ - 1] == '['));
    constexpr std::int32_t kMinusSign = 0x2212;
    if ((open || c.value == kMinusSign) && digit_at(next)) {
      punct(c.bytes, "-");
      return;
    }
    const bool joined = !open && next < size_ && (letter_at(next) || digit_at(next));
    const bool hyphen = c.value == '-' || c.value == 0x2010 || c.value == 0x2011;
    if (joined && hyphen) {
      flags_ |= kHyphenBefore;
      at_ = next;
      return;
    }
    punct(c.bytes, "\xE2\x80\x93");
  }

  void apostrophe(const Char& c) {
    std::uint32_t end = at_ + c.bytes;
    const std::uint32_t letters = end;
    const bool attached = (flags_ & kSpaceBefore) == 0 && !out_.empty() && out_.back().end == at_;
    if (attached && out_.back().kind != TokenKind::kPunct) {
      while (end < size_ && end < letters + 3 &&
             (ascii_lower(text_[end]) || ascii_upper(text_[end]))) {
        ++end;
      }
      if (end > letters && is_clitic(text_.substr(letters, end - letters)) && !letter_at(end)) {
        std::string folded = "'";
        append_folded(text_.substr(letters, end - letters), folded);
        const std::uint32_t begin = at_;
        at_ = end;
        emit(begin, end, TokenKind::kWord, 0, folded);
        return;
      }
      punct(c.bytes, "'");
      return;
    }
    punct(c.bytes, "\"");  // an opening single quotation mark
  }

  void punct(std::uint32_t bytes, std::string_view folded) {
    const std::uint32_t begin = at_;
    at_ += bytes;
    if (bytes > 1) wide_ = true;
    emit(begin, at_, TokenKind::kPunct, 0, folded);
  }

  std::string_view text_;
  std::uint32_t size_;
  const Vocabulary* vocabulary_;  // null: only cut, look nothing up
  std::vector<Token>& out_;
  std::uint32_t at_ = 0;
  std::uint16_t flags_ = 0;
  bool newline_ = false;
  bool wide_ = false;  // the token at hand has non-ASCII bytes
  std::string scratch_;
};

}  // namespace

void tokenize(std::string_view text, const Vocabulary& vocabulary, std::vector<Token>& out) {
  out.clear();
  out.reserve(text.size() / 5 + 8);
  Tokenizer(text, &vocabulary, out).run();
}

std::vector<std::string> fold_phrase(std::string_view phrase) {
  std::vector<Token> tokens;
  if (phrase.size() > 1 && phrase.front() == '\'' && is_clitic(phrase.substr(1))) {
    return {std::string(phrase)};  // "'s" is one token only behind a word
  }
  Tokenizer(phrase, nullptr, tokens).run();
  std::vector<std::string> words;
  for (const Token& token : tokens) {
    std::string word;
    append_folded(phrase.substr(token.begin, token.end - token.begin), word);
    words.push_back(std::move(word));
  }
  return words;
}

}  // namespace recount
