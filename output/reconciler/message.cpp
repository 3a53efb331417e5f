#include "output/reconciler/message.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string_view>
#include <utility>

#include "corpus/date.h"
#include "output/reconciler/conflict_sums.h"

namespace recount {
namespace {

std::string capitalised(std::string_view text) {
  std::string out(text);
  if (!out.empty() && out[0] >= 'a' && out[0] <= 'z')
    out[0] = static_cast<char>(out[0] - 'a' + 'A');
  return out;
}

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

/// The site of an address: "example.org".
std::string_view site_of(std::string_view url) {
  const std::size_t begin = url.find("://");
  if (begin == std::string_view::npos) return {};
  url.remove_prefix(begin + 3);
  if (url.starts_with("www.")) url.remove_prefix(4);
  return url.substr(0, url.find_first_of("/?#"));
}

std::string article_id(const Provenance& article) { return "article \"" + article.doc + '"'; }

/// The outlet of an article; its id as a last resort.
std::string outlet_of(const Provenance& article) {
  std::string name = article.source.value_or("");
  if (name.empty() && article.url) name = site_of(*article.url);
  return name.empty() ? article_id(article) : name;
}

/// By what a reader knows an article: "the Northern Echo, 5 May 2023".
std::string plain_name(const Provenance& article) {
  const std::string outlet = outlet_of(article);
  return article.published ? outlet + ", " + day_in_words(*article.published) : outlet;
}

/// The names of the articles of a conflict.
class Names {
 public:
  Names(const ConflictRow& conflict, const std::vector<Fact>& facts) {
    for (const std::uint32_t number : conflict.facts) {
      const Provenance& article = *facts[number].article;
      docs_[plain_name(article)].insert(article.doc);
      docs_[outlet_of(article)].insert(article.doc);
    }
  }

  /// The outlet, where that is enough.
  std::string short_of(const Provenance& article) const {
    std::string outlet = outlet_of(article);
    return docs_.at(outlet).size() > 1 ? of(article) : outlet;
  }

  /// As the subject of a sentence.
  std::string of(const Provenance& article) const {
    std::string name = plain_name(article);
    if (docs_.at(name).size() > 1) name += " (" + article_id(article) + ')';
    if (article.published && name.back() != ')') name += ',';
    return name;
  }

