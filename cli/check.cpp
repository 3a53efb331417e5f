#include <CLI/CLI.hpp>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "cli/commands.h"
#include "cli/common.h"
#include "cli/fact_input.h"
#include "corpus/date.h"
#include "extractor/facts/registry.h"
#include "output/checker/check_records.h"
#include "output/checker/checker.h"
#include "output/checker/names.h"
#include "output/checker/official_results.h"
#include "output/records/atomic_file.h"

namespace recount::cli {
namespace {

constexpr const char* kCheckFooter = R"(
The table of results is CSV with the names of columns in its first line. It has a row for each party
in each council, or a row for each council with a column for each party. Usual names of columns are
known; --map tells others:
  council, election, party, seats, seats_before, seats_won, change, size, contested, vacant, others,
  majority, turnout, share, control, control_before; or a party, as in --map labour=Lab_cllrs.

Examples:
  recount check facts.jsonl --against results.csv --election 2023-05-04
  recount check facts.sqlite --against compositions.csv --on 2021-06-30 --map alliance=ali
  recount check facts.csv --against results.csv -o checks.jsonl --fail-on wrong)";

struct CheckOptions {
  std::vector<std::string> inputs;
  std::string against;
  std::vector<std::string> mappings;
  CheckDay day;
  bool json = false;
  std::string output;
  bool fail_on_wrong = false;
  std::string patterns;
};

std::string json_lines(const std::vector<Check>& checks, const std::vector<Fact>& facts) {
  std::string out;
  for (const Check& check : checks) out += to_json_line(check, facts) + '\n';
  return out;
}

std::string list(const std::vector<std::string>& names) {
  std::string out;
  for (const std::string& name : names) out += (out.empty() ? "" : ", ") + name;
  return out;
}

void tell_columns(const OfficialResults& results) {
  std::string text = results.name + ": columns " + list(results.used);
  if (!results.passed_over.empty()) text += "; not used: " + list(results.passed_over);
  report(text);
}

int run(const CheckOptions& options) {
  ResultsOptions reading;
  reading.day = options.day.on.empty() ? options.day.election : options.day.on;
  for (const std::string& text : options.mappings) {
    Result<ColumnMapping> mapping = parse_mapping(text);
    if (!mapping.ok()) return report("--map: " + mapping.error().message), kUsage;
    reading.mappings.push_back(std::move(mapping.value()));
  }
  const Result<Registry> registry = load_registry(options.patterns);
  if (!registry.ok()) return report(registry.error().message), kBadPatterns;
  std::vector<Error> problems;
  const Result<OfficialResults> results =
      read_results(options.against, reading, CouncilNames(registry.value()),
                   PartyNames(registry.value()), problems);
  if (!results.ok()) {
    report(results.error().message);
    return results.error().code == ErrorCode::kUnreadable ? kNoInput : kUsage;
  }
  for (const Error& problem : problems) report(problem.message);
  const bool dated = std::ranges::any_of(results.value().councils,
                                         [](const auto& one) { return !one.first.second.empty(); });
  if (!dated && reading.day.empty()) {
    return usage_error(
        options.against +
        ": no column tells of which election the results are; --election DATE or --on DATE can");
  }
  const std::optional<FactInput> input = read_fact_input(options.inputs);
  if (!input) return kNoInput;
  const std::vector<Check> checks = check_facts(input->facts, results.value(), options.day);
  int code = kFine;
  if (!options.output.empty() && options.output != "-") {
    code = write_file(options.output, json_lines(checks, input->facts));
  } else if (options.json || options.output == "-") {
    code = print(json_lines(checks, input->facts));
  } else {
    tell_columns(results.value());
    code = print(checks_text(checks, input->facts, results.value(), Directory(registry.value()),
                             output_width()));
  }
  if (code != kFine) return code;
  if (!problems.empty() || !input->all_read) return kSomeFailed;
  const bool wrong = std::ranges::find(checks, CheckStatus::kWrong, &Check::status) != checks.end();
  return options.fail_on_wrong && wrong ? kConflicts : kFine;
}

}  // namespace

void add_check(CLI::App& app, int& exit_code) {
  CLI::App* command = app.add_subcommand("check", "Hold facts against a table of official results");
  const auto options = std::make_shared<CheckOptions>();
  command
      ->add_option("facts", options->inputs,
                   "Facts as `extract` writes them: JSONL, CSV or SQLite; - for standard input")
      ->type_name("FACTS|-")
      ->required();
  command->add_option("--against", options->against, "The table of results, as CSV")
      ->type_name("RESULTS.csv")
      ->required();
  command
      ->add_option("--map", options->mappings,
                   "What a column of the table holds, where its name does not tell; once for each")
      ->type_name("FIELD=COLUMN")
      ->take_all();
  CLI::Option* election =
      command
          ->add_option("--election", options->day.election,
                       "The election of the results; facts of others are not covered")
          ->type_name("DATE|YEAR")
          ->check(election_validator());
  command
      ->add_option("--on", options->day.on,
                   "The results are how councils stood on that day; covered is the last election "
                   "of each in the eleven months before")
      ->type_name("DATE")
      ->check(day_validator())
      ->excludes(election);
  command->add_flag("--json", options->json, "Print each check as JSON, one a line");
  command
      ->add_option("-o,--output", options->output, "Write each check as JSON to FILE, one a line")
      ->type_name("FILE|-");
  command->add_option("--fail-on", "Exit code 5 when a fact is wrong")
      ->type_name("wrong")
      ->check(CLI::IsMember({"wrong"}).description(""))
      ->each([options](const std::string&) { options->fail_on_wrong = true; });
  add_patterns_option(*command, options->patterns);
  command->footer(kCheckFooter);
  command->callback([options, &exit_code] { exit_code = run(*options); });
}

}  // namespace recount::cli
