#include "output/reconciler/reconciler.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "output/reconciler/verdict_text.h"
#include "tests/support/told.h"

using namespace recount;
using recount::testing::ToldFacts;

namespace {

Reconciliation verdicts(const ToldFacts& told) {
  return reconcile(told.facts(), testing::told_directory());
}

const ConsensusRow* row(const Reconciliation& all, Measure measure, std::string_view party) {
  const auto found = std::ranges::find_if(all.consensus, [&](const ConsensusRow& one) {
    return one.measure == measure && one.party.value_or("") == party;
  });
  return found == all.consensus.end() ? nullptr : &*found;
}

/// What two versions of one page say of Labour's seats, the second a day later.
Reconciliation versions_of_a_page(double early, double late) {
  ToldFacts told;
  told.article("early").page("https://example.org/live", "2023-05-05");
  told.number("labour", Measure::kSeats, early);
  told.article("late").page("https://example.org/live", "2023-05-06");
  told.number("labour", Measure::kSeats, late);
  return verdicts(told);
}

}  // namespace

TEST_CASE("reconcile: two witnesses agree, one is single, what follows is derived") {
  ToldFacts told;
  told.article("a").number("labour", Measure::kSeats, 33).number("", Measure::kCouncilSeats, 59);
  told.article("b").number("labour", Measure::kSeats, 33);
  told.number("labour", Measure::kSeatsBefore, 20);
  const Reconciliation all = verdicts(told);
  CHECK(all.conflicts.empty());
  const ConsensusRow* seats = row(all, Measure::kSeats, "labour");
  REQUIRE(seats);
  CHECK(seats->status == Status::kAgreed);
  CHECK(seats->witnesses == 2);
  CHECK(seats->facts.size() == 2);
  CHECK(std::get<double>(*seats->value) == 33);
  CHECK(row(all, Measure::kCouncilSeats, "")->status == Status::kSingle);
  const ConsensusRow* change = row(all, Measure::kSeatsChange, "labour");
  REQUIRE(change);
  CHECK(change->status == Status::kDerived);
  CHECK(std::get<double>(*change->value) == 13);
  CHECK(row(all, Measure::kControl, "labour")->status == Status::kDerived);
}

TEST_CASE("reconcile: a misread figure is found, and named when the rest decides") {
  ToldFacts told;
  told.article("a")
      .number("labour", Measure::kSeats, 32)
      .number("conservative", Measure::kSeats, 26);
  told.article("b").number("labour", Measure::kSeatsBefore, 20);
  told.number("labour", Measure::kSeatsChange, 18).number("", Measure::kCouncilSeats, 64);
  const Reconciliation all = verdicts(told);
  REQUIRE(all.conflicts.size() == 1);
  const ConflictRow& conflict = all.conflicts[0];
  CHECK(conflict.kind == ConflictKind::kChange);
  CHECK(conflict.law == "before-change-after");
  CHECK(conflict.severity == Severity::kError);
  CHECK(conflict.facts.size() == 3);
  REQUIRE(conflict.correction);
  CHECK(all.facts[conflict.correction->fact].measure == Measure::kSeats);
  CHECK(std::get<double>(conflict.correction->value) == 38);
  CHECK_MESSAGE(conflict.message.find("20 + 18 = 38, not 32") != std::string::npos,
                conflict.message);
  CHECK_MESSAGE(conflict.message.find("make up the whole council") != std::string::npos,
                conflict.message);
}

TEST_CASE("reconcile: a seat of difference to the change is a warning that says why") {
  ToldFacts told;
  told.article("a").number("labour", Measure::kSeatsBefore, 20);
  told.number("labour", Measure::kSeatsChange, 13).number("labour", Measure::kSeats, 32);
  const Reconciliation all = verdicts(told);
  REQUIRE(all.conflicts.size() == 1);
  CHECK(all.conflicts[0].severity == Severity::kWarning);
  CHECK_MESSAGE(all.conflicts[0].message.find("by-elections") != std::string::npos,
                all.conflicts[0].message);
}

