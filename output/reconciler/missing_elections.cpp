#include "output/reconciler/missing_elections.h"

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include "output/reconciler/examination.h"

namespace recount {
namespace {

constexpr std::size_t kDayLength = 10;  // of 2023-05-04

using PlaceKey = std::pair<PlaceKind, std::string>;
using Numbers = std::vector<std::uint32_t>;  // of facts

bool has_place(const Fact& fact) {
  return fact.place_kind == PlaceKind::kCouncil || fact.place_kind == PlaceKind::kArea;
}

bool has_day(const Fact& fact) { return fact.election && fact.election->size() == kDayLength; }

class Finder {
 public:
  Finder(std::vector<Fact>& facts, const std::vector<std::uint32_t>& witnesses) : facts_(facts) {
    for (std::uint32_t i = 0; i < facts.size(); ++i) {
      if (!has_place(facts[i])) continue;
      const PlaceKey place = {facts[i].place_kind, facts[i].place.value_or("")};
      if (has_day(facts[i]))
        known_[place][*facts[i].election].push_back(i);
      else
        missing_[{witnesses[i], facts[i].election.value_or("")}][place].push_back(i);
    }
  }

  void run() {
    for (const auto& [of, places] : missing_) {
      std::set<std::string> fitting = candidates(of.second, places);
      std::erase_if(fitting, [&](const std::string& day) { return !fits(day, places); });
      if (fitting.size() != 1) continue;
      for (const auto& [place, numbers] : places) {
        for (const std::uint32_t number : numbers) facts_[number].election = *fitting.begin();
      }
    }
  }

 private:
  using Places = std::map<PlaceKey, Numbers>;

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

  bool agree(PlaceKind kind, const Numbers& some, const Numbers& more = {}) const {
    std::vector<Restriction> said;
    for (const std::uint32_t number : some) said.push_back(restriction_of(facts_[number]));
    for (const std::uint32_t number : more) said.push_back(restriction_of(facts_[number]));
    return can_be_true(Contest(kind, said), said);
  }

  std::vector<Fact>& facts_;
  std::map<PlaceKey, std::map<std::string, Numbers>> known_;         // by polling day
  std::map<std::pair<std::uint32_t, std::string>, Places> missing_;  // by witness and year
};

}  // namespace

void find_missing_elections(std::vector<Fact>& facts, const std::vector<std::uint32_t>& witnesses) {
  Finder(facts, witnesses).run();
}

}  // namespace recount
