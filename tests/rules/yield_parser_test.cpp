#include "extractor/rules/yield_parser.h"

#include <doctest/doctest.h>

#include "tests/support/mini_patterns.h"

using namespace recount;

namespace {

/// A rule whose pattern has the slots dir, n (twice), who and place.
const Rule& rule() {
  static const Rule parsed = [] {
    Rule out;
    PatternError error;
    out.pattern = parse_pattern("dir:<gained> ( n:<n> | n:<year> ) who:<party>? place:<council>?",
                                test::mini().lexicon().symbols, {}, error);
    return out;
  }();
  return parsed;
}

Yield good(std::string_view text) {
  Yield out;
  std::string piece, message;
  CAPTURE(text);
  const bool parsed = parse_yield(text, rule(), test::mini().lexicon(), out, piece, message);
  CAPTURE(message);
  CHECK(parsed);
  return out;
}

std::string bad(std::string_view text) {
  Yield out;
  std::string piece, message;
  CAPTURE(text);
  CHECK_FALSE(parse_yield(text, rule(), test::mini().lexicon(), out, piece, message));
  return piece + ": " + message;
}

using Slots = std::vector<int>;

}  // namespace

TEST_CASE("a yield takes its value from a slot") {
  const Yield yield = good("seats n of subject");
  CHECK(yield.measure == Measure::kSeats);
  CHECK(yield.value_slots == Slots{1, 2});
  CHECK(yield.factor_slots.empty());
  CHECK_FALSE(yield.literal);
  CHECK(yield.sign == 1);
  CHECK(yield.who == Who::kSubject);
  CHECK(yield.where == Where::kContext);
}

TEST_CASE("a yield may turn or multiply its value") {
  CHECK(good("seats_change -n of subject").sign == -1);
  const Yield product = good("seats_change dir*n of subject");
  CHECK(product.factor_slots == Slots{0});
  CHECK(product.value_slots == Slots{1, 2});
  CHECK(good("seats_change -dir*n of subject").sign == -1);
}

TEST_CASE("a yield may have its value in the rule") {
  CHECK(good("seats_change 0 of subject").literal);
  CHECK(good("seats_change -3 of subject").number == -3);
  CHECK(good("turnout 36.5").number == 36.5);
}

TEST_CASE("a yield of an outcome has a word for its value") {
  CHECK(good("control gain of subject").outcome == "gain");
  CHECK(good("control hold of subject").outcome == "hold");
  CHECK(good("control loss of subject").outcome == "loss");
  CHECK(good("control_before now of who").outcome == "now");
  CHECK(good("largest_party now of who").outcome == "now");
  CHECK(bad("control n of subject").find("n: ") == 0);
  CHECK(bad("control_before gain of subject").find("gain: ") == 0);
  CHECK(bad("seats now of subject").find("now: ") == 0);
}

TEST_CASE("a yield tells whose figure it is") {
  CHECK(good("seats n of last").who == Who::kLast);
  CHECK(good("seats n of who").who_slots == Slots{3});
  const Yield noc = good("control gain of =noc");
  CHECK(noc.who == Who::kParty);
  CHECK(noc.party == test::mini().lexicon().party_named("noc"));
  CHECK(good("turnout n").who == Who::kNobody);
  CHECK(bad("seats n of =nobody") == "=nobody: no such party");
  CHECK(bad("seats n of them") == "them: the pattern has no such slot");
  CHECK(bad("seats n").find("needs 'of'") != std::string::npos);
  CHECK(bad("turnout n of subject").find("has no party") != std::string::npos);
}

TEST_CASE("a yield may tell where it is") {
  const Yield yield = good("seats n of subject in place");
  CHECK(yield.where == Where::kSlot);
  CHECK(yield.where_slots == Slots{4});
  CHECK(bad("seats n of subject in town") == "town: the pattern has no such slot");
}

TEST_CASE("a carried yield needs a party only") {
  const Yield yield = good("carry n of who");
  CHECK(yield.carry);
  CHECK(yield.value_slots == Slots{1, 2});
  CHECK(bad("carry n").find("expected 'of'") != std::string::npos);
}

TEST_CASE("what is no yield is told with the piece that offends") {
  CHECK(bad("") == ": expected MEASURE VALUE");
  CHECK(bad("seats") == "seats: expected MEASURE VALUE");
  CHECK(bad("chairs n of subject") == "chairs: no such measure");
  CHECK(bad("seats m of subject") == "m: the pattern has no such slot");
  CHECK(bad("seats sign*n of subject") == "sign: the pattern has no such slot");
  CHECK(bad("seats dir*m of subject") == "m: the pattern has no such slot");
  CHECK(bad("seats n of") == "of: expected a word after it");
  CHECK(bad("seats n by subject").find("by: expected 'of'") == 0);
  CHECK(bad("seats n of subject in place now") == "now: expected a word after it");
}