TEST_CASE("reconcile: an article counts all its changes from the day that it states once") {
  ToldFacts told;
  told.article("a").number("conservative", Measure::kSeatsChange, 3);
  told.number("independent", Measure::kSeatsChange, 0);
  told.article("b").number("conservative", Measure::kSeatsChange, 9).baseline("eve_of_poll");
  told.number("independent", Measure::kSeatsChange, -6).baseline("unstated");
  CHECK(verdicts(told).conflicts.empty());
  ToldFacts undecided;
  undecided.article("a").number("independent", Measure::kSeatsChange, 0);
  undecided.article("b").number("independent", Measure::kSeatsChange, -6).baseline("unstated");
  CHECK(verdicts(undecided).conflicts.size() == 1);
}

TEST_CASE("reconcile: a conflict says who says what, why it cannot be, and what would mend it") {
  ToldFacts told;
  told.article("a").number("", Measure::kCouncilSeats, 59).number("labour", Measure::kSeats, 33);
  told.article("b").number("conservative", Measure::kSeats, 28);
  const Reconciliation sum = verdicts(told);
  REQUIRE(sum.conflicts.size() == 1);
  CHECK_MESSAGE(sum.conflicts[0].message.starts_with(
                    "Article \"a\" says the council has 59 seats and Labour has 33 seats. Article "
                    "\"b\" says Conservative has 28 seats. 33 + 28 = 61, not 59."),
                sum.conflicts[0].message);
  ToldFacts lead;
  lead.article("a").number("", Measure::kCouncilSeats, 59).number("labour", Measure::kSeats, 33);
  lead.article("b").number("labour", Measure::kMajority, 11);
  const Reconciliation majority = verdicts(lead);
  REQUIRE(majority.conflicts.size() == 1);
  CHECK_MESSAGE(
      majority.conflicts[0].message.find(
          "With 33 seats against the other 26, the majority is 7, not 11.") != std::string::npos,
      majority.conflicts[0].message);
  ToldFacts hung;
  hung.article("a").number("", Measure::kCouncilSeats, 69).number("labour", Measure::kSeats, 32);
  hung.article("b").outcome("labour", Measure::kControl, "hold");
  const Reconciliation control = verdicts(hung);
  REQUIRE(control.conflicts.size() == 1);
  CHECK(control.conflicts[0].severity == Severity::kWarning);
  for (const char* part :
       {"More than half of 69 seats is 35 or more.", "only if the party goes on"}) {
    CAPTURE(part);
    CHECK_MESSAGE(control.conflicts[0].message.find(part) != std::string::npos,
                  control.conflicts[0].message);
  }
}

TEST_CASE("reconcile: one figure in two ways is a conflict of value") {
  ToldFacts told;
  told.article("a").number("labour", Measure::kSeats, 33);
  told.article("b").number("labour", Measure::kSeats, 23);
  const Reconciliation all = verdicts(told);
  REQUIRE(all.conflicts.size() == 1);
  CHECK(all.conflicts[0].kind == ConflictKind::kValue);
  CHECK(all.conflicts[0].law.empty());
  CHECK_FALSE(all.conflicts[0].correction);
  const ConsensusRow* seats = row(all, Measure::kSeats, "labour");
  CHECK(seats->status == Status::kConflicting);
  CHECK_FALSE(seats->value);
}

TEST_CASE("reconcile: the better witnessed of two figures is kept") {
  ToldFacts told;
  told.article("a").number("labour", Measure::kSeats, 33);
  told.article("b").number("labour", Measure::kSeats, 33);
  told.article("c").number("labour", Measure::kSeats, 23);
  const Reconciliation all = verdicts(told);
  REQUIRE(all.conflicts.size() == 1);
  REQUIRE(all.conflicts[0].correction);
  CHECK(all.facts[all.conflicts[0].correction->fact].article->doc == "c");
  CHECK(std::get<double>(*row(all, Measure::kSeats, "labour")->value) == 33);
}

TEST_CASE("reconcile: copies of one text and versions of one page are one witness") {
  ToldFacts told;
  told.article("a", "00000000000000ff").number("labour", Measure::kSeats, 33);
  told.article("b", "00000000000000fe").number("labour", Measure::kSeats, 33);
  CHECK(row(verdicts(told), Measure::kSeats, "labour")->status == Status::kSingle);

  const Reconciliation all = versions_of_a_page(12, 33);
  CHECK(all.conflicts.empty());
  CHECK(std::get<double>(*row(all, Measure::kSeats, "labour")->value) == 33);
}