 private:
  std::map<std::string, std::set<std::string_view>> docs_;  // by outlet, and by name
};

/// What came before stands before what came of it.
int order_of(const Fact& fact) {
  switch (fact.measure) {
    case Measure::kCouncilSeats:
    case Measure::kSeatsContested:
      return 0;
    case Measure::kSeatsBefore:
    case Measure::kMajorityBefore:
    case Measure::kControlBefore:
      return 1;
    case Measure::kSeatsChange:
    case Measure::kCouncilsChange:
      return 2;
    default:
      return 3;
  }
}

using Statements = std::vector<const Fact*>;

/// "Labour had 20 seats before, gained 13 seats and has 33 seats": of one party, in the order of
/// events.
std::string said_of_party(Statements facts, const Directory& directory) {
  std::ranges::stable_sort(facts, {}, [](const Fact* fact) { return order_of(*fact); });
  const std::string who = directory.party_subject(facts.front()->party.value_or("")).text + ' ';
  std::string out;
  for (std::size_t i = 0; i < facts.size(); ++i) {
    std::string one = statement(*facts[i], directory) + (facts[i]->partial ? " so far" : "");
    const bool twice = i > 0 && facts[i]->measure == facts[i - 1]->measure;
    if (i > 0) out += i + 1 < facts.size() ? ", " : " and ";
    if (twice)
      out += "elsewhere that ";
    else if (i > 0 && facts[i]->party && out.starts_with(who) && one.starts_with(who))
      one.erase(0, who.size());
    out += one;
  }
  return out;
}

/// What one article says: first of the council, then of one party after the other.
std::string said_by_one(const Statements& facts, const Directory& directory) {
  std::vector<Statements> parties;
  for (const Fact* fact : facts) {
    const auto at = std::ranges::find_if(
        parties, [&](const Statements& of) { return of.front()->party == fact->party; });
    if (at != parties.end())
      at->push_back(fact);
    else
      parties.insert(fact->party ? parties.end() : parties.begin(), {fact});
  }
  const bool short_list = parties.size() == facts.size();
  std::string out;
  for (std::size_t i = 0; i < parties.size(); ++i) {
    if (i > 0) out += !short_list ? "; " : i + 1 < parties.size() ? ", " : " and ";
    out += said_of_party(parties[i], directory);
  }
  return out;
}

/// Who says what, article by article.
std::string said_text(const ConflictRow& conflict, const std::vector<Fact>& facts,
                      const Names& names, const Directory& directory) {
  std::vector<std::pair<const Provenance*, Statements>> articles;
  for (const std::uint32_t number : conflict.facts) {
    const Provenance& article = *facts[number].article;
    auto at = std::ranges::find_if(
        articles, [&](const auto& known) { return known.first->doc == article.doc; });
    if (at == articles.end()) at = articles.insert(at, {&article, {}});
    at->second.push_back(&facts[number]);
  }
  std::string out;
  for (const auto& [article, said] : articles) {
    const std::string name = names.of(*article);
    const bool is_site = !article->source && article->url;
    out += (out.empty() ? "" : " ") + (is_site ? name : capitalised(name)) + " says " +
           said_by_one(said, directory) + '.';
  }
  return out;
}

/// The laws in one sentence, where the arithmetic does not tell them already.
std::string laws_text(LawSet needed, bool told_by_sum) {
  const bool of_control = (needed & law_bit(Law::kControl)) != 0;
  if (told_by_sum && std::has_single_bit(needed) && !of_control) return "";
  std::string text;
  for (const LawEntry& law : laws()) {
    if ((needed & law_bit(law.law)) == 0) continue;
    // Who gains control has it now, who keeps it has and had it: that goes without saying.
    if (of_control && (law.law == Law::kOutcome || law.law == Law::kKeeping)) continue;
    text += (text.empty() ? "" : "; ") + std::string(law.sentence);
  }
  return text;
}

/// What would make all of it possible.
std::string unless_text(LawSet needed) {
  if ((needed & law_bit(Law::kKeeping)) != 0) needed = law_bit(Law::kKeeping);
  std::string text;
  for (const LawEntry& law : laws()) {
    if ((needed & law_bit(law.law)) != 0 && !law.unless.empty())
      text += (text.empty() ? "" : ", or ") + std::string(law.unless);
  }
  return text.empty() ? std::string(law_entry(Law::kChange).unless) : text;
}

/// Why not all of it can be true: the sum or the laws, and what would make it possible.
std::string why_text(const ConflictRow& conflict, LawSet needed, const std::vector<Fact>& facts) {
  if (conflict.facts.size() == 1) {
    const LawEntry& law = law_entry((needed & law_bit(Law::kLife)) != 0 ? Law::kLife : Law::kRange);
    return " That cannot be right: " + std::string(law.sentence) + '.';
  }
  const bool error = conflict.severity == Severity::kError;
  const bool both = conflict.facts.size() == 2;
  const std::string sum = sum_text(conflict, needed, facts);
  const std::string law = laws_text(needed, !sum.empty());
  std::string text;
  if (!law.empty() && error)
    text = (both ? " They cannot both be right: " : " They cannot all be right: ") + law + '.';
  if (!law.empty() && !error) text = " They do not fit together: " + law + '.';
  if (!sum.empty()) text += ' ' + sum;
  if (error) return needed == 0 ? " Only one of them can be right." : text;
  text += both ? " Both can be right only if " : " All of this can be right only if ";
  return text + unless_text(needed) + '.';
}

std::string correction_text(const ConflictRow& conflict, bool completes,
                            const std::vector<Fact>& facts, const Names& names) {
  if (!conflict.correction) return "";
  const Fact& fact = facts[conflict.correction->fact];
  const double* value = std::get_if<double>(&conflict.correction->value);
  if (value == nullptr) return "";
  std::string quote = fact.quote;
  quote.erase(quote.find_last_not_of(" ,;:.") + 1);
  // "Lost 8" should have been "lost 5"; but "gained 9" a loss of 1.
  const bool turned = is_change(fact.measure) && (*value < 0) != (fact.number < 0);
  const auto text_of = [&](double number) {
    const std::string size = number_text(std::fabs(number));
    if (!turned || number == 0) return size;
    return (number < 0 ? "a loss of " : "a gain of ") + size;
  };
  std::string text = " If " + names.short_of(*fact.article) + " had said " + text_of(*value) +
                     " instead of " + text_of(fact.number) + " in \"" + quote +
                     "\", everything else would fit";
  if (completes) text += ", and the parties' seats would make up the whole council";
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
      return counted(fact, fact.number, "seat") + (fact.number == 1 ? " was" : " were") +
             " contested";
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
  const Names names(conflict, facts);
  return said_text(conflict, facts, names, directory) + why_text(conflict, laws, facts) +
         correction_text(conflict, completes, facts, names);
}

}  // namespace recount
