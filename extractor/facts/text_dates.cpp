#include "extractor/facts/text_dates.h"

#include <array>
#include <charconv>
#include <optional>

namespace recount {
namespace {

constexpr int kFirstYear = 1900, kLastYear = 2099;

/// The number that a word begins with ("7", "7th"), or 0.
int leading_number(std::string_view word) {
  int number = 0;
  const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), number);
  return error == std::errc() ? number : 0;
}

/// The day of those years in which articles may be dated.
std::optional<Day> recent_day(int year, int month, int day) {
  const Day found = year < kFirstYear || year > kLastYear ? 0 : day_of(year, month, day);
  return found == 0 ? std::nullopt : std::optional(found);
}

/// "07/05/2011", "07.05.2011".
std::optional<Day> in_figures(std::string_view word) {
  constexpr std::size_t kShortest = 8, kLongest = 10;
  if (word.size() < kShortest || word.size() > kLongest) return std::nullopt;
  std::array<int, 3> parts{};
  const char* at = word.data();
  const char* const end = at + word.size();
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const auto [stop, error] = std::from_chars(at, end, parts[i]);
    const bool last = i + 1 == parts.size();
    if (error != std::errc() || parts[i] <= 0 || (stop == end) != last) return std::nullopt;
    if (!last && *stop != '/' && *stop != '.') return std::nullopt;
    at = last ? stop : stop + 1;
  }
  return recent_day(parts[2], parts[1], parts[0]);
}

class DateReader {
 public:
  DateReader(std::string_view text, const Lexicon& lexicon, const std::vector<Token>& tokens)
      : text_(text), lexicon_(lexicon), tokens_(tokens) {}

  std::optional<Day> date_at(std::size_t at) const {
    const Token& token = tokens_[at];
    if (token.kind == TokenKind::kMixed) return in_figures(word(at));
    if (token.kind != TokenKind::kNumber || token.end - token.begin != 4) return std::nullopt;
    const int year = leading_number(word(at));
    if (year < kFirstYear) return std::nullopt;
    // "2011-05-07", perhaps with a time.
    if (at + 2 < tokens_.size() && tokens_[at + 1].has(kHyphenBefore) &&
        tokens_[at + 2].has(kHyphenBefore))
      return recent_day(year, leading_number(word(at + 1)), leading_number(word(at + 2)));
    if (at < 2) return std::nullopt;
    // "7 May 2011", "May 7, 2011": a comma may stand before the year.
    const std::size_t last = tokens_[at - 1].kind == TokenKind::kPunct ? at - 2 : at - 1;
    if (last == 0) return std::nullopt;
    if (const int month = month_at(last); month != 0) return checked(year, month, last - 1);
    if (const int month = month_at(last - 1); month != 0) return checked(year, month, last);
    return std::nullopt;
  }

 private:
  std::string_view word(std::size_t at) const {
    return text_.substr(tokens_[at].begin, tokens_[at].end - tokens_[at].begin);
  }

  int month_at(std::size_t at) const {
    const WordId id = tokens_[at].word;
    return id < lexicon_.months.size() ? lexicon_.months[id] : 0;
  }

  std::optional<Day> checked(int year, int month, std::size_t day_at) const {
    const TokenKind kind = tokens_[day_at].kind;
    if (kind != TokenKind::kNumber && kind != TokenKind::kMixed) return std::nullopt;
    return recent_day(year, month, leading_number(word(day_at)));
  }

  std::string_view text_;
  const Lexicon& lexicon_;
  const std::vector<Token>& tokens_;
};

}  // namespace

std::vector<ToldDay> dates_in(std::string_view text, const Lexicon& lexicon,
                              const std::vector<Token>& tokens) {
  const DateReader reader(text, lexicon, tokens);
  std::vector<ToldDay> out;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (tokens[i].kind != TokenKind::kNumber && tokens[i].kind != TokenKind::kMixed) continue;
    if (const auto day = reader.date_at(i)) out.push_back({*day, i});
  }
  return out;
}

}  // namespace recount
