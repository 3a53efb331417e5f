#include "output/reconciler/message.h"

#include <cmath>
#include <cstdint>

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

std::string change_text(const Fact& fact, const std::string& who) {
  const char* noun = counts_councils(fact.measure) ? "council" : "seat";
  if (fact.number == 0) return who + " neither gained nor lost " + noun + 's';
  return who + (fact.number > 0 ? " gained " : " lost ") + counted(fact, fact.number, noun);
}

std::string nobody_text(const Fact& fact) {
  if (fact.measure == Measure::kControlBefore) return "nobody was in overall control before";
  if (fact.outcome == "gain") return "the council fell under no overall control";
  if (fact.outcome == "hold") return "the council stayed under no overall control";
  if (fact.outcome == "loss") return "the council came under control of a party";
  return "nobody is in overall control";
}

std::string control_text(const Fact& fact, const std::string& who) {
  if (fact.party == "noc") return nobody_text(fact);
  if (fact.measure == Measure::kControlBefore) return who + " was in control before";
  if (fact.outcome == "gain") return who + " gained control";
  if (fact.outcome == "hold") return who + " kept control";
  if (fact.outcome == "loss") return who + " lost control";
  return who + " is in control";
}

std::string source_text(const Fact& fact) {
  const Provenance& article = *fact.article;
  return article.source ? *article.source + ", " + article.doc : article.doc;
}

const Fact* find(const ConflictRow& conflict, const std::vector<Fact>& facts, Measure measure) {
  for (const std::uint32_t fact : conflict.facts) {
    if (facts[fact].measure == measure && facts[fact].bound == "exact") return &facts[fact];
  }
  return nullptr;
}

/// " 20 + 13 = 33, not 32." when a conflict is just that.
std::string sum_text(const ConflictRow& conflict, const std::vector<Fact>& facts) {
  const Fact* before = find(conflict, facts, Measure::kSeatsBefore);
  const Fact* change = find(conflict, facts, Measure::kSeatsChange);
  const Fact* after = find(conflict, facts, Measure::kSeats);
  if (conflict.facts.size() != 3 || before == nullptr || change == nullptr || after == nullptr)
    return "";
  return " " + number_text(before->number) + (change->number < 0 ? " - " : " + ") +
         number_text(std::fabs(change->number)) + " = " +
         number_text(before->number + change->number) + ", not " + number_text(after->number) + '.';
}

std::string laws_text(LawSet needed, bool certain) {
  std::string text, unless;
  for (const LawEntry& law : laws()) {
    if ((needed & law_bit(law.law)) == 0) continue;
    text += text.empty() ? " But " : ", and ";
    text += law.sentence;
    if (unless.empty()) unless = law.unless;
  }
  if (!text.empty()) text += '.';
  if (certain) return text;
  if (unless.empty()) unless = law_entry(Law::kChange).unless;
  return text + " Both can be right only if " + std::string(unless) + '.';
}

std::string correction_text(const ConflictRow& conflict, bool completes,
                            const std::vector<Fact>& facts) {
  if (!conflict.correction) return "";
  const Fact& fact = facts[conflict.correction->fact];
  const double* value = std::get_if<double>(&conflict.correction->value);
  if (value == nullptr) return "";
  std::string text = " If \"" + fact.quote + "\" (" + source_text(fact) + ") said " +
                     number_text(*value) + " instead of " + number_text(fact.number) +
                     ", all else would agree";
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
  const std::string who = directory.party_name(fact.party.value_or(""));
  switch (fact.measure) {
    case Measure::kSeats:
      return who + " has " + counted(fact, fact.number, "seat");
    case Measure::kSeatsBefore:
      return who + " had " + counted(fact, fact.number, "seat") + " before";
    case Measure::kSeatsWon:
      return who + " won " + counted(fact, fact.number, "seat");
    case Measure::kSeatsChange:
    case Measure::kCouncilsChange:
      return change_text(fact, who);
    case Measure::kCouncilSeats:
      return "the council has " + counted(fact, fact.number, "seat");
    case Measure::kSeatsContested:
      return counted(fact, fact.number, "seat") + " contested";
    case Measure::kMajority:
      return who + " has a majority of " + amount(fact, fact.number);
    case Measure::kMajorityBefore:
      return who + " had a majority of " + amount(fact, fact.number) + " before";
    case Measure::kShortOfMajority:
      return who + " is " + counted(fact, fact.number, "seat") + " short of a majority";
    case Measure::kControl:
    case Measure::kControlBefore:
      return control_text(fact, who);
    case Measure::kLargestParty:
      return who + " is the largest party";
    case Measure::kCouncils:
      return who + " controls " + counted(fact, fact.number, "council");
    case Measure::kVoteShare:
      return who + " has " + amount(fact, fact.number) + " of the vote";
    case Measure::kTurnout:
      return "turnout was " + amount(fact, fact.number);
  }
  return who;
}

std::string conflict_message(const ConflictRow& conflict, LawSet laws, bool completes,
                             const std::vector<Fact>& facts, const Directory& directory) {
  std::string text;
  for (const std::uint32_t fact : conflict.facts) {
    if (!text.empty()) text += "; ";
    text += statement(facts[fact], directory) + " (" + source_text(facts[fact]) + ')';
  }
  text += '.';
  if (text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 'a' + 'A');
  const std::string sum = sum_text(conflict, facts);
  if (!sum.empty() && laws == law_bit(Law::kChange) && conflict.severity == Severity::kError)
    text += sum;
  else
    text += sum + laws_text(laws, conflict.severity == Severity::kError);
  return text + correction_text(conflict, completes, facts);
}

}  // namespace recount
