#include "output/reconciler/running_counts.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <string>
#include <tuple>
#include <utility>

#include "output/reconciler/grouping.h"

namespace recount {
namespace {

constexpr double kMostGrowth = 4;  // of a total between two articles
/// "More than 450" and "about 450" can be rounded from what is up to so many times as much.
constexpr double kRoundedBy = 1.15;
/// More than change hands, or are won by a party, in one county or region.
constexpr double kManySeats = 100;
constexpr double kManyCouncils = 10;

double size(const Fact& fact) { return std::fabs(fact.number); }

/// Whether so many are too many for a part of the country.
bool is_large(const Fact& fact) {
  return size(fact) >= (counts_councils(fact.measure) ? kManyCouncils : kManySeats);
}

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
  if (fact.number == 0 || !is_day(fact.election)) return false;
  if (fact.place_kind == PlaceKind::kArea) return true;
  return fact.place_kind == PlaceKind::kAll && is_large(fact);
}

using Numbers = std::vector<std::uint32_t>;

/// Totals of one figure, all in one direction.
class Count {
 public:
  Count(const std::vector<Fact>& facts, const Directory& directory,
        std::vector<std::optional<std::uint32_t>>& out)
      : facts_(facts), directory_(directory), out_(out) {}

  /// `numbers`: in order of the facts.
  void replace(Numbers numbers) {
    const auto undated = std::ranges::stable_partition(numbers, [this](std::uint32_t number) {
                           return is_day(day(number));
                         }).begin();
    std::stable_sort(numbers.begin(), undated, [this](std::uint32_t one, std::uint32_t other) {
      return *day(one) > *day(other);
    });
    for (auto at = undated; at != numbers.end(); ++at) add(*at, undated_);
    for (auto begin = numbers.begin(); begin != undated;) {
      const auto end = std::find_if(
          begin, undated, [&](std::uint32_t number) { return day(number) != day(*begin); });
      // Of the same day, or of one that nobody knows, only a running count is known to be older.
      for (auto at = begin; at != end; ++at) {
        if (!is_running(*at)) look(*at);
      }
      for (auto at = begin; at != end; ++at) add(*at, later_);
      for (auto at = begin; at != end; ++at) {
        if (is_running(*at)) look(*at);
      }
      begin = end;
    }
    for (auto at = undated; at != numbers.end(); ++at) {
      if (is_running(*at)) look(*at);
    }
  }

 private:
  using Scope = std::pair<PlaceKind, std::string_view>;
  using BySize = std::map<double, std::uint32_t>;
  using Totals = std::map<Scope, BySize>;

  const std::optional<std::string>& day(std::uint32_t number) const {
    return facts_[number].article->published;
  }

  /// As the text says; and nobody writes "more than 450" when it is 823.
  bool is_running(std::uint32_t number) const {
    return facts_[number].partial || facts_[number].bound == "over";
  }

  void add(std::uint32_t number, Totals& to) const {
    const Fact& fact = facts_[number];
    if (fact.bound != "exact" && fact.bound != "over") return;
    const Scope scope = {fact.place_kind, fact.place ? *fact.place : std::string_view()};
    to[scope].try_emplace(size(fact), number);
  }

  void look(std::uint32_t number) {
    const Fact& fact = facts_[number];
    auto last = last_of(number, {fact.place_kind, fact.place ? *fact.place : std::string_view()});
    // What a nation had so far goes into the total of the country.
    if (!last && fact.partial && fact.place_kind == PlaceKind::kArea && is_large(fact) &&
        directory_.is_nation(*fact.place)) {
      last = last_of(number, {PlaceKind::kAll, {}});
    }
    out_[number] = last;
  }

  /// The last of what it went on to.
  std::optional<std::uint32_t> last_of(std::uint32_t number, const Scope& scope) const {
    std::optional<std::uint32_t> out;
    for (const Totals* totals : {&later_, &undated_}) {
      if (totals == &undated_ && !is_running(number)) break;
      const auto of = totals->find(scope);
      if (of == totals->end()) continue;
      const auto end = of->second.lower_bound(kMostGrowth * size(facts_[number]));
      if (end == of->second.begin()) continue;
      const auto [most, later] = *std::prev(end);
      if (went_on(facts_[number], facts_[later]) && (!out || most > size(facts_[*out])))
        out = later;
    }
    return out;
  }

  static bool went_on(const Fact& fact, const Fact& later) {
    const bool rough = fact.bound != "exact" || later.bound != "exact";
    if (size(later) <= size(fact) * (rough ? kRoundedBy : 1)) return false;
    return fact.partial || fact.article->doc != later.article->doc;
  }

  const std::vector<Fact>& facts_;
  const Directory& directory_;
  std::vector<std::optional<std::uint32_t>>& out_;
  Totals later_, undated_;
};

}  // namespace

std::vector<std::optional<std::uint32_t>> replaced_totals(const std::vector<Fact>& facts,
                                                          const Directory& directory) {
  using Key = std::tuple<std::string_view, Measure, std::string_view, bool>;
  std::map<Key, Numbers> counts;
  for (std::uint32_t i = 0; i < facts.size(); ++i) {
    const Fact& fact = facts[i];
    if (!grows(fact)) continue;
    counts[{*fact.election, fact.measure, fact.party ? *fact.party : std::string_view(),
            fact.number < 0}]
        .push_back(i);
  }
  std::vector<std::optional<std::uint32_t>> out(facts.size());
  for (const auto& [key, numbers] : counts) Count(facts, directory, out).replace(numbers);
  return out;
}

}  // namespace recount
