// How many misread figures the reconciler finds, and how often it is alarmed for nothing.
//
// Method: sets of articles about random elections, all right, are reconciled; then in each one
// figure of one article is changed as a hasty hand would (a digit, two digits swapped, a seat more
// or less), and the set is reconciled again. A figure counts as determined when the other facts
// alone lead to its value; of these all should be flagged, with the changed fact in the set.
#include <algorithm>
#include <charconv>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <optional>
#include <string_view>
#include <vector>

#include "output/reconciler/reconciler.h"
#include "tests/bench/mutate/chamber.h"

using namespace recount;
using namespace recount::bench;

namespace {

constexpr std::uint32_t kDefaultSets = 10000;
constexpr double kLeastFlagged = 0.99;

const Registry kNothingListed;
const Directory kDirectory(kNothingListed);

struct Counts {
  std::uint32_t sets = 0, alarms = 0;         // untouched sets
  std::uint32_t determined = 0, flagged = 0;  // changed figures
  std::uint32_t open = 0, open_flagged = 0;   // those that the others do not determine
  std::uint32_t named = 0;                    // flagged with the right correction
};

/// The number as a slip of the pen makes it.
double slipped(double number, Random& random) {
  const auto value = static_cast<int>(number);
  switch (std::uniform_int_distribution<int>(0, 3)(random)) {
    case 0:
      return value >= 0 && value % 10 != value / 10 ? value % 10 * 10 + value / 10 : value + 2;
    case 1:
      return value + 10;
    case 2:
      return value + 1;
    default:
      return value > 0 ? value - 1 : value + 1;
  }
}

/// Whether the other facts tell or imply the figure of facts[at], as its own value.
bool determined(std::vector<Fact> facts, std::size_t at) {
  const Fact fact = facts[at];
  facts.erase(facts.begin() + static_cast<std::ptrdiff_t>(at));
  const Reconciliation rest = reconcile(std::move(facts), kDirectory);
  return std::ranges::any_of(rest.consensus, [&](const ConsensusRow& row) {
    return row.measure == fact.measure && row.party == fact.party && row.value &&
           *row.value == FigureValue(fact.number);
  });
}

bool holds(const Reconciliation& all, const ConflictRow& row, std::uint64_t id) {
  return std::ranges::any_of(row.facts,
                             [&](std::uint32_t fact) { return all.facts[fact].id == id; });
}

void try_set(std::uint32_t number, Random& random, Counts& counts) {
  std::vector<Fact> facts = random_articles(number, random);
  ++counts.sets;
  if (!reconcile(facts, kDirectory).conflicts.empty()) ++counts.alarms;
  std::vector<std::size_t> numbers;
  for (std::size_t i = 0; i < facts.size(); ++i) {
    if (facts[i].outcome.empty()) numbers.push_back(i);
  }
  if (numbers.empty()) return;
  const std::size_t at =
      numbers[std::uniform_int_distribution<std::size_t>(0, numbers.size() - 1)(random)];
  const bool sure = determined(facts, at);
  const double right = facts[at].number;
  facts[at].number = slipped(right, random);
  const std::uint64_t id = facts[at].id;
  const Reconciliation all = reconcile(std::move(facts), kDirectory);
  const bool flagged = std::ranges::any_of(
      all.conflicts, [&](const ConflictRow& row) { return holds(all, row, id); });
  ++(sure ? counts.determined : counts.open);
  if (flagged) ++(sure ? counts.flagged : counts.open_flagged);
  counts.named += std::ranges::any_of(all.conflicts, [&](const ConflictRow& row) {
    return row.correction && all.facts[row.correction->fact].id == id &&
           row.correction->value == FigureValue(right);
  });
}

std::optional<std::uint32_t> count_of(std::string_view text) {
  std::uint32_t count = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), count);
  if (error != std::errc() || end != text.data() + text.size() || count == 0) return std::nullopt;
  return count;
}

double percent(std::uint32_t part, std::uint32_t of) { return of == 0 ? 100 : 100.0 * part / of; }

}  // namespace

int main(int argc, char** argv) {
  const std::optional<std::uint32_t> sets = argc > 1 ? count_of(argv[1]) : kDefaultSets;
  if (argc > 2 || !sets) {
    std::fprintf(stderr, "usage: recount_mutate [SETS]\n");
    return 2;
  }
  Random random(2023);
  Counts counts;
  const auto begin = std::chrono::steady_clock::now();
  for (std::uint32_t i = 0; i < *sets; ++i) try_set(i, random, counts);
  const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begin;
  std::printf("untouched sets               %8u  with an alarm %u\n", counts.sets, counts.alarms);
  std::printf("changed figures, determined  %8u  flagged %.2f%%\n", counts.determined,
              percent(counts.flagged, counts.determined));
  std::printf("changed figures, not         %8u  flagged %.2f%%\n", counts.open,
              percent(counts.open_flagged, counts.open));
  std::printf("right correction named       %8u\n", counts.named);
  std::printf("seconds                      %8.1f\n", took.count());
  return counts.alarms == 0 && counts.flagged >= kLeastFlagged * counts.determined ? 0 : 1;
}
