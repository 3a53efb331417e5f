#include <CLI/CLI.hpp>
#include <algorithm>
#include <memory>
#include <string>
#include <vector>

#include "cli/commands.h"
#include "cli/common.h"
#include "cli/pattern_text.h"
#include "extractor/example_check.h"
#include "extractor/extractor.h"
#include "output/records/text_width.h"

namespace recount::cli {
namespace {

constexpr const char* kPatternsFooter = R"(
Examples:
  recount patterns check                   the built-in rules
  recount patterns check my-patterns/      a folder laid out like patterns/
  recount patterns list
  recount patterns show change.verb-seats)";

struct PatternOptions {
  std::string directory;
  std::string rule;
};

const char* kind_name(RuleKind kind) {
  switch (kind) {
    case RuleKind::kRewrite:
      return "rewrite";
    case RuleKind::kGuard:
      return "guard";
    case RuleKind::kFact:
      break;
  }
  return "fact";
}

std::vector<const Rule*> all_rules(const RuleSet& rules) {
  std::vector<const Rule*> out;
  for (const auto* list : {&rules.rewrites, &rules.guards, &rules.facts}) {
    for (const Rule& rule : *list) out.push_back(&rule);
  }
  return out;
}

std::string facts_line(const char* label, const std::vector<std::string>& facts) {
  std::string out;
  for (const std::string& fact : facts) out += (out.empty() ? "" : "; ") + fact;
  return "  " + fit(label, 10) + (out.empty() ? "nothing" : out) + '\n';
}

std::string failure_text(const ExampleFailure& failure) {
  const char* kind = failure.example.counter ? "counter" : "example";
  return failure.file + ':' + std::to_string(failure.line) + ": rule " + failure.rule + ": " +
         failure.why + "\n  " + fit(kind, 10) + printable(failure.example.text) + '\n' +
         facts_line("expected", failure.expected) + facts_line("got", failure.got);
}

int check(const PatternOptions& options) {
  const std::optional<Extractor> extractor = load_extractor(options.directory, PatternsForm::kText);
  if (!extractor) return kBadPatterns;
  const ExampleReport report = check_examples(*extractor);
  std::string out;
  for (const ExampleFailure& failure : report.failures) out += failure_text(failure);
  out += std::to_string(report.rules) + " rules, " + std::to_string(report.passed) +
         " examples passed, " + std::to_string(report.failures.size()) + " failed\n";
  const int code = print(out);
  return report.failures.empty() ? code : kBadPatterns;
}

int list(const PatternOptions& options) {
  const std::optional<Extractor> extractor = load_extractor(options.directory, PatternsForm::kText);
  if (!extractor) return kBadPatterns;
  const std::vector<const Rule*> rules = all_rules(extractor->rules());
  std::size_t id_width = 0, file_width = 0;
  for (const Rule* rule : rules) {
    id_width = std::max(id_width, display_width(rule->id));
    file_width = std::max(file_width, display_width(rule->file));
  }
  std::string out;
  for (const Rule* rule : rules) {
    out += fit(rule->id, id_width) + "  " + fit(kind_name(rule->kind), 7) + "  " +
           fit(rule->file, file_width) + "  " + printable(rule->says) + '\n';
  }
  return print(out);
}

int show(const PatternOptions& options) {
  const std::optional<Extractor> extractor = load_extractor(options.directory, PatternsForm::kText);
  if (!extractor) return kBadPatterns;
  const Rule* rule = extractor->rules().find(options.rule);
  if (rule == nullptr) {
    return usage_error("no rule has the id '" + options.rule + "' (see recount patterns list)");
  }
  return print(rule->file + ':' + std::to_string(rule->line) + ": " + kind_name(rule->kind) +
               "\n\n" + rule_source(*rule, options.directory));
}

}  // namespace

void add_patterns(CLI::App& app, int& exit_code) {
  CLI::App* command = app.add_subcommand("patterns", "Check, list or show the rules");
  command->require_subcommand(1);
  command->footer(kPatternsFooter);
  const auto options = std::make_shared<PatternOptions>();

  CLI::App* check_command = command->add_subcommand(
      "check", "Load patterns and run the examples of every rule; exit code 4 if any fails");
  check_command
      ->add_option("directory", options->directory, "Folder; the built-in rules if not given")
      ->type_name("DIR");
  check_command->callback([options, &exit_code] { exit_code = check(*options); });

  CLI::App* list_command = command->add_subcommand(
      "list", "A line for each rule in the order they run: id, kind, file, what it is for");
  add_patterns_option(*list_command, options->directory);
  list_command->callback([options, &exit_code] { exit_code = list(*options); });

  CLI::App* show_command =
      command->add_subcommand("show", "A rule as it is written, with its examples");
  show_command->add_option("id", options->rule, "The rule's id")->type_name("ID")->required();
  add_patterns_option(*show_command, options->directory);
  show_command->callback([options, &exit_code] { exit_code = show(*options); });

  const std::string footer = kPatternsFooter;
  for (CLI::App* sub : {check_command, list_command, show_command}) sub->footer(footer);
}

}  // namespace recount::cli
