#include "corpus/date.h"

#include <array>
#include <chrono>
#include <cstddef>

namespace recount {
namespace {

constexpr std::array<std::string_view, 12> kMonths = {
    "january", "february", "march",     "april",   "may",      "june",
    "july",    "august",   "september", "october", "november", "december"};

/// The number that `digits` says, or -1 when one is no digit.
int number(std::string_view digits) {
  int value = 0;
  for (const char c : digits) {
    if (c < '0' || c > '9') return -1;
    value = value * 10 + (c - '0');
  }
  return value;
}

/// A number or a word of a written date.
struct Part {
  std::string_view text;
  bool digits = false;
};

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

/// The parts from `from` on, those of a length that no part of a date has included.
std::array<Part, 3> parts_from(std::string_view text, std::size_t& from) {
  std::array<Part, 3> parts;
  std::size_t at = from;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    while (at < text.size() && !is_digit(text[at]) && !is_letter(text[at])) ++at;
    const std::size_t begin = at;
    if (at == text.size()) break;
    const bool digits = is_digit(text[at]);
    while (at < text.size() && (digits ? is_digit(text[at]) : is_letter(text[at]))) ++at;
    parts[i] = {text.substr(begin, at - begin), digits};
    // "5th"
    if (digits && at + 1 < text.size() && is_letter(text[at]) && is_letter(text[at + 1]) &&
        (at + 2 == text.size() || !is_letter(text[at + 2])))
      at += 2;
    if (i == 0) from = at;
  }
  return parts;
}

/// 1 to 12 for the name of a month or its beginning; else 0.
int month_of(std::string_view word) {
  std::string lowered;
  for (const char c : word) lowered += static_cast<char>(c | 0x20);
  if (lowered == "sept") return 9;
  for (std::size_t i = 0; i < kMonths.size(); ++i) {
    const bool whole = lowered == kMonths[i];
    if (whole || (lowered.size() == 3 && kMonths[i].starts_with(lowered)))
      return static_cast<int>(i) + 1;
  }
  return 0;
}

std::optional<std::string> iso_day(std::string_view year, int month, std::string_view day) {
  if (year.size() != 4 || day.empty() || day.size() > 2) return std::nullopt;
  const auto two = [](int value) {
    return std::string(1, static_cast<char>('0' + value / 10)) +
           static_cast<char>('0' + value % 10);
  };
  if (month < 1 || month > 12) return std::nullopt;
  std::string out = std::string(year) + '-' + two(month) + '-' + two(number(day));
  if (!is_iso_day(out)) return std::nullopt;
  return out;
}

/// The day that three parts in a row name.
std::optional<std::string> day_of(const std::array<Part, 3>& parts) {
  const auto& [first, second, third] = parts;
  if (first.digits && (first.text.size() == 8 || first.text.size() == 14)) {
    return iso_day(first.text.substr(0, 4), number(first.text.substr(4, 2)),
                   first.text.substr(6, 2));
  }
  if (!third.digits) return std::nullopt;
  if (first.digits && second.digits) {
    if (second.text.size() > 2) return std::nullopt;
    if (first.text.size() == 4) return iso_day(first.text, number(second.text), third.text);
    return iso_day(third.text, number(second.text), first.text);
  }
  if (first.digits && !second.digits) return iso_day(third.text, month_of(second.text), first.text);
  if (!first.digits && second.digits) return iso_day(third.text, month_of(first.text), second.text);
  return std::nullopt;
}

}  // namespace

std::optional<std::string> read_day(std::string_view text) {
  constexpr std::size_t kLongest = 80;  // no date is written longer
  text = text.substr(0, kLongest);
  for (std::size_t from = 0; from < text.size();) {
    const std::size_t before = from;
    const std::array<Part, 3> parts = parts_from(text, from);
    if (auto day = day_of(parts)) return day;
    if (from == before) break;
  }
  return std::nullopt;
}

bool is_iso_day(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return false;
  const int year = number(text.substr(0, 4));
  const int month = number(text.substr(5, 2));
  const int day = number(text.substr(8, 2));
  if (year < 1 || month < 1 || day < 1) return false;
  return std::chrono::year_month_day(std::chrono::year(year),
                                     std::chrono::month(static_cast<unsigned>(month)),
                                     std::chrono::day(static_cast<unsigned>(day)))
      .ok();
}

bool is_election_date(std::string_view text) {
  return text.size() == 4 ? number(text) > 0 : is_iso_day(text);
}

std::string day_in_words(std::string_view text) {
  if (!is_iso_day(text)) return std::string(text);
  std::string month(kMonths[static_cast<std::size_t>(number(text.substr(5, 2)) - 1)]);
  month[0] = static_cast<char>(month[0] - 'a' + 'A');
  return std::to_string(number(text.substr(8))) + ' ' + month + ' ' +
         std::string(text.substr(0, 4));
}

}  // namespace recount
