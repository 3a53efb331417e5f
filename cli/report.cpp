// `recount report`: facts, verdicts and texts as pages on which a person checks them.
#include "cli/report.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <filesystem>
#include <memory>
#include <optional>
#include <system_error>
#include <tuple>

#include "cli/commands.h"
#include "cli/common.h"
#include "cli/report_texts.h"
#include "extractor/facts/registry.h"
#include "extractor/version.h"
#include "output/reconciler/reconciler.h"
#include "output/records/fact_reader.h"
#include "output/report/site.h"

namespace recount::cli {
namespace {

namespace fs = std::filesystem;

constexpr const char* kReportFooter = R"(
Examples:
  recount extract articles/ -o facts.jsonl --emit-text texts/
  recount report facts.jsonl --texts texts/ -o report/
  recount report run/ -o report/              a folder with facts.jsonl and texts/

Open report/index.html in a browser: no server and no network are needed. Without the texts, facts are
shown with their words alone. On the page "review" facts are accepted, rejected and corrected; what it
saves as verdicts.jsonl is taken by extract --verdicts and eval --verdicts.)";

struct Inputs {
  std::vector<std::string> facts;  // files
  std::vector<std::string> texts;  // folders
};

/// The files of a request. Nothing, with a report, when an input is a folder of no run.
std::optional<Inputs> find_inputs(const ReportRequest& request) {
  Inputs out;
  std::error_code fault;
  for (const std::string& input : request.inputs) {
    if (!fs::is_directory(input, fault)) {
      out.facts.push_back(input);
      continue;
    }
    const std::string facts = input + "/facts.jsonl";
    if (!fs::exists(facts, fault)) {
      report(input + ": expected facts.jsonl in this folder, as a run leaves it");
      return std::nullopt;
    }
    out.facts.push_back(facts);
    if (request.texts.empty() && fs::is_directory(input + "/texts", fault))
      out.texts.push_back(input + "/texts");
  }
  if (!request.texts.empty()) {
    if (!fs::is_directory(request.texts, fault)) {
      report(request.texts + ": expected a folder with the texts of the articles");
      return std::nullopt;
    }
    out.texts.push_back(request.texts);
  }
  return out;
}

/// "kent" for "runs/kent/", "runs/kent/facts.csv" and "kent.jsonl"; and how many more there are.
std::string title_of(const std::vector<std::string>& inputs) {
  fs::path first = inputs.front() == "-" ? "standard input" : fs::absolute(inputs.front());
  if (!first.has_filename()) first = first.parent_path();
  if (first.stem() == "facts" && first.parent_path().has_filename()) first = first.parent_path();
  std::string name = first.stem().string();
  if (inputs.size() > 1) name += " and " + std::to_string(inputs.size() - 1) + " more";
  return name;
}

int exit_code(const Error& error) {
  report(error.message);
  return error.code == ErrorCode::kNoSpace ? kNoSpaceLeft : kSomeFailed;
}

void tell(const SiteCounts& counts, bool with_texts) {
  if (with_texts && counts.without_text > 0)
    report(std::to_string(counts.without_text) + " of " + std::to_string(counts.articles) +
           " articles have no text there: their facts are shown with their words alone");
  if (counts.misplaced > 0)
    report(std::to_string(counts.misplaced) +
           " facts are not where they should be in the texts, which are of another version");
}

int write_site(const ReportRequest& request, const Inputs& inputs, const Reconciliation& all,
               const Registry& registry, const Extractor& extractor) {
  const ReportTexts texts(extractor, inputs.texts);
  SiteOptions options;
  options.title = title_of(request.inputs);
  options.version = version();
  options.without_facts = texts.without_facts(all.facts);
  if (!inputs.texts.empty())
    options.text = [&texts](const std::string& doc) { return texts.read(doc); };
  options.rule_says = [&extractor](std::string_view id) {
    const Rule* rule = extractor.rules().find(id);
    return rule == nullptr ? std::string() : rule->says;
  };
  const Result<SiteCounts> counts = recount::write_site(request.output, all, registry, options);
  if (!counts.ok()) return exit_code(counts.error());
  tell(counts.value(), !inputs.texts.empty());
  if (!request.quiet) report("the report is " + request.output + "/index.html");
  return kFine;
}

int run(const ReportRequest& request) {
  const std::optional<Inputs> inputs = find_inputs(request);
  if (!inputs) return kNoInput;
  const Result<Registry> registry = load_registry(request.patterns);
  if (!registry.ok()) return report(registry.error().message), kBadPatterns;
  const std::optional<Extractor> extractor = load_extractor(request.patterns);
  if (!extractor) return kBadPatterns;
  std::vector<Fact> facts;
  std::vector<Error> errors;
  for (const std::string& input : inputs->facts) read_facts(input, facts, errors);
  for (const Error& error : errors) report(error.message);
  // Articles in which nothing was found are a report, too.
  if (facts.empty() && !errors.empty()) {
    report("expected facts as `recount extract` writes them, found none");
    return kNoInput;
  }
  const Reconciliation all = reconcile(std::move(facts), Directory(registry.value()));
  const int code = write_site(request, *inputs, all, registry.value(), *extractor);
  return code == kFine && !errors.empty() ? kSomeFailed : code;
}

}  // namespace

int write_report(const ReportRequest& request, const Reconciliation& all, const Registry& registry,
                 const Extractor& extractor) {
  const std::optional<Inputs> inputs = find_inputs(request);
  return inputs ? write_site(request, *inputs, all, registry, extractor) : kNoInput;
}

void add_report(CLI::App& app, int& exit_code) {
  CLI::App* command = app.add_subcommand(
      "report", "Write pages on which a person checks facts against their articles");
  const auto request = std::make_shared<ReportRequest>();
  command
      ->add_option("facts", request->inputs,
                   "Facts as `extract` writes them; - for standard input; or the folder of a run, "
                   "with facts.jsonl and texts/")
      ->type_name("FACTS|RUN_DIR")
      ->required();
  command
      ->add_option("--texts", request->texts,
                   "The texts of the articles, as extract --emit-text writes them")
      ->type_name("DIR");
  command
      ->add_option("-o,--output", request->output,
                   "Folder for the pages: a new or empty one, or a report, which is replaced")
      ->type_name("DIR")
      ->required();
  add_patterns_option(*command, request->patterns);
  command->footer(kReportFooter);
  command->callback([request, &exit_code] { exit_code = run(*request); });
}

}  // namespace recount::cli
