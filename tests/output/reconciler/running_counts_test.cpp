#include "output/reconciler/running_counts.h"

#include <doctest/doctest.h>

#include <string>

#include "output/reconciler/reconciler.h"
#include "output/reconciler/verdict_text.h"
#include "tests/support/told.h"

using namespace recount;
using recount::testing::ToldFacts;

namespace {

Registry with_areas() {
  Registry registry = testing::told_registry();
  registry.areas.resize(2);
  registry.areas[0].id = "england";
  registry.areas[0].kind = "nation";
  registry.areas[1].id = "essex-area";
  registry.areas[1].kind = "county area";
  return registry;
}

const Registry kWithAreas = with_areas();
const Directory kDirectoryWithAreas(kWithAreas);

Reconciliation verdicts_with_areas(const ToldFacts& told) {
  return reconcile(told.facts(), kDirectoryWithAreas);
}

/// An article with Labour's gains, in an area or, where it is not named, in all contests. `day`: of
/// its publication, if known.
void tell_gains(ToldFacts& told, const std::string& doc, const char* day, double gains,
                const std::string& area = "") {
  told.article(doc);
  if (*day != '\0') told.page("https://example.org/" + doc, day);
  told.number("labour", Measure::kSeatsChange, gains);
  told.at(area.empty() ? PlaceKind::kAll : PlaceKind::kArea, area);
}

/// Labour's gains without a day, in an article that shares `councils` gains of control with another
/// that says when they were; and a running count of that day.
ToldFacts undated(int councils, const char* outcome = "gain") {
  ToldFacts told;
  tell_gains(told, "early", "", 450, "england");
  told.bound("over").partial();
  tell_gains(told, "late", "", 823);
  told.on("");
  for (const char* doc : {"early", "late"}) {
    told.article(doc);
    for (int i = 0; i < councils; ++i) {
      told.outcome("labour", Measure::kControl, outcome);
      told.at(PlaceKind::kCouncil, "council-" + std::to_string(i));
      if (doc == std::string("late")) told.on("");
    }
  }
  return told;
}

}  // namespace

TEST_CASE("running counts: more than so many is replaced by what is far more") {
  const auto replaced = [](const char* early, const char* late, double now) {
    ToldFacts told;
    tell_gains(told, "early", early, 450);
    told.bound("over");
    tell_gains(told, "late", late, now);
    return verdicts_with_areas(told).replaced.size();
  };
  CHECK(replaced("2023-05-05", "2023-05-06", 823) == 1);
  CHECK(replaced("2023-05-05", "2023-05-05", 823) == 1);
  CHECK(replaced("", "", 823) == 1);
  CHECK(replaced("2023-05-05", "", 823) == 1);
  CHECK(replaced("2023-05-06", "2023-05-05", 823) == 0);
  CHECK(replaced("2023-05-05", "2023-05-06", 460) == 0);   // told roughly
  CHECK(replaced("2023-05-05", "2023-05-06", 1900) == 0);  // of other contests
  ToldFacts same;
  tell_gains(same, "one", "", 450);
  same.bound("over");
  same.number("labour", Measure::kSeatsChange, 823).at(PlaceKind::kAll, "");
  CHECK(verdicts_with_areas(same).replaced.empty());  // one article tells both
}

TEST_CASE("running counts: without a day a figure that is not said to be running stays") {
  ToldFacts told;
  tell_gains(told, "early", "", 450);
  tell_gains(told, "late", "", 823);
  CHECK(verdicts_with_areas(told).replaced.empty());
}

TEST_CASE("running counts: a rough figure is shown as it was told, with what came later") {
  ToldFacts told;
  tell_gains(told, "early", "2023-05-05", 450);
  told.bound("over");
  tell_gains(told, "middle", "2023-05-06", 700);
  told.bound("over");
  tell_gains(told, "late", "2023-05-07", 823);
  const Reconciliation all = verdicts_with_areas(told);
  CHECK(all.conflicts.empty());
  CHECK(all.consensus.size() == 1);
  REQUIRE(all.replaced.size() == 2);
  CHECK_FALSE(all.replaced[0].told.value);
  CHECK(all.replaced[0].told.low == 450);
  const std::string text = verdicts_text(all, true, 200);
  for (const char* part : {"450 or more  +823 later, in late; 1: early\n",
                           "700 or more  +823 later, in late; 1: middle\n"}) {
    CAPTURE(part);
    CHECK_MESSAGE(text.find(part) != std::string::npos, text);
  }
}

TEST_CASE("running counts: a table shows what is told where nothing decides") {
  ToldFacts running;
  tell_gains(running, "late", "", 823);
  running.partial();
  const std::string so_far = verdicts_text(verdicts_with_areas(running), true, 200);
  CHECK_MESSAGE(so_far.find(" +823 so far  1: late\n") != std::string::npos, so_far);
  ToldFacts at_odds;
  at_odds.article("a").number("labour", Measure::kSeats, 33);
  at_odds.article("b").number("labour", Measure::kSeats, 23);
  const std::string both = verdicts_text(verdicts_with_areas(at_odds), true, 200);
  CHECK_MESSAGE(both.find(" 23 or 33     2: a, b\n") != std::string::npos, both);
}

TEST_CASE("running counts: what a nation had so far goes into the total, what a county had not") {
  const auto replaced = [](const char* area, bool partial) {
    ToldFacts told;
    tell_gains(told, "early", "2023-05-05", 450, area);
    told.bound("over");
    if (partial) told.partial();
    tell_gains(told, "late", "2023-05-06", 823);
    const Reconciliation all = verdicts_with_areas(told);
    CHECK(all.conflicts.empty());
    const std::string text = verdicts_text(all, true, 200);
    if (!all.replaced.empty())
      CHECK_MESSAGE(text.find("+823 in all contests later, in late; 1: early") != std::string::npos,
                    text);
    return all.replaced.size();
  };
  CHECK(replaced("england", true) == 1);
  CHECK(replaced("england", false) == 0);
  CHECK(replaced("essex-area", true) == 0);
}

TEST_CASE("running counts: an article without a day is placed by the councils that it names") {
  const Reconciliation all = verdicts_with_areas(undated(2));
  CHECK(all.conflicts.empty());
  REQUIRE(all.replaced.size() == 1);
  REQUIRE(all.replaced[0].by);
  CHECK(all.facts[*all.replaced[0].by].article->doc == "late");
  for (const ConsensusRow& row : all.consensus) CHECK(row.subject.election == "2023-05-04");
}

TEST_CASE("running counts: an article without a day is not placed by a guess") {
  CHECK(verdicts_with_areas(undated(1)).replaced.empty());  // one council can be a coincidence
  CHECK(verdicts_with_areas(undated(3, "hold")).replaced.empty());  // as after any election
  ToldFacts other = undated(3);                                     // two elections fit
  other.article("before");
  for (int i = 0; i < 3; ++i) {
    other.outcome("labour", Measure::kControl, "gain").on("2019-05-02");
    other.at(PlaceKind::kCouncil, "council-" + std::to_string(i));
  }
  CHECK(verdicts_with_areas(other).replaced.empty());
}
