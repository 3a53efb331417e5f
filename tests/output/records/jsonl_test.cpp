#include "output/records/jsonl.h"

#include <doctest/doctest.h>

#include "tests/support/sample_fact.h"

namespace recount {
namespace {

using testing::sample_fact;

/// The line with the first `from` replaced.
std::string with(std::string line, const std::string& from, const std::string& to) {
  const std::size_t at = line.find(from);
  REQUIRE(at != std::string::npos);
  return line.replace(at, from.size(), to);
}

TEST_CASE("jsonl: every key in its order") {
  CHECK(to_json_line(sample_fact()) ==
        R"({"id":"0123456789abcdef","doc":"medway","source":"BBC News",)"
        R"("url":"https://example.org/medway","published":"2023-05-05",)"
        R"("fingerprint":"fedcba9876543210","election":"2023-05-04",)"
        R"("election_id":"local.medway.2023-05-04","place_kind":"council","place":"medway",)"
        R"("place_name":"Medway","party":"labour","measure":"seats_change","value":4,)"
        R"("bound":"over","partial":true,"baseline":"unstated",)"
        R"("quote":"Labour gained more than four seats","start":10,"end":44,)"
        R"("rule":"change.gained","confidence":0.9})");
}

TEST_CASE("jsonl: null for what is unknown") {
  CHECK(
      to_json_line(Fact()) ==
      R"({"id":"0000000000000000","doc":"","source":null,"url":null,"published":null,"fingerprint":"",)"
      R"("election":null,"election_id":null,"place_kind":"unknown","place":null,)"
      R"("place_name":null,"party":null,"measure":"seats","value":0,"bound":"exact",)"
      R"("partial":false,"baseline":null,"quote":"","start":0,"end":0,"rule":"",)"
      R"("confidence":0.0})");
}

TEST_CASE("jsonl: numbers and outcomes as a reader expects them") {
  const auto value = [](Measure measure, double number, const char* outcome = "") {
    Fact fact = sample_fact();
    fact.measure = measure;
    fact.number = number;
    fact.outcome = outcome;
    const std::string line = to_json_line(fact);
    const std::size_t begin = line.find("\"value\":") + 8;
    return line.substr(begin, line.find(",\"bound\"") - begin);
  };
  CHECK(value(Measure::kSeatsChange, -3) == "-3");
  CHECK(value(Measure::kSeatsWon, 1326) == "1326");
  CHECK(value(Measure::kVoteShare, 39.5) == "39.5");
  CHECK(value(Measure::kTurnout, 33.33) == "33.33");
  CHECK(value(Measure::kTurnout, 32) == "32");
  CHECK(value(Measure::kControl, 0, "gain") == "\"gain\"");
}

TEST_CASE("jsonl: confidence has three decimals at most") {
  Fact fact = sample_fact();
  fact.confidence = 0.87654321;
  CHECK(to_json_line(fact).find("\"confidence\":0.877}") != std::string::npos);
}

TEST_CASE("jsonl: one line of valid UTF-8 whatever the quote holds") {
  Fact fact = sample_fact();
  fact.quote = std::string("a\xff\nb\0\"\xc3", 7);
  Provenance article;
  article.source = "caf\xe9";
  fact.article = std::make_shared<const Provenance>(article);
  const std::string line = to_json_line(fact);
  CHECK(line.find('\n') == std::string::npos);
  CHECK(line.find("\"quote\":\"a\xef\xbf\xbd\\nb\\u0000\\\"\xef\xbf\xbd\"") != std::string::npos);
  CHECK(line.find("caf\xef\xbf\xbd") != std::string::npos);
}

TEST_CASE("jsonl: a record read back gives the same line") {
  Fact outcome = sample_fact();
  outcome.measure = Measure::kControl;
  outcome.outcome = "hold";
  outcome.number = 0;
  outcome.baseline.reset();
  Fact share = sample_fact();
  share.measure = Measure::kVoteShare;
  share.number = 39.5;
  share.place_kind = PlaceKind::kAll;
  share.place.reset();
  share.quote = "caf\xc3\xa9 \xe2\x80\x93 \"39.5%\"\n";
  for (const Fact& fact : {sample_fact(), outcome, share, Fact()}) {
    const std::string line = to_json_line(fact);
    CAPTURE(line);
    const Result<Fact> back = parse_fact(line);
    REQUIRE(back.ok());
    CHECK(back.value().quote == fact.quote);
    CHECK(back.value().number == fact.number);
    CHECK(back.value().outcome == fact.outcome);
    CHECK(back.value().place_kind == fact.place_kind);
    CHECK(to_json_line(back.value()) == line);
  }
}

TEST_CASE("jsonl: keys of other names are passed over") {
  const Result<Fact> fact = parse_fact(with(to_json_line(sample_fact()), "{", "{\"extra\":[1],"));
  REQUIRE(fact.ok());
  CHECK(fact.value().party == "labour");
}

TEST_CASE("jsonl: what is no record is refused with the key and what was expected") {
  const std::string line = to_json_line(sample_fact());
  const auto message = [](const std::string& text) {
    const Result<Fact> fact = parse_fact(text);
    if (fact.ok()) return std::string("accepted");
    CHECK(fact.error().code == ErrorCode::kBadRecord);
    return fact.error().message;
  };
  CHECK(message("") == "expected a JSON object");
  CHECK(message("[]") == "expected a JSON object");
  CHECK(message(line + "x") == "expected a JSON object");
  CHECK(message(with(line, "\"doc\"", "\"dok\"")) == "\"doc\": expected the key to be there");
  CHECK(message(with(line, "\"BBC News\"", "7")) == "\"source\": expected a string or null");
  CHECK(message(with(line, "\"council\"", "\"town\"")) ==
        "\"place_kind\": expected council, area, all or unknown");
  CHECK(message(with(line, "seats_change", "seats_lost")) == "\"measure\": expected a measure");
  CHECK(message(with(line, "\"value\":4", "\"value\":\"4\"")) == "\"value\": expected a number");
  CHECK(message(with(line, "seats_change", "control")) == "\"value\": expected a string");
  CHECK(message(with(line, "\"over\"", "\"above\"")) ==
        "\"bound\": expected exact, over, under or about");
  CHECK(message(with(line, "\"unstated\"", "\"never\"")) == "\"baseline\": expected a baseline");
  CHECK(message(with(line, "true", "1")) == "\"partial\": expected true or false");
  CHECK(message(with(line, "\"start\":10", "\"start\":-1")) ==
        "\"start\": expected a number of bytes");
  CHECK(message(with(line, "\"end\":44", "\"end\":4294967296")) ==
        "\"end\": expected a number of bytes");
  CHECK(message(with(line, "\"end\":44", "\"end\":9")) ==
        "\"end\": expected an offset that is not before start");
  CHECK(message(with(line, "0.9", "1.5")) == "\"confidence\": expected a number from 0 to 1");
}

}  // namespace
}  // namespace recount
