#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>

#include "cli/commands.h"
#include "cli/common.h"
#include "cli/explanation.h"
#include "cli/one_article.h"
#include "extractor/extractor.h"

namespace recount::cli {
namespace {

constexpr const char* kExplainFooter = R"(
Examples:
  recount explain article.txt
  recount explain page.html
  recount explain article.txt --rule change.verb-seats
  recount explain article.txt --at 1830       the sentence that holds this byte
  echo "Labour gained four seats in Medway." | recount explain -

For each sentence: its classes, the sketch on which rules work, the rules that fired, how their slots
were filled, what was dropped and why, and the facts.)";

struct ExplainOptions {
  std::string input;
  std::string patterns;
  ExplanationFilter filter;
  SourceOptions source;
  Metadata overrides;
};

int run(const ExplainOptions& options) {
  const std::optional<Extractor> extractor = load_extractor(options.patterns);
  if (!extractor) return kBadPatterns;
  const ExplanationFilter& filter = options.filter;
  if (!filter.rule.empty() && extractor->rules().find(filter.rule) == nullptr) {
    return usage_error("no rule has the id '" + filter.rule + "' (see recount patterns list)");
  }
  const std::optional<Reading> one =
      read_one_article(options.input, options.source, options.overrides);
  if (!one) return usage_error(options.input + ": explain takes one article");
  const Reading& reading = *one;
  for (const Error& error : reading.errors) report(error.message);
  if (!reading.document) return kNoInput;

  Trace trace;
  const std::vector<Fact> facts = extractor->extract(*reading.document, &trace);
  if (filter.at && std::none_of(trace.sentences.begin(), trace.sentences.end(),
                                [&](const TraceSentence& s) { return holds(s, *filter.at); })) {
    return usage_error("no sentence holds byte " + std::to_string(*filter.at));
  }
  const int code = print(explanation(*reading.document, trace, facts, filter, output_has_colour()));
  return reading.errors.empty() ? code : kSomeFailed;
}

}  // namespace

void add_explain(CLI::App& app, int& exit_code) {
  CLI::App* command = app.add_subcommand("explain", "Show how the facts in an article came about");
  const auto options = std::make_shared<ExplainOptions>();
  command->add_option("input", options->input, "An article, or - for standard input")
      ->type_name("FILE|-")
      ->required();
  command->add_option("--rule", options->filter.rule, "Only sentences where this rule took part")
      ->type_name("ID");
  command->add_option("--at", options->filter.at, "Only the sentence that holds this byte")
      ->type_name("BYTE");
  command->add_flag("--all", options->filter.all, "Also sentences in which no rule took part");
  add_patterns_option(*command, options->patterns);
  add_size_option(*command, options->source.max_document);
  add_metadata_options(*command, options->overrides);
  command->footer(kExplainFooter);
  command->callback([options, &exit_code] { exit_code = run(*options); });
}

}  // namespace recount::cli
