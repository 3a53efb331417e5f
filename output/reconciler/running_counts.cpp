#include "output/reconciler/running_counts.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <string>
#include <tuple>
#include <utility>

namespace recount {
namespace {

constexpr std::size_t kDayLength = 10;  // of 2023-05-04
constexpr double kMostGrowth = 4;       // of a total between two articles
/// More than change hands, or are won by a party, in one county or region.
constexpr double kManySeats = 100;
constexpr double kManyCouncils = 10;

bool grows(const Fact& fact) {
  switch (fact.measure) {
    case Measure::kSeats:
    case Measure::kSeatsWon:
    case Measure::kSeatsChange:
    case Measure::kCouncils:
    case Measure::kCouncilsChange:
      break;
    default:
      return false;
  }
  const bool total = fact.place_kind == PlaceKind::kArea || fact.place_kind == PlaceKind::kAll;
  if (!total || fact.bound != "exact" || fact.number == 0) return false;
  if (!fact.election || fact.election->size() != kDayLength) return false;
  if (!fact.article->published || fact.article->published->size() != kDayLength) return false;
  if (fact.place_kind == PlaceKind::kArea) return true;
  return std::fabs(fact.number) >= (counts_councils(fact.measure) ? kManyCouncils : kManySeats);
}

using Numbers = std::vector<std::uint32_t>;

/// Totals of one figure, all in one direction.
class Count {
 public:
  Count(const std::vector<Fact>& facts, std::vector<std::optional<std::uint32_t>>& out)
      : facts_(facts), out_(out) {}

  /// `numbers`: in order of the facts.
  void replace(Numbers numbers) {
    std::ranges::stable_sort(numbers, std::ranges::greater(),
                             [this](std::uint32_t number) { return day(number); });
    for (std::size_t begin = 0; begin < numbers.size();) {
      std::size_t end = begin;
      while (end < numbers.size() && day(numbers[end]) == day(numbers[begin])) ++end;
      // Of the same day, only a running count is known to be older.
      for (const bool partial : {false, true}) {
        for (std::size_t i = begin; i < end; ++i) {
          if (facts_[numbers[i]].partial == partial) look(numbers[i]);
        }
        if (partial) break;
        for (std::size_t i = begin; i < end; ++i) later_.try_emplace(size(numbers[i]), numbers[i]);
      }
      begin = end;
    }
  }

 private:
  const std::string& day(std::uint32_t number) const { return *facts_[number].article->published; }
  double size(std::uint32_t number) const { return std::fabs(facts_[number].number); }

  void look(std::uint32_t number) {
    auto at = later_.upper_bound(size(number));
    if (at == later_.end() || at->first >= kMostGrowth * size(number)) return;
    // The last of what it went on to.
    const auto last = std::prev(later_.lower_bound(kMostGrowth * size(number)));
    out_[number] = last->second;
  }

  const std::vector<Fact>& facts_;
  std::vector<std::optional<std::uint32_t>>& out_;
  std::map<double, std::uint32_t> later_;  // by size
};

}  // namespace

std::vector<std::optional<std::uint32_t>> replaced_totals(const std::vector<Fact>& facts) {
  using Key = std::tuple<std::string, std::string, PlaceKind, Measure, std::string, bool>;
  std::map<Key, Numbers> counts;
  for (std::uint32_t i = 0; i < facts.size(); ++i) {
    const Fact& fact = facts[i];
    if (!grows(fact)) continue;
    counts[{*fact.election, fact.place.value_or(""), fact.place_kind, fact.measure,
            fact.party.value_or(""), fact.number < 0}]
        .push_back(i);
  }
  std::vector<std::optional<std::uint32_t>> out(facts.size());
  for (const auto& [key, numbers] : counts) Count(facts, out).replace(numbers);
  return out;
}

}  // namespace recount
