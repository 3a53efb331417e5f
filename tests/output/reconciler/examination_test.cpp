#include "output/reconciler/examination.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>

#include "tests/support/brute_contest.h"
#include "tests/support/told.h"

using namespace recount;
using namespace recount::testing;

namespace {

using Random = std::mt19937;

int below(Random& random, int n) { return static_cast<int>(random() % static_cast<unsigned>(n)); }

int controller(const int (&seats)[3], int size) {
  for (int party = 0; party < 3; ++party) {
    if (2 * seats[party] > size) return party;
  }
  return 3;
}

/// A council about which nothing is unusual.
Council random_council(Random& random) {
  Council council;
  const int size = 1 + below(random, kMostSeats);
  for (int i = 0; i < size; ++i) {
    ++council.before[below(random, 3)];
    const int winner = below(random, 3);
    ++council.after[winner];
    if (below(random, 2) == 0) ++council.won[winner];
  }
  if (council.contested() == 0) {
    council.won[std::ranges::max_element(council.after) - council.after] = 1;
  }
  council.controls = controller(council.after, size);
  council.controlled = controller(council.before, size);
  return council;
}

std::string_view outcome_of(const Council& council, int party) {
  return council.controlled == party ? "hold" : "gain";
}

/// Facts that a reporter may tell of it, the size always.
ToldFacts random_facts(const Council& council, Random& random) {
  ToldFacts told;
  told.article("a").number("", Measure::kCouncilSeats, council.size());
  for (int party = 0; party < 2; ++party) {
    const char* name = party == 0 ? kFirst : kSecond;
    const auto tell = [&](Measure measure, int number) {
      if (below(random, 3) == 0) told.number(name, measure, number);
    };
    tell(Measure::kSeats, council.after[party]);
    tell(Measure::kSeatsBefore, council.before[party]);
    tell(Measure::kSeatsChange, council.after[party] - council.before[party]);
    tell(Measure::kSeatsWon, council.won[party]);
    if (council.controls == party) {
      tell(Measure::kMajority, 2 * council.after[party] - council.size());
      if (below(random, 2) == 0) told.outcome(name, Measure::kControl, outcome_of(council, party));
    } else {
      tell(Measure::kShortOfMajority, council.size() / 2 + 1 - council.after[party]);
    }
    if (council.controlled == party && below(random, 3) == 0)
      told.outcome(name, Measure::kControlBefore, "now");
  }
  if (council.controls == 3 && below(random, 2) == 0) told.outcome("noc", Measure::kControl, "now");
  if (below(random, 3) == 0) told.number("", Measure::kSeatsContested, council.contested());
  return told;
}

std::vector<Restriction> restrictions(const std::vector<Fact>& facts) {
  std::vector<Restriction> out;
  for (const Fact& fact : facts) out.push_back(restriction_of(fact));
  return out;
}

Examination examine_all(const std::vector<Restriction>& said) {
  std::vector<Claim> claims;
  for (const Restriction& one : said) claims.push_back({one, 1, 0.5});
  return examine(Contest(PlaceKind::kCouncil, said), claims);
}

std::vector<Restriction> chosen(const std::vector<Restriction>& said,
                                const std::vector<std::uint32_t>& claims) {
  std::vector<Restriction> out;
  for (const std::uint32_t claim : claims) out.push_back(said[claim]);
  return out;
}

/// One number of the facts, not the size, is another one.
void change_one(std::vector<Fact>& facts, Random& random) {
  const int others = static_cast<int>(facts.size()) - 1;
  if (others == 0) return;
  Fact& fact = facts[1 + static_cast<std::size_t>(below(random, others))];
  if (fact.outcome.empty()) fact.number += below(random, 2) == 0 ? 1 : 2;
}

bool tells_size(const Restriction& one) { return one.figure.quantity == Quantity::kSize; }

/// Without their size the council may be larger.
int most_tried(const std::vector<Restriction>& said) {
  return std::ranges::any_of(said, tells_size) ? kMostSeats : 2 * kMostSeats;
}

}  // namespace

TEST_CASE("examine: facts of one council never contradict each other") {
  Random random(1);
  for (int round = 0; round < 500; ++round) {
    const Council council = random_council(random);
    REQUIRE(possible(council, true));
    const ToldFacts told = random_facts(council, random);
    const std::vector<Restriction> said = restrictions(told.facts());
    for (const Restriction& claim : said) REQUIRE(holds(council, claim, true));
    CHECK(examine_all(said).disagreements.empty());
  }
}

TEST_CASE("examine: what it finds is a conflict and minimal, as trying all councils shows") {
  Random random(2);
  int found = 0;
  for (int round = 0; round < 100; ++round) {
    std::vector<Fact> facts = random_facts(random_council(random), random).facts();
    facts.resize(std::min<std::size_t>(facts.size(), 8));
    change_one(facts, random);
    const std::vector<Restriction> said = restrictions(facts);
    const Examination examination = examine_all(said);
    const bool agree = satisfiable(said, true, kMostSeats);
    CHECK(examination.disagreements.empty() == agree);
    if (examination.disagreements.empty()) continue;
    ++found;
    const Disagreement& first = examination.disagreements[0];
    const std::vector<Restriction> set = chosen(said, first.claims);
    CHECK_FALSE(satisfiable(set, !first.certain, most_tried(set)));
    for (const std::uint32_t claim : first.claims) {
      std::vector<std::uint32_t> rest = first.claims;
      std::erase(rest, claim);
      const std::vector<Restriction> smaller = chosen(said, rest);
      CHECK(satisfiable(smaller, !first.certain, most_tried(smaller)));
    }
  }
  CHECK(found > 20);
}

TEST_CASE("examine: what it concludes holds of every council that fits") {
  Random random(3);
  for (int round = 0; round < 300; ++round) {
    const Council council = random_council(random);
    const std::vector<Restriction> said = restrictions(random_facts(council, random).facts());
    for (const Conclusion& one : examine_all(said).conclusions) {
      const bool checked = one.figure.party == kFirst || one.figure.party == kSecond ||
                           one.figure.quantity == Quantity::kSize;
      if (!checked || one.figure.quantity == Quantity::kHeldOver) continue;
      CHECK(holds(council, {one.figure, one.bounds, one.bounds}, true));
    }
  }
}
