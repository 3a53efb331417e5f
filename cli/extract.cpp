// Method: a pipeline. Articles are read one by one, extracted in parallel, written in the order of
// the inputs; at most two articles a thread are in memory.
#include <oneapi/tbb/global_control.h>
#include <oneapi/tbb/parallel_pipeline.h>
#include <oneapi/tbb/task_arena.h>

#include <algorithm>
#include <atomic>
#include <cstdint>
#include <memory>
#include <string>
#include <thread>
#include <vector>

#include "cli/commands.h"
#include "cli/common.h"
#include "cli/extract_output.h"
#include "corpus/text_reader.h"
#include "extractor/extractor.h"

namespace recount::cli {
namespace {

constexpr int kMaxThreads = 1024;
constexpr std::size_t kDocumentsPerThread = 2;

constexpr const char* kFooter = R"(
Examples:
  recount extract article.txt
  recount extract articles/ -o facts.jsonl --table
  pdftotext report.pdf - | recount extract - --published 2023-05-05 --source "BBC News"

The output does not depend on -j.)";

struct ExtractOptions {
  std::vector<std::string> inputs;
  std::string patterns;
  int threads = 0;  // 0: as many as the machine has, but not more than articles
  bool quiet = false;
  double min_confidence = 0;  // 0..1
  OutputOptions output;
  TextReaderOptions reader;
};

int thread_count(const ExtractOptions& options, std::size_t articles) {
  if (options.threads > 0) return options.threads;
  const std::size_t machine = std::max(1U, std::thread::hardware_concurrency());
  return static_cast<int>(std::clamp<std::size_t>(articles, 1, machine));
}

Extracted extract_one(const Extractor& extractor, Reading reading, const ExtractOptions& options) {
  Extracted out;
  out.errors = std::move(reading.errors);
  out.read = reading.document.has_value();
  if (!out.read) return out;
  std::vector<Fact> facts = extractor.extract(*reading.document);
  std::erase_if(facts,
                [&options](const Fact& fact) { return fact.confidence < options.min_confidence; });
  render(*reading.document, facts, options.output, out);
  return out;
}

void run_pipeline(const Extractor& extractor, TextReader& reader, const ExtractOptions& options,
                  ExtractOutput& output) {
  namespace tbb = oneapi::tbb;
  const int threads = thread_count(options, reader.size());
  const tbb::global_control limit(tbb::global_control::max_allowed_parallelism,
                                  static_cast<std::size_t>(threads));
  std::atomic<bool> stop = false;
  const auto read = [&](tbb::flow_control& flow) -> Reading {
    std::optional<Reading> reading;
    if (!stop.load(std::memory_order_relaxed)) reading = reader.next();
    if (reading) return std::move(*reading);
    flow.stop();
    return {};
  };
  const auto extract = [&](Reading reading) {
    return extract_one(extractor, std::move(reading), options);
  };
  const auto write = [&](const Extracted& extracted) {
    if (!output.write(extracted)) stop.store(true, std::memory_order_relaxed);
  };
  tbb::task_arena arena(threads);
  arena.execute([&] {
    tbb::parallel_pipeline(
        kDocumentsPerThread * static_cast<std::size_t>(threads),
        tbb::make_filter<void, Reading>(tbb::filter_mode::serial_in_order, read) &
            tbb::make_filter<Reading, Extracted>(tbb::filter_mode::parallel, extract) &
            tbb::make_filter<Extracted, void>(tbb::filter_mode::serial_in_order, write));
  });
}

int run(ExtractOptions& options) {
  const std::optional<Extractor> extractor = load_extractor(options.patterns);
  if (!extractor) return kBadPatterns;
  options.output.width = output_width();
  Result<ExtractOutput> output = ExtractOutput::open(options.output, options.quiet);
  if (!output.ok()) {
    report(output.error().message);
    return kSomeFailed;
  }
  TextReader reader(options.inputs, options.reader);
  run_pipeline(*extractor, reader, options, output.value());
  return output.value().finish();
}

}  // namespace

void add_extract(CLI::App& app, int& exit_code) {
  CLI::App* command = app.add_subcommand("extract", "Return the facts in articles");
  const auto options = std::make_shared<ExtractOptions>();
  command
      ->add_option("input", options->inputs,
                   "Files, folders (their .txt files at any depth) or - for standard input")
      ->type_name("FILE|DIR|-")
      ->required();
  command
      ->add_option("-o,--output", options->output.file, "Write the records to FILE, whole or not")
      ->type_name("FILE");
  command->add_flag("--table", options->output.table,
                    "Print a table for reading; the records only go to the FILE of -o");
  command
      ->add_option("--min-confidence", options->min_confidence,
                   "Leave out facts of less confidence, 0 to 1")
      ->type_name("SHARE")
      ->check(CLI::Range(0.0, 1.0).description(""));
  add_patterns_option(*command, options->patterns);
  command->add_option("-j,--jobs", options->threads, "Threads; as many as processors if not given")
      ->type_name("N")
      ->check(CLI::Range(1, kMaxThreads).description(""));
  add_size_option(*command, options->reader.max_bytes);
  command->add_flag("-q,--quiet", options->quiet,
                    "Say nothing about single documents; the exit code tells");
  add_metadata_options(*command, options->reader.overrides);
  command->footer(kFooter);
  command->callback([options, &exit_code] { exit_code = run(*options); });
}

}  // namespace recount::cli
