#include "output/reconciler/message.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdint>
#include <optional>
#include <string_view>

namespace recount {
namespace {

std::string amount(const Fact& fact, double number) {
  std::string text = number_text(std::fabs(number));
  if (is_percent(fact.measure)) text += '%';
  if (fact.bound == "over") return "more than " + text;
  if (fact.bound == "under") return "fewer than " + text;
  if (fact.bound == "about") return "about " + text;
  return text;
}

std::string counted(const Fact& fact, double number, const char* noun) {
  return amount(fact, number) + ' ' + noun + (std::fabs(number) == 1 ? "" : "s");
}

using Who = Directory::Subject;

std::string has(const Who& who) { return who.text + (who.plural ? " have " : " has "); }
std::string is(const Who& who) { return who.text + (who.plural ? " are " : " is "); }

std::string change_text(const Fact& fact, const Who& who) {
  const char* noun = counts_councils(fact.measure) ? "council" : "seat";
  if (fact.number == 0) return who.text + " neither gained nor lost " + noun + 's';
  return who.text + (fact.number > 0 ? " gained " : " lost ") + counted(fact, fact.number, noun);
}

std::string nobody_text(const Fact& fact) {
  if (fact.measure == Measure::kControlBefore) return "nobody was in overall control before";
  if (fact.outcome == "gain") return "the council fell under no overall control";
  if (fact.outcome == "hold") return "the council stayed under no overall control";
  if (fact.outcome == "loss") return "the council came under control of a party";
  return "nobody is in overall control";
}

std::string control_text(const Fact& fact, const Who& who) {
  if (fact.party == "noc") return nobody_text(fact);
  if (fact.measure == Measure::kControlBefore)
    return who.text + (who.plural ? " were" : " was") + " in control before";
  if (fact.outcome == "gain") return who.text + " gained control";
  if (fact.outcome == "hold") return who.text + " kept control";
  if (fact.outcome == "loss") return who.text + " lost control";
  return is(who) + "in control";
}

std::string source_text(const Fact& fact) {
  const Provenance& article = *fact.article;
  return article.source ? *article.source + " (" + article.doc + ')' : article.doc;
}

/// Who says what, article by article.
std::string said_text(const ConflictRow& conflict, const std::vector<Fact>& facts,
                      const Directory& directory) {
  std::vector<std::string> articles;
  std::vector<std::string> said;
  for (const std::uint32_t number : conflict.facts) {
    const std::string source = source_text(facts[number]);
    const std::string one =
        statement(facts[number], directory) + (facts[number].partial ? " so far" : "");
    const auto at = std::ranges::find(articles, source);
    if (at == articles.end()) {
      articles.push_back(source);
      said.push_back(one);
    } else {
      said[static_cast<std::size_t>(at - articles.begin())] += "; " + one;
    }
  }
  std::string out;
  for (std::size_t i = 0; i < articles.size(); ++i)
    out += (out.empty() ? "" : " ") + articles[i] + " says: " + said[i] + '.';
  return out;
}

/// The exact figure of that measure; nothing if there is none, or more than one.
std::optional<double> figure(const ConflictRow& conflict, const std::vector<Fact>& facts,
                             Measure measure) {
  std::optional<double> out;
  for (const std::uint32_t number : conflict.facts) {
    const Fact& fact = facts[number];
    if (fact.measure != measure || fact.bound != "exact" || fact.partial) continue;
    if (out) return std::nullopt;
    out = fact.number;
  }
  return out;
}

/// "20 + 13 = 33, not 38."
std::string change_sum(const ConflictRow& conflict, const std::vector<Fact>& facts) {
  const auto before = figure(conflict, facts, Measure::kSeatsBefore);
  const auto change = figure(conflict, facts, Measure::kSeatsChange);
  const auto after = figure(conflict, facts, Measure::kSeats);
  if (conflict.facts.size() != 3 || !before || !change || !after) return "";
  return number_text(*before) + (*change < 0 ? " - " : " + ") + number_text(std::fabs(*change)) +
         " = " + number_text(*before + *change) + ", not " + number_text(*after) + '.';
}

/// "33 + 26 + 4 = 63, not 59."
std::string chamber_sum(const ConflictRow& conflict, const std::vector<Fact>& facts) {
  const auto size = figure(conflict, facts, Measure::kCouncilSeats);
  std::string sum;
  double total = 0;
  std::size_t parties = 0;
  for (const std::uint32_t number : conflict.facts) {
    const Fact& fact = facts[number];
    if (fact.measure != Measure::kSeats || fact.bound != "exact") continue;
    sum += (sum.empty() ? "" : " + ") + number_text(fact.number);
    total += fact.number;
    ++parties;
  }
  if (!size || parties < 2 || parties + 1 != conflict.facts.size()) return "";
  return sum + " = " + number_text(total) + ", not " + number_text(*size) + '.';
}

/// "33 seats of 59 are 7 more than the other 26, not 12 more."
std::string majority_sum(const ConflictRow& conflict, const std::vector<Fact>& facts) {
  const auto size = figure(conflict, facts, Measure::kCouncilSeats);
  const auto seats = figure(conflict, facts, Measure::kSeats);
  const auto majority = figure(conflict, facts, Measure::kMajority);
  if (conflict.facts.size() != 3 || !size || !seats || !majority) return "";
  const double others = *size - *seats;
  return number_text(*seats) + " seats are " + number_text(*seats - others) +
         " more than the other " + number_text(others) + ", not " + number_text(*majority) +
         " more.";
}

/// "A majority of 69 seats begins with 35."
std::string threshold(const ConflictRow& conflict, const std::vector<Fact>& facts) {
  const auto size = figure(conflict, facts, Measure::kCouncilSeats);
  if (!size) return "";
  return "More than half of " + number_text(*size) + " seats is " +
         number_text(std::floor(*size / 2) + 1) + " or more.";
}

/// The arithmetic of the conflict in its own numbers, where it is simple.
std::string arithmetic(const ConflictRow& conflict, LawSet needed, const std::vector<Fact>& facts) {
  if (needed == law_bit(Law::kChange)) return change_sum(conflict, facts);
  if (needed == law_bit(Law::kSum)) return chamber_sum(conflict, facts);
  if (needed == law_bit(Law::kMajority)) return majority_sum(conflict, facts);
  const LawSet halves = law_bit(Law::kControl) | law_bit(Law::kShort);
  if ((needed & halves) != 0) return threshold(conflict, facts);
  return "";
}

std::string capitalised(std::string_view text) {
  std::string out(text);
  if (!out.empty() && out[0] >= 'a' && out[0] <= 'z')
    out[0] = static_cast<char>(out[0] - 'a' + 'A');
  return out;
}

/// Why not all of it can be true: the laws, each a sentence, and what would make it possible.
std::string why_text(const ConflictRow& conflict, LawSet needed, const std::vector<Fact>& facts) {
  std::string text;
  std::string_view unless;
  const std::string sum = arithmetic(conflict, needed, facts);
  const bool error = conflict.severity == Severity::kError;
  if (needed == 0 && conflict.facts.size() > 1) text = " Only one of them can be right.";
  const bool told_by_sum = !sum.empty() && std::has_single_bit(needed);
  for (const LawEntry& law : laws()) {
    if ((needed & law_bit(law.law)) == 0) continue;
    if (unless.empty() || law.law == Law::kKeeping) unless = law.unless;
    // A sum of three numbers needs no law beside it.
    if (told_by_sum && law.law != Law::kControl) continue;
    text += ' ' + capitalised(law.sentence) + '.';
  }
  if (!sum.empty()) text += ' ' + sum;
  if (std::popcount(needed) > 1 && error) text += " So these figures cannot all be right.";
  if (error) return text;
  if (unless.empty()) unless = law_entry(Law::kChange).unless;
  if (needed == 0) text.clear();
  return text + " All of it can be right only if " + std::string(unless) + '.';
}

std::string correction_text(const ConflictRow& conflict, bool completes,
                            const std::vector<Fact>& facts) {
  if (!conflict.correction) return "";
  const Fact& fact = facts[conflict.correction->fact];
  const double* value = std::get_if<double>(&conflict.correction->value);
  if (value == nullptr) return "";
  // "Lost 8" should have been "lost 5".
  const double sign = *value < 0 && fact.number < 0 ? -1 : 1;
  std::string text = " If " + source_text(fact) + " said " + number_text(sign * *value) +
                     " instead of " + number_text(sign * fact.number) + " in \"" + fact.quote +
                     "\", all else would agree";
  if (completes) text += " and the seats of the parties would make up the whole council";
  return text + '.';
}

}  // namespace

std::string number_text(double number) {
  std::string text = std::to_string(number);
  text.erase(text.find_last_not_of('0') + 1);
  if (text.back() == '.') text.pop_back();
  return text;
}

std::string statement(const Fact& fact, const Directory& directory) {
  const Who who = directory.party_subject(fact.party.value_or(""));
  switch (fact.measure) {
    case Measure::kSeats:
      return has(who) + counted(fact, fact.number, "seat");
    case Measure::kSeatsBefore:
      return who.text + " had " + counted(fact, fact.number, "seat") + " before";
    case Measure::kSeatsWon:
      return who.text + " won " + counted(fact, fact.number, "seat");
    case Measure::kSeatsChange:
    case Measure::kCouncilsChange:
      return change_text(fact, who);
    case Measure::kCouncilSeats:
      return "the council has " + counted(fact, fact.number, "seat");
    case Measure::kSeatsContested:
      return counted(fact, fact.number, "seat") + " contested";
    case Measure::kMajority:
      return has(who) + "a majority of " + amount(fact, fact.number);
    case Measure::kMajorityBefore:
      return who.text + " had a majority of " + amount(fact, fact.number) + " before";
    case Measure::kShortOfMajority:
      return is(who) + counted(fact, fact.number, "seat") + " short of a majority";
    case Measure::kControl:
    case Measure::kControlBefore:
      return control_text(fact, who);
    case Measure::kLargestParty:
      return is(who) + "the largest party";
    case Measure::kCouncils:
      return who.text + (who.plural ? " control " : " controls ") +
             counted(fact, fact.number, "council");
    case Measure::kVoteShare:
      return has(who) + amount(fact, fact.number) + " of the vote";
    case Measure::kTurnout:
      return "turnout was " + amount(fact, fact.number);
  }
  return who.text;
}

std::string conflict_message(const ConflictRow& conflict, LawSet laws, bool completes,
                             const std::vector<Fact>& facts, const Directory& directory) {
  const std::string text =
      capitalised(said_text(conflict, facts, directory)) + why_text(conflict, laws, facts);
  return text + correction_text(conflict, completes, facts);
}

}  // namespace recount
