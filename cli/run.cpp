// `recount run`: from articles to verdicts and their report in one go.
#include <CLI/CLI.hpp>
#include <algorithm>
#include <filesystem>
#include <memory>
#include <string>
#include <system_error>
#include <utility>
#include <vector>

#include "cli/commands.h"
#include "cli/common.h"
#include "cli/extract_run.h"
#include "cli/fact_input.h"
#include "cli/report.h"
#include "extractor/facts/registry.h"
#include "output/reconciler/reconciler.h"
#include "output/reconciler/verdict_records.h"
#include "output/reconciler/verdict_text.h"

namespace recount::cli {
namespace {

constexpr const char* kRunFooter = R"(
DIR then holds
  facts.jsonl       the facts of each article
  consensus.jsonl   what the articles come to about each figure
  conflicts.jsonl   the smallest sets of facts that cannot all be true
  texts/            the text of every article, in which the offsets of facts are places
  summary.json      what was read
  report/           pages for checking the facts against their articles
The order in which articles are named makes no difference.

Examples:
  recount run articles/ -o results/
  recount run crawl/*.warc.gz -o results/ --dedupe --table)";

struct RunOptions {
  ExtractOptions extract;
  std::string folder;
};

/// Leaves the verdicts beside the facts, and shows the conflicts.
int write_verdicts(const RunOptions& options, const Reconciliation& all) {
  if (const std::optional<Error> error =
          write_verdict_files(all, options.folder, RecordKind::kJsonl, VerdictTables::kBoth)) {
    report(error->message);
    return error->code == ErrorCode::kNoSpace ? kNoSpaceLeft : kSomeFailed;
  }
  return options.extract.output.quiet ? kFine : print(verdicts_text(all, false, output_width()));
}

/// Holds the facts of the run against each other and writes what comes of it.
int reconcile_run(const RunOptions& options) {
  const ExtractOptions& extract = options.extract;
  const Result<Registry> registry = load_registry(extract.patterns);
  if (!registry.ok()) return report(registry.error().message), kBadPatterns;
  std::optional<FactInput> input = read_fact_input({extract.output.file});
  if (!input) return kSomeFailed;
  const Reconciliation all = reconcile(std::move(input->facts), Directory(registry.value()));
  const int written = write_verdicts(options, all);
  const ReportRequest pages{
      {options.folder}, "", options.folder + "/report", extract.patterns, extract.output.quiet};
  return std::max(written, write_report(pages, all, registry.value(), *extract.extractor));
}

int run(RunOptions& options) {
  const std::filesystem::path folder = options.folder;
  std::error_code failure;
  std::filesystem::create_directories(folder, failure);
  if (failure) {
    report(options.folder + ": the folder cannot be made: " + failure.message());
    return kSomeFailed;
  }
  // Articles of the same name are told apart by numbers, which must not depend on the caller.
  std::ranges::sort(options.extract.inputs);
  OutputOptions& output = options.extract.output;
  output.file = folder / "facts.jsonl";
  output.texts = folder / "texts";
  output.all_texts = true;  // the report shows every article that was read
  output.summary = folder / "summary.json";
  // With some documents failed, the rest is gone on with.
  const int extracted = run_extract(options.extract);
  if (extracted != kFine && extracted != kSomeFailed) return extracted;
  if (!std::filesystem::exists(output.file, failure)) return extracted;
  return std::max(extracted, reconcile_run(options));
}

}  // namespace

void add_run(CLI::App& app, int& exit_code) {
  CLI::App* command = app.add_subcommand(
      "run",
      "Extract the facts in articles, hold them against each other and make the report, in one go");
  const auto options = std::make_shared<RunOptions>();
  ExtractOptions& extract = options->extract;
  add_input_options(*command, extract);
  command->add_option("-o,--output", options->folder, "The folder for all that comes of it")
      ->type_name("DIR")
      ->required();
  command->add_flag("--table", extract.output.table, "Print the facts as a table, too");
  command->add_flag("--dedupe", extract.output.dedupe,
                    "Leave out the facts of near-copies that say nothing new; the first is kept");
  command->add_option("-j,--jobs", extract.threads, "Threads; as many as processors if not given")
      ->type_name("N")
      ->check(CLI::Range(1, 1024).description(""));
  command->add_flag("--resume", extract.resume,
                    "Go on with the run of the same command that was killed or interrupted");
  command->add_flag("-q,--quiet", extract.output.quiet, "Say nothing; the exit code tells");
  add_patterns_option(*command, extract.patterns);
  add_metadata_options(*command, extract.work.overrides);
  command->footer(kRunFooter);
  command->callback([options, &exit_code] { exit_code = run(*options); });
}

}  // namespace recount::cli
