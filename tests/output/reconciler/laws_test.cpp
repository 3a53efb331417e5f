#include "output/reconciler/laws.h"

#include <doctest/doctest.h>

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "output/reconciler/reconciler.h"
#include "tests/support/told.h"

using namespace recount;
using recount::testing::ToldFacts;

namespace {

/// A law with facts that obey it and facts that break it.
struct Case {
  Law law;
  Severity severity;  // of breaking it
  ToldFacts holds, breaks;
};

ToldFacts begin() { return ToldFacts().article("a"); }

std::vector<Case> cases() {
  using enum Measure;
  const ToldFacts chamber = begin().number("", kCouncilSeats, 59);
  const auto with = [](ToldFacts told, const std::string& party, Measure measure, double number) {
    return told.number(party, measure, number);
  };
  const auto says = [](ToldFacts told, const std::string& party, Measure measure,
                       const char* outcome) { return told.outcome(party, measure, outcome); };
  const ToldFacts change =
      begin().number("labour", kSeatsBefore, 20).number("labour", kSeatsChange, 13);
  const ToldFacts all_up = chamber;
  const ToldFacts labour = with(chamber, "labour", kSeats, 33);
  return {
      {Law::kRange, Severity::kError, with(begin(), "labour", kSeats, 126),
       with(begin(), "labour", kSeats, 1260)},
      {Law::kChange, Severity::kError, with(change, "labour", kSeats, 33),
       with(change, "labour", kSeats, 38)},
      {Law::kChange, Severity::kWarning, with(change, "labour", kSeats, 33),
       with(change, "labour", kSeats, 34)},
      {Law::kSum, Severity::kError, with(labour, "conservative", kSeats, 26),
       with(labour, "conservative", kSeats, 27)},
      {Law::kSumBefore, Severity::kError,
       with(with(begin(), "labour", kMajorityBefore, 11), "conservative", kSeatsBefore, 24)
           .number("labour", kSeatsBefore, 35),
       with(with(begin(), "labour", kMajorityBefore, 11), "conservative", kSeatsBefore, 30)
           .number("labour", kSeatsBefore, 35)},
      {Law::kNet, Severity::kWarning, with(chamber, "labour", kSeatsBefore, 59),
       with(chamber, "labour", kSeatsBefore, 63)},
      {Law::kWon, Severity::kError, with(labour, "labour", kSeatsWon, 33),
       with(labour, "labour", kSeatsWon, 34)},
      {Law::kWon, Severity::kError, with(chamber, "", kSeatsContested, 20),
       with(chamber, "", kSeatsContested, 60)},
      {Law::kWhole, Severity::kError,
       with(with(all_up, "", kSeatsContested, 59), "labour", kSeatsWon, 33)
           .number("labour", kSeats, 33),
       with(with(all_up, "", kSeatsContested, 59), "labour", kSeatsWon, 33)
           .number("labour", kSeats, 35)},
      {Law::kMajority, Severity::kError, with(labour, "labour", kMajority, 7),
       with(labour, "labour", kMajority, 8)},
      {Law::kShort, Severity::kError,
       with(with(chamber, "labour", kSeats, 28), "labour", kShortOfMajority, 2),
       with(with(chamber, "labour", kSeats, 28), "labour", kShortOfMajority, 3)},
      {Law::kControl, Severity::kError, says(labour, "labour", kControl, "now"),
       says(with(chamber, "labour", kSeats, 25), "labour", kControl, "now")},
      {Law::kControl, Severity::kError,
       says(with(chamber, "labour", kSeats, 29), "noc", kControl, "now"),
       says(with(chamber, "labour", kSeats, 30), "noc", kControl, "now")},
      {Law::kControl, Severity::kWarning,
       says(with(begin().number("", kCouncilSeats, 60), "labour", kSeats, 31), "labour", kControl,
            "now"),
       says(with(begin().number("", kCouncilSeats, 60), "labour", kSeats, 30), "labour", kControl,
            "now")},
      {Law::kController, Severity::kError, says(begin(), "labour", kControl, "now"),
       says(says(begin(), "labour", kControl, "now"), "noc", kControl, "now")},
      {Law::kOutcome, Severity::kError,
       says(says(begin(), "labour", kControl, "now"), "conservative", kControl, "loss"),
       says(says(begin(), "labour", kControl, "now"), "labour", kControl, "loss")},
      {Law::kOutcome, Severity::kWarning,
       says(says(begin(), "labour", kControl, "hold"), "labour", kControlBefore, "now"),
       says(says(begin(), "labour", kControl, "gain"), "labour", kControlBefore, "now")},
      {Law::kKeeping, Severity::kWarning,
       says(with(chamber, "labour", kSeats, 30), "labour", kControl, "hold"),
       says(with(chamber, "labour", kSeats, 28), "labour", kControl, "hold")},
      {Law::kLargest, Severity::kError,
       says(with(labour, "conservative", kSeats, 20), "labour", kLargestParty, "now"),
       says(with(labour, "conservative", kSeats, 20), "conservative", kLargestParty, "now")},
      {Law::kLargest, Severity::kWarning,
       says(with(with(chamber, "labour", kSeats, 25), "green", kSeats, 24), "labour", kLargestParty,
            "now"),
       says(with(with(chamber, "labour", kSeats, 25), "green", kSeats, 25), "labour", kLargestParty,
            "now")},
      {Law::kShare, Severity::kError,
       with(with(begin(), "labour", kVoteShare, 60), "green", kVoteShare, 40),
       with(with(begin(), "labour", kVoteShare, 60), "green", kVoteShare, 43)},
      {Law::kLife, Severity::kError, with(begin(), "labour", kSeats, 33),
       with(begin(), "labour", kSeats, 33).at(PlaceKind::kCouncil, "gone")},
  };
}

}  // namespace

TEST_CASE("laws: each has a case that holds and one that breaks") {
  LawSet seen = 0;
  for (const Case& one : cases()) {
    const LawEntry& law = law_entry(one.law);
    seen |= law_bit(one.law);
    CAPTURE(law.name);
    CHECK(reconcile(one.holds.facts(), testing::told_directory()).conflicts.empty());
    const Reconciliation broken = reconcile(one.breaks.facts(), testing::told_directory());
    REQUIRE(broken.conflicts.size() == 1);
    CHECK(broken.conflicts[0].law == law.name);
    CHECK(broken.conflicts[0].kind == law.kind);
    CHECK(broken.conflicts[0].severity == one.severity);
  }
  CHECK(seen == kAllLaws);
}

TEST_CASE("laws: a table with a name, a sentence and a source each") {
  CHECK(laws().size() == kLawCount);
  std::set<std::string_view> words;
  for (const LawEntry& law : laws()) {
    CHECK(words.insert(law.name).second);
    CHECK(words.insert(law.sentence).second);
    CHECK_FALSE(law.name.empty());
    CHECK_FALSE(law.sentence.empty());
    CHECK_FALSE(law.source.empty());
  }
}
