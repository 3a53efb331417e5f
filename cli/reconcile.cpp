#include <CLI/CLI.hpp>
#include <algorithm>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "cli/commands.h"
#include "cli/common.h"
#include "cli/fact_input.h"
#include "extractor/facts/registry.h"
#include "extractor/version.h"
#include "output/reconciler/reconciler.h"
#include "output/reconciler/verdict_records.h"
#include "output/reconciler/verdict_text.h"

namespace recount::cli {
namespace {

constexpr const char* kReconcileFooter = R"(
Examples:
  recount extract articles/ -o facts.jsonl && recount reconcile facts.jsonl
  recount reconcile facts.jsonl -o verdicts/          consensus.jsonl and conflicts.jsonl
  recount reconcile facts.sqlite -o facts.sqlite      tables and views beside the facts
  recount reconcile facts.csv -o verdicts/ --to csv   consensus.csv and conflicts.csv
  recount reconcile facts.jsonl --only conflicts -o - conflicts as JSON, one a line
  recount reconcile facts.jsonl --fail-on conflict    exit code 5 if there are any

A database that is the only input gets consensus, conflicts and conflict_facts beside its facts;
another one is made with the facts. A file of CSV or JSONL holds the consensus and has the conflicts
beside it, FILE-conflicts. The result does not depend on the order of the facts.)";

struct ReconcileOptions {
  std::vector<std::string> inputs;
  std::string output;  // a folder, a file, "-", or empty for a report to read
  std::string to;      // name of the format; empty: by the extension
  VerdictTables tables = VerdictTables::kBoth;
  std::string election;  // facts of others are left out; empty: all
  bool fail_on_conflict = false;
  std::string patterns;
};

RecordKind kind_of(const ReconcileOptions& options) {
  if (!options.to.empty()) return *kind_named(options.to);
  return kind_of_path(options.output).value_or(RecordKind::kJsonl);
}

/// What is wrong with the options together; empty if nothing.
std::string fault(const ReconcileOptions& options) {
  const RecordKind kind = kind_of(options);
  const bool printed = options.output.empty() || options.output == "-";
  if (kind == RecordKind::kSqlite && printed) return "--to sqlite needs a file: -o FILE";
  if (!options.to.empty() && options.output.empty()) return "--to needs -o";
  if (kind == RecordKind::kCsv && printed && options.tables == VerdictTables::kBoth)
    return "two tables as CSV need a folder or a file, or --only conflicts";
  const bool is_input = std::ranges::find(options.inputs, options.output) != options.inputs.end();
  if (kind == RecordKind::kSqlite && is_input && options.inputs.size() > 1)
    return options.output + ": verdicts can be put beside its facts if it is the only input";
  if (kind == RecordKind::kSqlite && is_input && !options.election.empty())
    return options.output + ": --election needs another file for its verdicts";
  return "";
}

int write(const ReconcileOptions& options, const Reconciliation& all, const Registry& registry) {
  if (options.output.empty()) {
    return print(verdicts_text(all, options.tables == VerdictTables::kBoth, output_width()));
  }
  std::optional<Error> error;
  if (kind_of(options) == RecordKind::kSqlite) {
    VerdictDatabaseOptions database;
    database.tables = options.tables;
    database.holds_facts = options.inputs.front() == options.output;
    database.writer.version = version();
    database.writer.command = "recount reconcile";
    for (const std::string& input : options.inputs) database.writer.command += ' ' + input;
    database.writer.registry = &registry;
    error = write_verdict_database(all, options.output, database);
  } else {
    error = write_verdict_files(all, options.output, kind_of(options), options.tables);
  }
  if (!error) return kFine;
  report(error->message);
  return error->code == ErrorCode::kNoSpace ? kNoSpaceLeft : kSomeFailed;
}

int run(const ReconcileOptions& options) {
  if (const std::string wrong = fault(options); !wrong.empty()) return report(wrong), kUsage;
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
  const int code = write(options, all, registry.value());
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
      ->add_option("facts", options->inputs,
                   "Facts as `extract` writes them: JSONL, CSV or SQLite; - for standard input")
      ->type_name("FACTS|-")
      ->required();
  command
      ->add_option("-o,--output", options->output,
                   "Write consensus and conflicts into the folder DIR, to FILE (.sqlite, .csv, "
                   ".jsonl), or to standard output; without it, a report to read is printed")
      ->type_name("DIR|FILE|-");
  command
      ->add_option("--to", options->to, "Format: jsonl, csv or sqlite; jsonl if no extension tells")
      ->type_name("FORMAT")
      ->check(CLI::IsMember({"jsonl", "csv", "sqlite"}).description(""));
  command->add_option("--only", "Leave the consensus out")
      ->type_name("conflicts")
      ->check(CLI::IsMember({"conflicts"}).description(""))
      ->each([options](const std::string&) { options->tables = VerdictTables::kConflicts; });
  command
      ->add_option("--election", options->election, "Only facts of this polling day, or of a year")
      ->type_name("DATE");
  command->add_option("--fail-on", "Exit code 5 when there is a conflict")
      ->type_name("conflict")
      ->check(CLI::IsMember({"conflict"}).description(""))
      ->each([options](const std::string&) { options->fail_on_conflict = true; });
  add_patterns_option(*command, options->patterns);
  command->footer(kReconcileFooter);
  command->callback([options, &exit_code] { exit_code = run(*options); });
}

}  // namespace recount::cli
