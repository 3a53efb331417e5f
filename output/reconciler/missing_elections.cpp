#include "output/reconciler/missing_elections.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include "output/reconciler/examination.h"
#include "output/reconciler/grouping.h"

namespace recount {
namespace {

/// Figures that an article must share with others to be of their election, where they tell of
/// several days: one could be a coincidence, and elections that nobody told of would fit as well.
constexpr std::size_t kEnough = 2;

using PlaceKey = std::pair<PlaceKind, std::string>;
using Numbers = std::vector<std::uint32_t>;  // of facts

bool has_place(const Fact& fact) {
  return fact.place_kind == PlaceKind::kCouncil || fact.place_kind == PlaceKind::kArea;
}

/// Whether two elections hardly ever have it in common: a figure, or that control changed hands.
bool is_telling(const Fact& fact) {
  if (is_outcome(fact.measure)) return fact.outcome == "gain" || fact.outcome == "loss";
  return fact.bound == "exact" && !fact.partial;
}

class ElectionFinder {
 public:
  ElectionFinder(std::vector<Fact>& facts, const std::vector<std::uint32_t>& witnesses)
      : facts_(facts) {
    for (std::uint32_t i = 0; i < facts.size(); ++i) {
      const Fact& fact = facts[i];
      if (is_day(fact.election)) all_days_.insert(*fact.election);
      if (fact.place_kind == PlaceKind::kUnknown) continue;
      const PlaceKey place = {fact.place_kind, fact.place.value_or("")};
      if (!is_day(fact.election)) {
        Undated& of = missing_[{witnesses[i], fact.election.value_or("")}];
        (has_place(fact) ? of.places[place] : of.totals).push_back(i);
      } else if (has_place(fact)) {
        known_[place][*fact.election].push_back(i);
      }
    }
    if (missing_.empty()) return;
    std::set<std::uint32_t> undated;
    for (const auto& [of, facts_of] : missing_) undated.insert(of.first);
    for (std::uint32_t i = 0; i < facts.size(); ++i) {
      if (is_day(facts[i].election) && undated.contains(witnesses[i]))
        days_[witnesses[i]].insert(*facts[i].election);
    }
  }

  void run() {
    for (const auto& [of, undated] : missing_) {
      const auto& [places, totals] = undated;
      std::set<std::string> fitting = candidates(of.second, places);
      std::erase_if(fitting, [&](const std::string& day) { return !fits(day, places); });
      if (fitting.size() != 1) continue;
      const std::string& day = *fitting.begin();
      const std::size_t alike = shared(day, places);
      // One council has hardly two elections in a year.
      const auto own = days_.find(of.first);
      const bool copied = own != days_.end() && own->second == fitting;
      const bool sure = copied || alike >= kEnough;
      if (!sure && of.second.empty() && all_days_.size() != 1) continue;
      for (const auto& [place, numbers] : places) set(day, numbers);
      if (sure) set(day, totals);
    }
  }

 private:
  using Places = std::map<PlaceKey, Numbers>;
  struct Undated {
    Places places;
    Numbers totals;  // of all contests of the article
  };

  void set(const std::string& day, const Numbers& numbers) {
    for (const std::uint32_t number : numbers) facts_[number].election = day;
  }

  std::set<std::string> candidates(std::string_view year, const Places& places) const {
    std::set<std::string> out;
    for (const auto& [place, numbers] : places) {
      const auto elections = known_.find(place);
      if (elections == known_.end()) continue;
      for (const auto& [day, of] : elections->second) {
        if (day.starts_with(year)) out.insert(day);
      }
    }
    return out;
  }

  bool fits(const std::string& day, const Places& places) const {
    for (const auto& [place, numbers] : places) {
      const auto elections = known_.find(place);
      if (elections == known_.end()) continue;
      const auto there = elections->second.find(day);
      if (there == elections->second.end()) continue;
      if (agree(place.first, there->second) && agree(place.first, numbers) &&
          !agree(place.first, there->second, numbers)) {
        return false;
      }
    }
    return true;
  }

  /// Telling figures that others tell alike of that day; outcomes of one place are one.
  std::size_t shared(const std::string& day, const Places& places) const {
    std::size_t out = 0;
    for (const auto& [place, numbers] : places) {
      const auto elections = known_.find(place);
      if (elections == known_.end()) continue;
      const auto there = elections->second.find(day);
      if (there == elections->second.end()) continue;
      std::set<std::pair<Measure, std::string_view>> figures;
      bool outcome = false;
      for (const std::uint32_t number : numbers) {
        const Fact& fact = facts_[number];
        const auto alike = [&](std::uint32_t other) {
          return is_telling(facts_[other]) && facts_[other].measure == fact.measure &&
                 restriction_of(facts_[other]) == restriction_of(fact);
        };
        if (!is_telling(fact) || std::ranges::none_of(there->second, alike)) continue;
        if (is_outcome(fact.measure))
          outcome = true;
        else
          figures.emplace(fact.measure, fact.party ? *fact.party : std::string_view());
      }
      out += figures.size() + (outcome ? 1 : 0);
    }
    return out;
  }

  bool agree(PlaceKind kind, const Numbers& some, const Numbers& more = {}) const {
    std::vector<Restriction> said;
    for (const std::uint32_t number : some) said.push_back(restriction_of(facts_[number]));
    for (const std::uint32_t number : more) said.push_back(restriction_of(facts_[number]));
    return can_be_true(Contest(kind, said), said);
  }

  std::vector<Fact>& facts_;
  std::set<std::string> all_days_;                                    // told of by any article
  std::map<std::uint32_t, std::set<std::string>> days_;               // told by those witnesses
  std::map<PlaceKey, std::map<std::string, Numbers>> known_;          // by polling day
  std::map<std::pair<std::uint32_t, std::string>, Undated> missing_;  // by witness and year
};

}  // namespace

void find_missing_elections(std::vector<Fact>& facts, const std::vector<std::uint32_t>& witnesses) {
  ElectionFinder(facts, witnesses).run();
}

}  // namespace recount
