#include "output/reconciler/grouping.h"

#include <map>
#include <string>
#include <tuple>

namespace recount {
namespace {

constexpr std::uint32_t kNoWitness = 0xFFFFFFFF;

using PlaceKey = std::pair<PlaceKind, std::string>;
PlaceKey place_of(const Fact& fact) { return {fact.place_kind, fact.place.value_or("")}; }

}  // namespace

std::vector<Group> group_facts(const std::vector<Fact>& facts,
                               const std::vector<std::uint32_t>& witnesses) {
  using Key = std::tuple<PlaceKey, std::string, std::uint32_t, std::uint32_t>;
  std::map<Key, Group> groups;
  for (std::uint32_t i = 0; i < facts.size(); ++i) {
    const Fact& fact = facts[i];
    const bool apart = !is_day(fact.election) || fact.place_kind == PlaceKind::kAll;
    const bool alone = fact.place_kind == PlaceKind::kUnknown;
    Group& group = groups[{place_of(fact), fact.election.value_or(""),
                           apart || alone ? witnesses[i] : kNoWitness, alone ? i : 0}];
    group.election = fact.election;
    group.place_kind = fact.place_kind;
    group.place = fact.place;
    group.facts.push_back(i);
  }
  std::vector<Group> out;
  out.reserve(groups.size());
  for (auto& [key, group] : groups) out.push_back(std::move(group));
  return out;
}

}  // namespace recount
