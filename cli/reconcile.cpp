#include <CLI/CLI.hpp>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "cli/commands.h"
#include "cli/common.h"
#include "cli/fact_input.h"
#include "extractor/facts/registry.h"
#include "output/reconciler/reconciler.h"
#include "output/reconciler/verdict_records.h"
#include "output/reconciler/verdict_text.h"

namespace recount::cli {
namespace {

constexpr const char* kFooter = R"(
Examples:
  recount extract articles/ -o facts.jsonl && recount reconcile facts.jsonl
  recount reconcile facts.jsonl -o verdicts/          consensus.jsonl and conflicts.jsonl
  recount reconcile facts.jsonl --only conflicts -o - conflicts as JSON, one a line
  recount reconcile facts.jsonl --fail-on conflict    exit code 5 if there are any

The result does not depend on the order of the facts.)";

struct ReconcileOptions {
  std::vector<std::string> inputs;
  std::string output;  // a folder, "-", or empty for a report to read
  bool only_conflicts = false;
  std::string election;  // facts of others are left out; empty: all
  bool fail_on_conflict = false;
  std::string patterns;
};

std::string consensus_lines(const Reconciliation& all) {
  std::string out;
  for (const ConsensusRow& row : all.consensus) out += to_json_line(row) + '\n';
  return out;
}

std::string conflict_lines(const Reconciliation& all) {
  std::string out;
  for (const ConflictRow& row : all.conflicts) out += to_json_line(row, all.facts) + '\n';
  return out;
}

int write_folder(const ReconcileOptions& options, const Reconciliation& all) {
  std::error_code error;
  const std::filesystem::path folder = options.output;
  std::filesystem::create_directories(folder, error);
  if (error) {
    report(options.output + ": the folder cannot be made: " + error.message());
    return kSomeFailed;
  }
  int code = write_file(folder / "conflicts.jsonl", conflict_lines(all));
  if (!options.only_conflicts && code == kFine)
    code = write_file(folder / "consensus.jsonl", consensus_lines(all));
  return code;
}

int write(const ReconcileOptions& options, const Reconciliation& all) {
  if (options.output.empty())
    return print(verdicts_text(all, !options.only_conflicts, output_width()));
  if (options.output == "-")
    return print((options.only_conflicts ? "" : consensus_lines(all)) + conflict_lines(all));
  return write_folder(options, all);
}

int run(const ReconcileOptions& options) {
  const Result<Registry> registry = load_registry(options.patterns);
  if (!registry.ok()) {
    report(registry.error().message);
    return kBadPatterns;
  }
  std::optional<FactInput> input = read_fact_input(options.inputs);
  if (!input) return kNoInput;
  std::vector<Fact>& facts = input->facts;
  if (!options.election.empty()) {
    std::erase_if(facts, [&](const Fact& fact) {
      return !fact.election || !fact.election->starts_with(options.election);
    });
  }
  const Reconciliation all = reconcile(std::move(facts), Directory(registry.value()));
  const int code = write(options, all);
  if (code != kFine) return code;
  if (!input->all_read) return kSomeFailed;
  return options.fail_on_conflict && !all.conflicts.empty() ? kConflicts : kFine;
}

}  // namespace

void add_reconcile(CLI::App& app, int& exit_code) {
  CLI::App* command = app.add_subcommand(
      "reconcile", "Hold the facts of many articles against each other and show contradictions");
  const auto options = std::make_shared<ReconcileOptions>();
  command
      ->add_option("facts", options->inputs, "Facts as `extract` writes them; - for standard input")
      ->type_name("FACTS|-")
      ->required();
  command
      ->add_option("-o,--output", options->output,
                   "Write consensus.jsonl and conflicts.jsonl into the folder DIR, or both to "
                   "standard output; without it, a report to read is printed")
      ->type_name("DIR|-");
  command->add_option("--only", "Leave the consensus out")
      ->type_name("conflicts")
      ->check(CLI::IsMember({"conflicts"}).description(""))
      ->each([options](const std::string&) { options->only_conflicts = true; });
  command
      ->add_option("--election", options->election, "Only facts of this polling day, or of a year")
      ->type_name("DATE");
  command->add_option("--fail-on", "Exit code 5 when there is a conflict")
      ->type_name("conflict")
      ->check(CLI::IsMember({"conflict"}).description(""))
      ->each([options](const std::string&) { options->fail_on_conflict = true; });
  add_patterns_option(*command, options->patterns);
  command->footer(kFooter);
  command->callback([options, &exit_code] { exit_code = run(*options); });
}

}  // namespace recount::cli
