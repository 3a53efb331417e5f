#include "output/review/review.h"

#include <doctest/doctest.h>

#include "extractor/facts/fact_id.h"
#include "output/review/review_score.h"
#include "tests/support/sample_fact.h"
#include "tests/support/temp_folder.h"
#include "tests/support/told.h"

namespace recount {
namespace {

using testing::sample_fact;
using testing::TempFolder;

CouncilEntry council(const std::string& id, const std::string& name, const std::string& official) {
  CouncilEntry out;
  out.id = out.democracy_club = id;
  out.name = name;
  out.official = official;
  return out;
}

Registry registry() {
  Registry out;
  out.councils = {council("luton", "Luton", "Luton Borough Council"),
                  council("medway", "Medway", "Medway Council")};
  out.areas.resize(1);
  out.areas[0].id = "kent-area";
  out.areas[0].name = "Kent";
  return out;
}

CheckedFact correction(const std::string& changes) {
  return {sample_fact().id, "medway", Opinion::kCorrect, changes, "", ""};
}

TEST_CASE("review: a verdict in a line") {
  const Result<CheckedFact> full = parse_checked_fact(
      R"({"fact":"0123456789abcdef","doc":"medway","verdict":"correct","corrected":{"value":16},)"
      R"("note":"misread","time":"2023-05-06T10:00:00.000Z","later":[1]})");
  REQUIRE(full.ok());
  CHECK(full.value().fact == 0x0123456789abcdef);
  CHECK(full.value().doc == "medway");
  CHECK(full.value().opinion == Opinion::kCorrect);
  CHECK(full.value().corrected == R"({"value":16})");
  CHECK(full.value().note == "misread");
  CHECK(full.value().time == "2023-05-06T10:00:00.000Z");
  const Result<CheckedFact> least =
      parse_checked_fact(R"({"fact":"0000000000000001","verdict":"accept","note":null})");
  REQUIRE(least.ok());
  CHECK(least.value().opinion == Opinion::kAccept);
  CHECK(least.value().note.empty());
}

TEST_CASE("review: what is no verdict is told") {
  const std::vector<std::pair<const char*, const char*>> lines{
      {"", "expected a JSON object"},
      {"[]", "expected a JSON object"},
      {R"({"verdict":"accept"})", "\"fact\": expected the id"},
      {R"({"fact":"12","verdict":"accept"})", "\"fact\": expected the id"},
      {R"({"fact":"000000000000000g","verdict":"accept"})", "\"fact\": expected the id"},
      {R"({"fact":1,"verdict":"accept"})", "\"fact\": expected the id"},
      {R"({"fact":"0000000000000001"})", "\"verdict\": expected accept, reject or correct"},
      {R"({"fact":"0000000000000001","verdict":"maybe"})", "\"verdict\": expected"},
      {R"({"fact":"0000000000000001","verdict":"reject","note":3})", "\"note\": expected a string"},
      {R"({"fact":"0000000000000001","verdict":"correct"})", "\"corrected\": expected an object"},
      {R"({"fact":"0000000000000001","verdict":"correct","corrected":{}})", "\"corrected\": exp"},
      {R"({"fact":"0000000000000001","verdict":"correct","corrected":{"id":"x"}})", "not \"id\""},
      {R"({"fact":"0000000000000001","verdict":"correct","corrected":{"value":[]}})", "\"value\""},
      {R"({"fact":"0000000000000001","verdict":"accept","corrected":{"value":1}})",
       "expected null"},
  };
  for (const auto& [line, told] : lines) {
    CAPTURE(line);
    const Result<CheckedFact> checked = parse_checked_fact(line);
    REQUIRE(!checked.ok());
    CHECK(checked.error().code == ErrorCode::kBadRecord);
    CHECK_MESSAGE(checked.error().message.find(told) != std::string::npos, checked.error().message);
  }
}

TEST_CASE("review: of a file the last verdict on a fact counts, a bad line is told") {
  const TempFolder folder;
  const std::string path = folder.write("verdicts.jsonl",
                                        "{\"fact\":\"0000000000000001\",\"verdict\":\"accept\"}\n\n"
                                        "oops\n"
                                        "{\"fact\":\"0000000000000001\",\"verdict\":\"reject\"}\n"
                                        "{\"fact\":\"0000000000000002\",\"verdict\":\"accept\"}\n");
  std::vector<Error> errors;
  const Review review = read_review(path, errors);
  CHECK(review.size() == 2);
  REQUIRE(review.find(1) != nullptr);
  CHECK(review.find(1)->opinion == Opinion::kReject);
  CHECK(review.find(3) == nullptr);
  REQUIRE(errors.size() == 1);
  CHECK(errors[0].message == path + ":3: expected a JSON object");
  errors.clear();
  CHECK(read_review(folder.path("none"), errors).empty());
  REQUIRE(errors.size() == 1);
  CHECK(errors[0].code == ErrorCode::kUnreadable);
  CHECK(review.hash() != Review().hash());
}

TEST_CASE("review: a corrected fact is the fact with what hangs on the correction") {
  const Fact fact = sample_fact();
  const Result<Fact> value =
      corrected(fact, correction(R"({"value":16,"bound":"exact"})"), registry());
  REQUIRE(value.ok());
  CHECK(value.value().number == 16);
  CHECK(value.value().bound == "exact");
  CHECK(value.value().id != fact.id);
  CHECK(value.value().election_id == fact.election_id);
  CHECK(value.value().quote == fact.quote);
  CHECK(value.value().article == fact.article);

  const Result<Fact> measure =
      corrected(fact, correction(R"({"measure":"turnout","value":32.5})"), registry());
  REQUIRE(measure.ok());
  CHECK(!measure.value().party);
  CHECK(!measure.value().baseline);

  const Result<Fact> place = corrected(fact, correction(R"({"place":"luton"})"), registry());
  REQUIRE(place.ok());
  CHECK(place.value().place_name == "Luton");
  CHECK(place.value().election_id == "local.luton.2023-05-04");
}

TEST_CASE("review: a place of an id that nobody has is refused, all together is none") {
  const Fact fact = sample_fact();
  const Result<Fact> wrong = corrected(fact, correction(R"({"place":"narnia"})"), registry());
  REQUIRE(!wrong.ok());
  CHECK(wrong.error().message ==
        "\"place\": expected the id of a council or an area, not \"narnia\"");
  const Result<Fact> all = corrected(
      fact, correction(R"({"place_kind":"all","place":null,"place_name":null})"), registry());
  REQUIRE(all.ok());
  CHECK(all.value().place_kind == PlaceKind::kAll);
  CHECK(!all.value().place);
  CHECK(!all.value().election_id);
}

TEST_CASE("review: a place that is corrected by name is looked up") {
  const Fact fact = sample_fact();
  const auto named = [&](const std::string& name) {
    const Result<Fact> out =
        corrected(fact, correction(R"({"place_name":")" + name + "\"}"), registry());
    REQUIRE(out.ok());
    return out.value();
  };
  CHECK(named("luton borough council").place == "luton");
  CHECK(named("KENT").place == "kent-area");
  CHECK(named("KENT").place_kind == PlaceKind::kArea);
  CHECK(!named("KENT").election_id);
  const Fact unknown = named("Narnia");
  CHECK(!unknown.place);
  CHECK(unknown.place_name == "Narnia");
  CHECK(unknown.place_kind == PlaceKind::kUnknown);
  const Result<Fact> none = corrected(fact, correction(R"({"place":null})"), registry());
  REQUIRE(none.ok());
  CHECK(none.value().place_kind == PlaceKind::kUnknown);
  CHECK(!none.value().place_name);
}

TEST_CASE("review: a correction that makes no fact is an error and the fact is left out") {
  const Fact fact = sample_fact();
  for (const char* changes :
       {R"({"value":"gain"})", R"({"value":null})", R"({"measure":"weather"})", R"({"party":null})",
        R"({"bound":"roughly"})", R"({"election":"May"})", R"({"partial":"yes"})",
        R"({"measure":"control"})", R"({"place_kind":"town"})"}) {
    CAPTURE(changes);
    CHECK(!corrected(fact, correction(changes), registry()).ok());
    Review review;
    review.add(correction(changes));
    std::vector<Fact> facts{fact};
    std::vector<Error> errors;
    CHECK(apply_review(review, registry(), facts, errors).rejected == 1);
    CHECK(facts.empty());
    REQUIRE(errors.size() == 1);
    CHECK(errors[0].message.starts_with("medway: the correction of fact 0123456789abcdef"));
  }
}

TEST_CASE("review: rejected facts are left out, corrected ones put in their places") {
  testing::ToldFacts told;
  told.article("a");
  for (int i = 0; i < 4; ++i) told.number("labour", Measure::kSeats, 10 + i);
  std::vector<Fact> facts = told.facts();
  Review review;
  review.add({facts[0].id, "a", Opinion::kAccept, "", "", ""});
  review.add({facts[1].id, "a", Opinion::kReject, "", "", ""});
  review.add({facts[2].id, "a", Opinion::kCorrect, R"({"value":99})", "", ""});
  review.add({1, "b", Opinion::kReject, "", "", ""});
  std::vector<Error> errors;
  const ReviewCounts counts = apply_review(review, registry(), facts, errors);
  CHECK(errors.empty());
  CHECK(counts.accepted == 1);
  CHECK(counts.rejected == 1);
  CHECK(counts.corrected == 1);
  REQUIRE(facts.size() == 3);
  CHECK(facts[0].number == 10);
  CHECK(facts[1].number == 99);
  CHECK(facts[2].number == 13);
}

TEST_CASE("review: precision by rule") {
  testing::ToldFacts told;
  told.article("a");
  for (int i = 0; i < 6; ++i) told.number("labour", Measure::kSeats, i);
  std::vector<Fact> facts = told.facts();
  for (std::size_t i = 0; i < facts.size(); ++i) facts[i].rule = i < 4 ? "one" : "two";
  facts.push_back(facts.front());  // once more
  Review review;
  review.add({facts[0].id, "a", Opinion::kAccept, "", "", ""});
  review.add({facts[1].id, "a", Opinion::kAccept, "", "", ""});
  review.add({facts[2].id, "a", Opinion::kReject, "", "a forecast", ""});
  review.add({facts[3].id, "a", Opinion::kCorrect, R"({"value":9})", "", ""});
  review.add({77, "b", Opinion::kAccept, "", "", ""});
  const ReviewScore score = score_review(facts, review);
  CHECK(score.total.facts == 6);
  CHECK(score.total.judged() == 4);
  CHECK(score.total.precision() == 0.5);
  CHECK(score.by_rule.at("one").wrong() == 2);
  CHECK(score.by_rule.at("two").judged() == 0);
  CHECK(score.unmatched == 1);
  const std::string text = review_text(score);
  CHECK(text.find("one                   4          4          2          1          1      0.500"
                  "   0.150 to 0.850\n") != std::string::npos);
  CHECK(text.find("1 rule with 2 facts has no verdict yet.") != std::string::npos);
  CHECK(text.find("1 verdict is on a fact that is not among these.") != std::string::npos);
  CHECK(wrong_facts_text(score) ==
        "REJECTED  a: medway labour seats 2 (one): a forecast\n          \"2\"\n"
        "CORRECTED a: medway labour seats 3 (one) to {\"value\":9}\n          \"3\"\n");
}

TEST_CASE("review: how far precision may be from what was seen") {
  // Published examples of Wilson's interval: 0 of 10 and 81 of 263 (Newcombe 1998, method 3).
  const ShareInterval none = precision_interval({10, 0, 10, 0});
  CHECK(none.low == 0);
  CHECK(none.high == doctest::Approx(0.2775).epsilon(0.001));
  const ShareInterval some = precision_interval({263, 81, 182, 0});
  CHECK(some.low == doctest::Approx(0.2553).epsilon(0.001));
  CHECK(some.high == doctest::Approx(0.3662).epsilon(0.001));
  CHECK(precision_interval({}).high == 1);
}

}  // namespace
}  // namespace recount