TEST_CASE("reconcile: a running count below the final one is no conflict") {
  ToldFacts told;
  told.article("a").number("labour", Measure::kSeats, 12).partial();
  told.article("b").number("labour", Measure::kSeats, 33);
  const Reconciliation all = verdicts(told);
  CHECK(all.conflicts.empty());
  CHECK(row(all, Measure::kSeats, "labour")->status == Status::kAgreed);
}

TEST_CASE("reconcile: a total that went on is shown as replaced, and in no conflict") {
  for (const PlaceKind kind : {PlaceKind::kAll, PlaceKind::kArea}) {
    for (const bool partial : {false, true}) {
      CAPTURE(kind == PlaceKind::kAll);
      CAPTURE(partial);
      const std::string place = kind == PlaceKind::kAll ? "" : "england";
      ToldFacts told;
      told.article("early").page("https://example.org/1", "2023-05-05");
      told.number("labour", Measure::kSeatsChange, 310).at(kind, place);
      if (partial) told.partial();
      // On the same day only what is told as a running count is known to be older.
      told.article("late").page("https://example.org/2", partial ? "2023-05-05" : "2023-05-06");
      told.number("labour", Measure::kSeatsChange, 536).at(kind, place);
      const Reconciliation all = verdicts(told);
      CHECK(all.conflicts.empty());
      REQUIRE(all.replaced.size() == 1);
      const auto& [old, by] = all.replaced[0];
      CHECK(old.status == Status::kReplaced);
      CHECK(std::get<double>(*old.value) == 310);
      REQUIRE(by);
      CHECK(all.facts[*by].article->doc == "late");
      REQUIRE(all.consensus.size() == 1);
      CHECK(all.consensus[0].status == Status::kSingle);
      CHECK(std::get<double>(*all.consensus[0].value) == 536);
      const std::string text = verdicts_text(all, true, 200);
      CHECK_MESSAGE(text.find("+310         +536 later, in late; 1: early\n") != std::string::npos,
                    text);
      CHECK_MESSAGE(text.find("; 1 replaced; conflicts: 0 errors") != std::string::npos, text);
    }
  }
}

TEST_CASE("reconcile: no total is replaced by one of other contests or of the same day") {
  const auto replaced = [](double early, double late, const char* day, PlaceKind kind) {
    ToldFacts told;
    told.article("early").page("https://example.org/1", "2023-05-05");
    told.number("labour", Measure::kSeatsChange, early).at(kind, "");
    told.article("late").page("https://example.org/2", day);
    told.number("labour", Measure::kSeatsChange, late).at(kind, "");
    return !verdicts(told).replaced.empty();
  };
  CHECK(replaced(310, 536, "2023-05-06", PlaceKind::kAll));
  CHECK_FALSE(replaced(310, 536, "2023-05-05", PlaceKind::kAll));
  CHECK_FALSE(replaced(536, 310, "2023-05-06", PlaceKind::kAll));
  CHECK_FALSE(replaced(-310, 536, "2023-05-06", PlaceKind::kAll));
  CHECK_FALSE(replaced(120, 536, "2023-05-06", PlaceKind::kAll));
  CHECK_FALSE(replaced(12, 20, "2023-05-06", PlaceKind::kAll));  // of some counties, perhaps
  CHECK_FALSE(replaced(12, 20, "2023-05-06", PlaceKind::kCouncil));
}

TEST_CASE("reconcile: what a later version of a page no longer says is shown as replaced") {
  const Reconciliation all = versions_of_a_page(23, 33);
  CHECK(all.conflicts.empty());
  REQUIRE(all.consensus.size() == 1);
  CHECK(all.consensus[0].status == Status::kSingle);
  REQUIRE(all.replaced.size() == 1);
  CHECK(std::get<double>(*all.replaced[0].told.value) == 23);
}

TEST_CASE("reconcile: councils that no text names, and totals of different articles, stay apart") {
  ToldFacts told;
  told.article("a").number("labour", Measure::kSeats, 12).at(PlaceKind::kUnknown, "");
  told.number("labour", Measure::kSeats, 14).at(PlaceKind::kUnknown, "");
  told.article("b").number("labour", Measure::kSeats, 500).at(PlaceKind::kAll, "");
  told.article("c").number("labour", Measure::kSeats, 90).at(PlaceKind::kAll, "");
  told.article("d").number("labour", Measure::kSeats, 500).at(PlaceKind::kAll, "");
  const Reconciliation all = verdicts(told);
  CHECK(all.conflicts.empty());
  CHECK(all.consensus.size() == 4);
  CHECK(std::ranges::count(all.consensus, Status::kAgreed, &ConsensusRow::status) == 1);
}

