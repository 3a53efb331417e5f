// `recount chart`: the chamber of one council as a picture.
#include <CLI/CLI.hpp>
#include <algorithm>
#include <memory>
#include <string>
#include <vector>

#include "cli/commands.h"
#include "cli/common.h"
#include "corpus/date.h"
#include "extractor/facts/registry.h"
#include "output/reconciler/reconciler.h"
#include "output/records/atomic_file.h"
#include "output/records/fact_reader.h"
#include "output/report/chamber.h"
#include "output/report/chamber_svg.h"

namespace recount::cli {
namespace {

constexpr const char* kChartFooter = R"(
Examples:
  recount extract articles/ -o facts.jsonl && recount chart facts.jsonl --council medway -o medway.svg
  recount chart facts.jsonl --council medway --election 2023-05-04 > medway.svg

The picture shows what all articles come to, as `recount reconcile` finds it: seats that are told, that
follow from other figures, and that are disputed. Councils go by the id in the facts' "place".)";

struct ChartOptions {
  std::vector<std::string> inputs;
  std::string council;
  std::string election;
  std::string output;
  std::string patterns;
};

std::string join(const std::vector<std::string>& parts) {
  std::string out;
  for (const std::string& part : parts) out += (out.empty() ? "" : ", ") + part;
  return out;
}

bool tells_seats(const Fact& fact) {
  return fact.measure == Measure::kSeats || fact.measure == Measure::kSeatsBefore;
}

/// Elections of the council that facts are about, "" for no known one; sorted.
std::vector<std::string> elections_of(const std::vector<Fact>& facts, const std::string& council,
                                      bool with_seats) {
  std::vector<std::string> out;
  for (const Fact& fact : facts) {
    if (fact.place_kind == PlaceKind::kCouncil && fact.place == council &&
        (!with_seats || tells_seats(fact)))
      out.push_back(fact.election.value_or(""));
  }
  std::ranges::sort(out);
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

/// The election that is drawn, "" for facts of no known one; nothing, with a report, when there is
/// no fact to draw.
std::optional<std::string> choose_election(const std::vector<Fact>& facts,
                                           const ChartOptions& options) {
  std::vector<std::string> elections = elections_of(facts, options.council, true);
  if (elections.empty() || !options.election.empty())
    elections = elections_of(facts, options.council, false);
  if (elections.empty()) {
    report("no fact is about the council '" + options.council +
           "' (councils go by their id, as in the facts' \"place\")");
    return std::nullopt;
  }
  if (options.election.empty()) {
    if (elections.size() > 1)
      report("drawn is the election of " + elections.back() + "; facts are there of " +
             join(elections) + " (--election chooses)");
    return elections.back();
  }
  if (std::ranges::binary_search(elections, options.election)) return options.election;
  report("no fact is about the election of " + options.election + " in '" + options.council +
         "'; facts are there of " + join(elections));
  return std::nullopt;
}

int write(const std::string& path, const std::string& svg) {
  if (path.empty() || path == "-") return print(svg);
  Result<AtomicFile> file = AtomicFile::create(path);
  std::optional<Error> error = file.ok() ? file.value().write(svg) : file.error();
  if (!error) error = file.value().commit();
  if (!error) return kFine;
  report(error->message);
  return error->code == ErrorCode::kNoSpace ? kNoSpaceLeft : kSomeFailed;
}

int run(const ChartOptions& options) {
  const Result<Registry> registry = load_registry(options.patterns);
  if (!registry.ok()) {
    report(registry.error().message);
    return kBadPatterns;
  }
  std::vector<Fact> facts;
  std::vector<Error> errors;
  for (const std::string& input : options.inputs) read_facts(input, facts, errors);
  for (const Error& error : errors) report(error.message);
  if (facts.empty()) {
    report("expected facts as `recount extract` writes them, found none");
    return kNoInput;
  }
  const std::optional<std::string> election = choose_election(facts, options);
  if (!election) return kUsage;
  std::erase_if(facts, [&](const Fact& fact) {
    return fact.place_kind != PlaceKind::kCouncil || fact.place != options.council ||
           fact.election.value_or("") != *election;
  });
  const Reconciliation all = reconcile(std::move(facts), Directory(registry.value()));
  std::vector<const ConsensusRow*> rows;
  for (const ConsensusRow& row : all.consensus) rows.push_back(&row);
  const ChamberPicture picture = chamber_picture(rows, registry.value());
  if (!picture.before && !picture.after) {
    report("no article tells how many seats a party has in '" + options.council + "'");
    return kSomeFailed;
  }
  const int code = write(options.output, chamber_file(picture));
  return code == kFine && !errors.empty() ? kSomeFailed : code;
}

}  // namespace

void add_chart(CLI::App& app, int& exit_code) {
  CLI::App* command =
      app.add_subcommand("chart", "Draw the seats of a council before and after an election");
  const auto options = std::make_shared<ChartOptions>();
  command
      ->add_option("facts", options->inputs, "Facts as `extract` writes them; - for standard input")
      ->type_name("FACTS|-")
      ->required();
  command->add_option("--council", options->council, "Its id, as in the facts' \"place\": medway")
      ->type_name("ID")
      ->required();
  command
      ->add_option("--election", options->election,
                   "Polling day, or its year where the facts tell no day; the last one with seats "
                   "if not given")
      ->type_name("DATE")
      ->check(CLI::Validator(
          [](std::string& text) {
            return is_election_date(text) ? std::string()
                                          : "'" + text + "' is not a day as 2023-05-04 or a year";
          },
          ""));
  command->add_option("-o,--output", options->output, "The SVG; standard output if not given")
      ->type_name("FILE");
  add_patterns_option(*command, options->patterns);
  command->footer(kChartFooter);
  command->callback([options, &exit_code] { exit_code = run(*options); });
}

}  // namespace recount::cli
