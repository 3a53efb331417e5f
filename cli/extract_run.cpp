#include "cli/extract_run.h"

#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <memory>
#include <nlohmann/json.hpp>
#include <optional>
#include <string_view>
#include <thread>
#include <utility>

#include "cli/commands.h"
#include "cli/common.h"
#include "cli/extract_pipeline.h"
#include "cli/stop_signals.h"
#include "corpus/input_files.h"
#include "extractor/facts/fingerprint.h"
#include "extractor/facts/registry.h"
#include "extractor/version.h"

namespace recount::cli {
namespace {

int thread_count(const ExtractOptions& options) {
  if (options.threads > 0) return options.threads;
  return static_cast<int>(std::max(1U, std::thread::hardware_concurrency()));
}

/// Whether a run that was killed can be gone on with: its records go to a regular file.
bool can_resume(const OutputOptions& output) {
  if (!output.records_to_file()) return false;
  struct stat info {};
  return ::stat(output.file.c_str(), &info) != 0 || S_ISREG(info.st_mode);
}

/// What shapes the output of a run, in one line. A run that is gone on with must have the same.
std::string description(const ExtractOptions& options, const ArticleSource& source) {
  using nlohmann::json;
  std::uint64_t files = 0;
  std::uint64_t hash = hash_bytes("");
  for (const InputFile& file : list_files(options.inputs, options.work.source.exclude)) {
    ++files;
    hash = hash_bytes(file.path, hash_bytes("\n", hash));
  }
  const auto text = [](const std::optional<std::string>& value) {
    return value ? json(*value) : json();
  };
  const SourceOptions& in = options.work.source;
  const FieldNames& fields = in.fields;
  const Metadata& given = options.work.overrides;
  const OutputOptions& out = options.output;
  const json all{
      {"version", version()},
      {"inputs", options.inputs},
      {"files", {files, to_hex(hash), source.disk_bytes().value_or(0)}},
      {"format", {static_cast<int>(in.format), in.max_document, in.max_ratio, in.max_nesting}},
      {"fields", {fields.text, fields.id, fields.title, fields.date, fields.source, fields.url}},
      {"metadata",
       {text(given.source), text(given.url), text(given.title), text(given.published),
        text(given.election)}},
      {"patterns", options.patterns},
      {"output",
       {out.file, static_cast<int>(out.kind), out.errors, out.copies, out.passed_over, out.texts}},
      {"facts", {out.min_confidence, out.dedupe, to_hex(out.review.hash())}}};
  return all.dump(-1, ' ', false, json::error_handler_t::replace);
}

/// The files that the command writes, under all their names.
std::vector<std::string> own_files(const OutputOptions& output) {
  std::vector<std::string> out;
  if (output.records_to_file())
    out.insert(out.end(), {output.file, output.file + ".part", output.file + ".resume"});
  for (const std::string& list : {output.errors, output.copies, output.passed_over})
    if (!list.empty()) out.insert(out.end(), {list, list + ".part"});
  if (!output.summary.empty()) out.push_back(output.summary);
  return out;
}

std::string command_line(const ExtractOptions& options) {
  std::string out = "recount extract";
  for (const std::string& input : options.inputs) out += ' ' + input;
  return out + " -o " + options.output.file;
}

/// What the options say together; the exit code if that makes no sense.
std::optional<int> settle(ExtractOptions& options) {
  OutputOptions& output = options.output;
  if (options.to.empty()) {
    output.kind = kind_of_path(output.file).value_or(RecordKind::kJsonl);
  } else {
    output.kind = *kind_named(options.to);
  }
  if (output.kind == RecordKind::kSqlite && !output.records_to_file())
    return usage_error("--to sqlite needs a file: -o FILE");
  if (output.datapackage && !output.records_to_file())
    return usage_error("--datapackage needs a file: -o FILE");
  if (!output.copies.empty() && !output.dedupe) return usage_error("--copies needs --dedupe");
  if (options.resume && !can_resume(output))
    return usage_error("--resume needs -o FILE, a regular file");
  output.width = output_width();
  output.writer.version = version();
  output.writer.command = command_line(options);
  options.work.source.exclude = own_files(output);
  if (!options.verdicts.empty()) options.work.source.exclude.push_back(options.verdicts);
  options.work.list_passed_over = !output.passed_over.empty();
  options.work.keep_texts = !output.texts.empty();
  options.work.keep_all = output.table || output.all_texts;
  return std::nullopt;
}

ProgressDisplay::Options display_options(const OutputOptions& output, const ArticleSource& source) {
  ProgressDisplay::Options display;
  const char* terminal = std::getenv("TERM");
  const bool dumb = terminal == nullptr || std::string_view(terminal) == "dumb";
  display.terminal = ::isatty(STDERR_FILENO) == 1 && !dumb;
  // Where records or a table run over the same screen, they are progress enough.
  const bool prints = output.table || !output.records_to_file();
  const bool same_screen = ::isatty(STDERR_FILENO) == 1 && ::isatty(STDOUT_FILENO) == 1;
  display.shown = !output.quiet && !(prints && same_screen);
  display.disk_bytes_total = source.disk_bytes();
  return display;
}

int run(const Extractor& extractor, ArticleSource source, RunJournal* journal,
        const ExtractOptions& options) {
  RunningCounts counts;
  const OutputOptions& out = options.output;
  auto opened = ExtractOutput::open(out, options.resume, journal, counts);
  if (!opened.ok()) {
    report(opened.error().message);
    if (opened.error().code == ErrorCode::kBadRecord) return kUsage;
    return opened.error().code == ErrorCode::kNoSpace ? kNoSpaceLeft : kSomeFailed;
  }
  ExtractOutput& output = *opened.value();
  if (options.resume && !output.resumed() && !out.quiet)
    report(out.file + ": nothing to go on with, so the run begins at the beginning");
  if (output.resumed()) source = ArticleSource(options.inputs, options.work.source, output.begin());
  ProgressDisplay::Options display_how = display_options(out, source);
  display_how.disk_bytes_before = output.disk_bytes_before();
  ProgressDisplay display(counts, display_how);
  output.set_display(display);
  const bool ended = run_pipeline(extractor, source, options.work, thread_count(options), output);
  return output.finish(ended ? 0 : StopSignals::received());
}

}  // namespace

int run_extract(ExtractOptions& options) {
  if (const std::optional<int> code = settle(options)) return *code;
  std::vector<Error> faults;  // of verdicts
  if (!options.verdicts.empty()) {
    options.output.review = read_review(options.verdicts, faults);
    for (const Error& fault : faults) report(fault.message);
    if (!faults.empty() && faults.back().code == ErrorCode::kUnreadable) return kNoInput;
  }
  options.extractor = load_extractor(options.patterns);
  if (!options.extractor) return kBadPatterns;
  std::optional<Registry> registry;
  if (options.output.datapackage || options.output.kind == RecordKind::kSqlite ||
      !options.output.review.empty()) {
    Result<Registry> loaded = load_registry(options.patterns);
    if (!loaded.ok()) return report(loaded.error().message), kBadPatterns;
    options.output.writer.registry = &registry.emplace(std::move(loaded.value()));
  }
  const StopSignals signals(options.output.quiet);
  ArticleSource source(options.inputs, options.work.source);
  std::optional<RunJournal> journal;
  if (can_resume(options.output))
    journal.emplace(options.output.file + ".resume", description(options, source));
  const int code =
      run(*options.extractor, std::move(source), journal ? &*journal : nullptr, options);
  return code == kFine && !faults.empty() ? kSomeFailed : code;
}

}  // namespace recount::cli