TEST_CASE("reconcile: facts without a day join the only election that they fit") {
  ToldFacts told;
  told.article("a").number("labour", Measure::kSeats, 33);
  told.number("conservative", Measure::kSeats, 22);
  told.article("b").number("labour", Measure::kSeats, 33).on("2023");
  told.article("c").number("labour", Measure::kSeats, 33).on("");
  told.number("conservative", Measure::kSeats, 22).on("");
  told.article("d").number("labour", Measure::kSeats, 25).on("2019-05-02");
  told.article("e").number("conservative", Measure::kSeats, 9).on("");  // fits both
  told.article("f").number("labour", Measure::kSeats, 12).on("");       // fits neither
  told.article("g").number("labour", Measure::kSeats, 33).on("");       // can be a coincidence
  const Reconciliation all = verdicts(told);
  CHECK(all.conflicts.empty());
  const ConsensusRow* agreed = row(all, Measure::kSeats, "labour");
  for (const ConsensusRow& one : all.consensus) {
    if (one.status == Status::kAgreed && one.party == "labour") agreed = &one;
  }
  CHECK(agreed->witnesses == 3);
  CHECK(std::ranges::count_if(all.consensus,
                              [](const ConsensusRow& one) { return !one.subject.election; }) == 3);
}

TEST_CASE("reconcile: where all articles are of one day those without a day are of it, too") {
  ToldFacts told;
  told.article("a").number("labour", Measure::kSeats, 33);
  told.article("b").number("labour", Measure::kSeats, 33).on("");
  told.article("c").number("labour", Measure::kSeats, 12).on("");  // contradicts it
  const Reconciliation all = verdicts(told);
  CHECK(all.conflicts.empty());
  REQUIRE(row(all, Measure::kSeats, "labour"));
  CHECK(std::ranges::count_if(all.consensus, [](const ConsensusRow& one) {
          return one.status == Status::kAgreed && one.witnesses == 2;
        }) == 1);
  CHECK(std::ranges::count_if(all.consensus,
                              [](const ConsensusRow& one) { return !one.subject.election; }) == 1);
}

TEST_CASE("reconcile: a copy without a day is of the election of the other") {
  ToldFacts told;
  told.article("a", "00000000000000ff").number("labour", Measure::kSeats, 33);
  told.article("b", "00000000000000fe").number("labour", Measure::kSeats, 33).on("");
  const Reconciliation all = verdicts(told);
  REQUIRE(all.consensus.size() == 1);
  CHECK(all.consensus[0].facts.size() == 2);
}

TEST_CASE("reconcile: a council that did not exist on that day") {
  ToldFacts told;
  told.article("a").number("labour", Measure::kSeats, 33).at(PlaceKind::kCouncil, "gone");
  const Reconciliation all = verdicts(told);
  REQUIRE(all.conflicts.size() == 1);
  CHECK(all.conflicts[0].kind == ConflictKind::kRegistry);
}

TEST_CASE("reconcile: the order of facts does not matter, and a fact twice is one") {
  ToldFacts told;
  told.article("a").number("labour", Measure::kSeats, 33).number("", Measure::kCouncilSeats, 59);
  told.article("b")
      .number("labour", Measure::kSeats, 32)
      .outcome("labour", Measure::kControl, "gain");
  told.article("c").outcome("noc", Measure::kControl, "now");
  std::vector<Fact> facts = told.facts();
  const Reconciliation before = reconcile(facts, testing::told_directory());
  std::ranges::reverse(facts);
  facts.push_back(facts.front());
  const Reconciliation after = reconcile(facts, testing::told_directory());
  REQUIRE(before.conflicts.size() == after.conflicts.size());
  CHECK_FALSE(before.conflicts.empty());
  for (std::size_t i = 0; i < before.conflicts.size(); ++i) {
    CHECK(before.conflicts[i].id == after.conflicts[i].id);
    CHECK(before.conflicts[i].message == after.conflicts[i].message);
  }
  REQUIRE(before.consensus.size() == after.consensus.size());
  for (std::size_t i = 0; i < before.consensus.size(); ++i)
    CHECK(before.consensus[i].facts == after.consensus[i].facts);
}
