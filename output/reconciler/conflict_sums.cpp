#include "output/reconciler/conflict_sums.h"

#include <cmath>
#include <cstddef>
#include <optional>

#include "output/reconciler/message.h"

namespace recount {
namespace {

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
  if (conflict.facts.size() == 2 && change) {
    if (before && *before + *change < 0)
      return "Nobody can lose " + number_text(-*change) + " of " + number_text(*before) + " seats.";
    if (after && *after < *change)
      return "Whoever gains " + number_text(*change) + " seats has as many at least.";
  }
  if (conflict.facts.size() != 3 || !before || !change || !after) return "";
  return number_text(*before) + (*change < 0 ? " - " : " + ") + number_text(std::fabs(*change)) +
         " = " + number_text(*before + *change) + ", not " + number_text(*after) + '.';
}

/// "33 + 26 + 4 = 63, not 59.": of `part` of all parties and the `whole`.
std::string sum_of_parties(const ConflictRow& conflict, Measure part, Measure whole,
                           const std::vector<Fact>& facts) {
  const auto size = figure(conflict, facts, whole);
  std::string sum;
  double total = 0;
  std::size_t parties = 0;
  for (const std::uint32_t number : conflict.facts) {
    const Fact& fact = facts[number];
    if (fact.measure != part || fact.bound != "exact") continue;
    sum += (sum.empty() ? "" : " + ") + number_text(fact.number);
    total += fact.number;
    ++parties;
  }
  if (!size || parties < 2 || parties + 1 != conflict.facts.size()) return "";
  return sum + " = " + number_text(total) + ", not " + number_text(*size) + '.';
}

/// "14 + 9 = 23, not 20.", or that who wins 9 seats has them.
std::string won_sum(const ConflictRow& conflict, const std::vector<Fact>& facts) {
  const auto won = figure(conflict, facts, Measure::kSeatsWon);
  const auto seats = figure(conflict, facts, Measure::kSeats);
  if (conflict.facts.size() == 2 && won && seats && *won > *seats)
    return "Whoever wins " + number_text(*won) + " seats has as many at least.";
  return sum_of_parties(conflict, Measure::kSeatsWon, Measure::kSeatsContested, facts);
}

/// "With 33 seats against the other 26, the majority is 7, not 12."
std::string majority_sum(const ConflictRow& conflict, const std::vector<Fact>& facts) {
  const auto size = figure(conflict, facts, Measure::kCouncilSeats);
  const auto seats = figure(conflict, facts, Measure::kSeats);
  const auto majority = figure(conflict, facts, Measure::kMajority);
  if (conflict.facts.size() != 3 || !size || !seats || !majority) return "";
  const double others = *size - *seats;
  const std::string sides =
      "With " + number_text(*seats) + " seats against the other " + number_text(others) + ", ";
  if (*seats <= others) return sides + "there is no majority.";
  return sides + "the majority is " + number_text(*seats - others) + ", not " +
         number_text(*majority) + '.';
}

/// "More than half of 59 seats is 30, so 26 seats are 4 short, not 3."
std::string short_sum(const ConflictRow& conflict, const std::vector<Fact>& facts) {
  const auto size = figure(conflict, facts, Measure::kCouncilSeats);
  const auto seats = figure(conflict, facts, Measure::kSeats);
  const auto missing = figure(conflict, facts, Measure::kShortOfMajority);
  if (conflict.facts.size() != 3 || !size || !seats || !missing) return "";
  const double needed = std::floor(*size / 2) + 1;
  const std::string most = "More than half of " + number_text(*size) + " seats is " +
                           number_text(needed) + ", so " + number_text(*seats) + " seats";
  if (*seats >= needed) return most + " are not short of it.";
  return most + " are " + number_text(needed - *seats) + " short, not " + number_text(*missing) +
         '.';
}

/// "More than half of 69 seats is 35 or more."
std::string threshold(const ConflictRow& conflict, const std::vector<Fact>& facts) {
  const auto size = figure(conflict, facts, Measure::kCouncilSeats);
  if (!size) return "";
  return "More than half of " + number_text(*size) + " seats is " +
         number_text(std::floor(*size / 2) + 1) + " or more.";
}

}  // namespace

std::string sum_text(const ConflictRow& conflict, LawSet needed, const std::vector<Fact>& facts) {
  if (needed == law_bit(Law::kChange)) return change_sum(conflict, facts);
  if (needed == law_bit(Law::kSum))
    return sum_of_parties(conflict, Measure::kSeats, Measure::kCouncilSeats, facts);
  if (needed == law_bit(Law::kWon)) return won_sum(conflict, facts);
  if (needed == law_bit(Law::kMajority)) return majority_sum(conflict, facts);
  if (needed == law_bit(Law::kShort)) return short_sum(conflict, facts);
  const LawSet halves = law_bit(Law::kControl) | law_bit(Law::kShort);
  if ((needed & halves) != 0) return threshold(conflict, facts);
  return "";
}

}  // namespace recount
