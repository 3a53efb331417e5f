#include "output/report/party_letters.h"

#include <algorithm>
#include <array>
#include <vector>

namespace recount {
namespace {

constexpr std::size_t kMostLetters = 4;
constexpr std::array<std::string_view, 8> kPassedOver{"and", "for", "of",    "on",
                                                      "the", "UK",  "Party", "Group"};

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
char upper(char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; }

/// Runs of ASCII letters and digits; other letters part words, which costs a shorter abbreviation.
std::vector<std::string> words_of(std::string_view name) {
  std::vector<std::string> out;
  std::string word;
  for (const char c : name) {
    if (is_letter(c) || is_digit(c)) {
      word += c;
    } else if (c != '\'') {
      if (!word.empty()) out.push_back(std::move(word));
      word.clear();
    }
  }
  if (!word.empty()) out.push_back(std::move(word));
  std::vector<std::string> telling;
  for (const std::string& one : out) {
    if (std::ranges::find(kPassedOver, one) == kPassedOver.end()) telling.push_back(one);
  }
  return telling.empty() ? out : telling;
}

std::string initials(const std::vector<std::string>& words) {
  std::string out;
  for (const std::string& word : words) {
    if (out.size() < kMostLetters) out += upper(word[0]);
  }
  return out;
}

/// From what one would write first to what is at least different.
std::vector<std::string> candidates(const std::string& id, std::string_view name) {
  const std::vector<std::string> words = words_of(name);
  std::vector<std::string> out;
  std::string abbreviation;
  for (const char c : id) abbreviation += upper(c);
  const bool short_id =
      !id.empty() && id.size() <= kMostLetters && std::ranges::all_of(id, is_letter);
  std::string first;  // word, "Ref" of which tells more than "REF"
  if (!words.empty()) {
    first = words[0].substr(0, kMostLetters);
    first[0] = upper(first[0]);
  }
  if (short_id && (words.size() != 1 || words[0] == abbreviation)) out.push_back(abbreviation);
  if (!words.empty()) out.push_back(initials(words));
  for (std::size_t size = 1; size <= first.size(); ++size) out.push_back(first.substr(0, size));
  return out;
}

}  // namespace

std::string LettersOfParties::of(const std::string& id, std::string_view name) {
  const auto [known, is_new] = given_.try_emplace(id);
  if (!is_new) return known->second;
  for (const std::string& letters : candidates(id, name)) {
    if (taken_.insert(letters).second) return known->second = letters;
  }
  std::size_t number = 1;
  while (!taken_.insert(std::to_string(number)).second) ++number;
  return known->second = std::to_string(number);
}

}  // namespace recount
