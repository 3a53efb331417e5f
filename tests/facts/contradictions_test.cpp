#include "extractor/facts/contradictions.h"

#include <doctest/doctest.h>

#include "tests/support/mini_patterns.h"

using namespace recount;

namespace {

/// Party, measure and value of the facts of an article about Luton.
std::string told(const std::string& text, Trace* trace = nullptr) {
  Document document{"doc", text, {}};
  document.metadata.title = "Luton council election results";
  document.metadata.published = "2023-05-05";
  std::string out;
  for (const Fact& fact : test::real().extract(document, trace)) {
    if (!out.empty()) out += ", ";
    out += fact.party.value_or("-") + ' ' + std::string(measure_name(fact.measure)) + ' ' +
           (fact.outcome.empty() ? std::to_string(static_cast<int>(fact.number))
                                 : std::string(fact.outcome));
  }
  return out;
}

}  // namespace

TEST_CASE("contradictions: of two figures the first stays, unless the second names its council") {
  CHECK(told("Labour has 30 seats. It was a long night. Labour has 28 seats.") ==
        "labour seats 30");
  CHECK(told("Labour has 30 seats. It was a long night. Labour has 28 seats on Luton council.") ==
        "labour seats 30, labour seats 28");
  CHECK(told("Turnout was 31%. It was a long night. Turnout was 36.5%.") == "- turnout 31");
}

TEST_CASE("contradictions: other parties, measures and rounded or running figures are none") {
  CHECK(
      told("Labour has 30 seats. The Liberal Democrats have 15 seats. Labour gained two seats.") ==
      "labour seats 30, liberal-democrat seats 15, labour seats_change 2");
  CHECK(told("Labour has nearly 40 seats. It was a long night. Labour has 38 seats.") ==
        "labour seats 40, labour seats 38");
  CHECK(told("So far Labour has 20 seats. It was a long night. Labour has 30 seats.") ==
        "labour seats 20, labour seats 30");
}

TEST_CASE("contradictions: what most parties are told of twice are two states of the council") {
  CHECK(told("Labour 30, Liberal Democrats 15, Conservatives 3. It was a long night. Labour 28, "
             "Liberal Democrats 16, Conservatives 4.") ==
        "labour seats 30, liberal-democrat seats 15, conservative seats 3, labour seats 28, "
        "liberal-democrat seats 16, conservative seats 4");
}

TEST_CASE("contradictions: before the vote there are two states") {
  CHECK(told("Labour had 30 seats before the election. It was a long night. Labour previously held "
             "28 seats.") == "labour seats_before 30, labour seats_before 28");
}

TEST_CASE("contradictions: what is dropped is told to those who ask") {
  Trace trace;
  told("Labour has 30 seats. It was a long night. Labour has 28 seats.", &trace);
  std::string dropped;
  for (const TraceSentence& sentence : trace.sentences) {
    for (const TraceEvent& event : sentence.events) {
      if (event.kind == TraceKind::kDropped) dropped += event.text;
    }
  }
  CHECK(dropped.find("contradicts what is told at byte") != std::string::npos);
}
