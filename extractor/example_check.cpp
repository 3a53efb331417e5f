#include "extractor/example_check.h"

#include <algorithm>
#include <cstdio>
#include <optional>

namespace recount {
namespace {

constexpr const char* kDefaultDay = "2023-05-05";

std::vector<std::string> as_set(std::vector<std::string> texts) {
  std::sort(texts.begin(), texts.end());
  texts.erase(std::unique(texts.begin(), texts.end()), texts.end());
  return texts;
}

/// Whether the trace shows such an event of the rule.
bool has_event(const Trace& trace, const Rule& rule, TraceKind kind) {
  for (const TraceSentence& sentence : trace.sentences) {
    for (const TraceEvent& event : sentence.events) {
      if (event.kind == kind && event.rule == rule.id) return true;
    }
  }
  return false;
}

/// Whether the rule took part, or nothing if that cannot be told.
std::optional<bool> took_part(const Rule& rule, const std::vector<Fact>& facts,
                              const Trace& trace) {
  if (rule.kind == RuleKind::kRewrite) return std::nullopt;
  if (rule.kind == RuleKind::kGuard) return has_event(trace, rule, TraceKind::kGuard);
  if (rule.yields.empty()) return has_event(trace, rule, TraceKind::kMatch);
  // What a heading says of a name below it is a fact of the heading's rule: only the trace tells.
  const bool headed = std::any_of(rule.yields.begin(), rule.yields.end(),
                                  [](const Yield& yield) { return yield.head; });
  if (headed && has_event(trace, rule, TraceKind::kFrame)) return true;
  return std::any_of(facts.begin(), facts.end(),
                     [&](const Fact& fact) { return fact.rule == rule.id; });
}

void check_example(const Extractor& extractor, const Rule& rule, const Example& example,
                   ExampleReport& report) {
  Document document;
  document.id = "example";
  document.text = example.text;
  if (!example.title.empty()) document.metadata.title = example.title;
  if (!example.source.empty()) document.metadata.source = example.source;
  document.metadata.published = example.published.empty() ? kDefaultDay : example.published;
  Trace trace;
  const std::vector<Fact> facts = extractor.extract(document, &trace);

  std::vector<std::string> got;
  for (const Fact& fact : facts) got.push_back(example_text(fact));
  got = as_set(std::move(got));
  std::vector<std::string> expected = as_set(example.facts);
  const std::optional<bool> part = took_part(rule, facts, trace);

  const char* why = nullptr;
  if (example.counter && part.value_or(false)) {
    why = "the rule takes part in its counter-example";
  } else if (got != expected && !(example.counter && expected.empty())) {
    why = "the facts differ";
  } else if (!example.counter && !part.value_or(true)) {
    why = "the rule takes no part in its example";
  }
  if (why == nullptr) {
    ++report.passed;
  } else {
    report.failures.push_back(
        {rule.id, rule.file, rule.line, example, why, std::move(expected), std::move(got)});
  }
}

}  // namespace

std::string example_text(const Fact& fact) {
  std::string out = fact.place_kind == PlaceKind::kAll       ? "*"
                    : fact.place_kind == PlaceKind::kUnknown ? "?"
                                                             : fact.place.value_or("?");
  out += ' ' + fact.party.value_or("-") + ' ';
  out += measure_name(fact.measure);
  if (fact.outcome.empty()) {
    char number[32];
    std::snprintf(number, sizeof number, " %.10g", fact.number);
    out += number;
  } else {
    (out += ' ').append(fact.outcome);
  }
  if (fact.bound != "exact") (out += ' ').append(fact.bound);
  if (fact.partial) out += " partial";
  return out;
}

ExampleReport check_examples(const Extractor& extractor) {
  ExampleReport report;
  const RuleSet& rules = extractor.rules();
  for (const auto* list : {&rules.rewrites, &rules.guards, &rules.facts}) {
    for (const Rule& rule : *list) {
      ++report.rules;
      for (const Example& example : rule.examples) check_example(extractor, rule, example, report);
    }
  }
  return report;
}

}  // namespace recount
