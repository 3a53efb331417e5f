// What a person can say to `recount extract`.
#include <sys/stat.h>
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include "cli/commands.h"
#include "cli/common.h"
#include "cli/extract_pipeline.h"
#include "cli/extract_run.h"
#include "cli/stop_signals.h"

namespace recount::cli {
namespace {

constexpr int kMaxThreads = 1024;
constexpr std::uint64_t kLargestRatio = 1'000'000;
constexpr int kDeepestNesting = 64;

constexpr const char* kExtractFooter = R"(
Examples:
  recount extract article.txt
  recount extract articles/ -o facts.jsonl --table
  recount extract crawl/*.warc.gz -o facts.sqlite --dedupe --errors errors.jsonl
  recount extract crawl/*.warc.gz -o facts.sqlite --dedupe --errors errors.jsonl --resume
  recount extract dump.jsonl.zst --text-field body --date-field first_seen -o facts.csv
  pdftotext report.pdf - | recount extract - --published 2023-05-05 --source "BBC News"

Inputs: plain text, HTML, JSONL, CSV and WARC, plain or compressed (.gz, .zst, .xz, .bz2), or inside
.tar and .zip. What they are is told from their content. The output does not depend on -j.

A run with -o FILE writes FILE.part and keeps in FILE.resume how far it has come; both are gone at its
end. If it was killed, the same command with --resume goes on, and the output is as if nothing had
happened. Ctrl-C ends it in good order.)";

const std::map<std::string, InputFormat> kFormats{{"text", InputFormat::kText},
                                                  {"html", InputFormat::kHtml},
                                                  {"jsonl", InputFormat::kJsonLines},
                                                  {"csv", InputFormat::kCsv},
                                                  {"warc", InputFormat::kWarc}};

void add_output_options(CLI::App& command, ExtractOptions& options) {
  OutputOptions& output = options.output;
  command
      .add_option("-o,--output", output.file,
                  "Write the records to FILE, whole or not; its extension tells the format")
      ->type_name("FILE");
  command
      .add_option("--to", options.to,
                  "Format of the records: jsonl, csv or sqlite; jsonl if no extension tells")
      ->type_name("FORMAT")
      ->check(CLI::IsMember({"jsonl", "csv", "sqlite"}).description(""));
  command.add_flag("--datapackage", output.datapackage,
                   "Describe FILE beside it, in datapackage.json (Frictionless)");
  command.add_flag("--table", output.table,
                   "Print a table for reading; the records only go to the FILE of -o");
  command
      .add_option("--min-confidence", output.min_confidence,
                  "Leave out facts of less confidence, 0 to 1")
      ->type_name("SHARE")
      ->check(CLI::Range(0.0, 1.0).description(""));
  command
      .add_option("--verdicts", options.verdicts,
                  "Leave out the facts that a person rejected, and write those corrected as they "
                  "were: FILE as the report saves it")
      ->type_name("FILE");
  command.add_flag("--dedupe", output.dedupe,
                   "Leave out the facts of near-copies that say nothing new; the first is kept");
  command
      .add_option("--emit-text", output.texts,
                  "Write the text of each article that may hold facts to DIR, as ID.txt: offsets "
                  "of facts are places in it")
      ->type_name("DIR");
}

void add_run_options(CLI::App& command, ExtractOptions& options) {
  OutputOptions& output = options.output;
  const std::string group = "The run";
  command.add_option("-j,--jobs", options.threads, "Threads; as many as processors if not given")
      ->type_name("N")
      ->check(CLI::Range(1, kMaxThreads).description(""))
      ->group(group);
  command
      .add_flag("--resume", options.resume,
                "Go on with the run of the same command that was killed or interrupted")
      ->group(group);
  command
      .add_option("--checkpoint", output.checkpoint_seconds,
                  "Keep every so often how far the run has come: the work that a kill may cost")
      ->type_name("SECONDS")
      ->check(CLI::Range(0.0, 86'400.0).description(""))
      ->capture_default_str()
      ->group(group);
  command
      .add_option("--errors", output.errors,
                  "List each document that failed in FILE: path, offset and reason, as JSONL")
      ->type_name("FILE")
      ->group(group);
  command
      .add_option("--copies", output.copies,
                  "With --dedupe, list each copy in FILE: doc, path, offset, the doc that it is a "
                  "copy of, and in how many bits their fingerprints differ, as JSONL")
      ->type_name("FILE")
      ->group(group);
  command
      .add_option("--passed-over", output.passed_over,
                  "List in FILE each document that was not parsed, as no word in it speaks of a "
                  "council election: path and offset, as JSONL")
      ->type_name("FILE")
      ->group(group);
  command.add_option("--summary", output.summary, "Write what the run came to to FILE, as JSON")
      ->type_name("FILE")
      ->group(group);
  command
      .add_flag("-q,--quiet", output.quiet,
                "Say nothing of progress and single documents; the exit code tells")
      ->group(group);
}

}  // namespace

void add_input_options(CLI::App& command, ExtractOptions& options) {
  command
      .add_option("input", options.inputs,
                  "Files, folders (all files in them at any depth), patterns as 'news-*.gz', or - "
                  "for standard input")
      ->type_name("FILE|DIR|GLOB|-")
      ->required();
  const std::string group = "What the inputs are";
  command
      .add_option_function<std::string>(
          "--format",
          [&options](const std::string& name) { options.work.source.format = kFormats.at(name); },
          "What they hold once unwrapped: text, html, jsonl, csv or warc; told from the content if "
          "not given")
      ->type_name("FORMAT")
      ->check(CLI::IsMember({"text", "html", "jsonl", "csv", "warc"}).description(""))
      ->group(group);
  FieldNames& fields = options.work.source.fields;
  const auto field = [&](const char* name, std::string& value, const char* what) {
    command
        .add_option(name, value, std::string("Field of JSONL or column of CSV with the ") + what)
        ->type_name("NAME")
        ->group(group);
  };
  field("--text-field", fields.text, "text or HTML; the usual names are tried if not given");
  field("--id-field", fields.id, "id");
  field("--title-field", fields.title, "headline");
  field("--date-field", fields.date, "day of publication");
  field("--source-field", fields.source, "publisher");
  field("--url-field", fields.url, "address");
  const std::string limits = "Limits";
  add_size_option(command, options.work.source.max_document);
  command.get_option("--max-document")->group(limits);
  command
      .add_option("--max-ratio", options.work.source.max_ratio,
                  "Give up what grows to more than so many times its size when it is decompressed")
      ->type_name("TIMES")
      ->check(CLI::Range(std::uint64_t{1}, kLargestRatio).description(""))
      ->capture_default_str()
      ->group(limits);
  command
      .add_option("--max-nesting", options.work.source.max_nesting,
                  "Give up what lies in more archives and compressions than that")
      ->type_name("N")
      ->check(CLI::Range(0, kDeepestNesting).description(""))
      ->capture_default_str()
      ->group(limits);
}

void add_extract(CLI::App& app, int& exit_code) {
  CLI::App* command = app.add_subcommand("extract", "Return the facts in articles");
  const auto options = std::make_shared<ExtractOptions>();
  add_input_options(*command, *options);
  add_output_options(*command, *options);
  add_patterns_option(*command, options->patterns);
  add_run_options(*command, *options);
  add_metadata_options(*command, options->work.overrides);
  command->footer(kExtractFooter);
  command->callback([options, &exit_code] { exit_code = run_extract(*options); });
}

}  // namespace recount::cli
