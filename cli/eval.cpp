// `recount eval`: what the extractor makes of articles whose facts are known, or were checked.
#include <CLI/CLI.hpp>
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <memory>
#include <nlohmann/json.hpp>
#include <optional>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "cli/commands.h"
#include "cli/common.h"
#include "cli/eval_review.h"
#include "corpus/text_reader.h"
#include "extractor/extractor.h"
#include "output/evaluation/gold.h"
#include "output/evaluation/report.h"
#include "output/evaluation/score.h"
#include "output/records/atomic_file.h"

namespace recount::cli {
namespace {

namespace fs = std::filesystem;

constexpr const char* kEvalFooter = R"(
DIR holds texts/NAME.txt, with or without NAME.meta.json beside it, and gold/NAME.json. With --verdicts,
the facts of extract are given instead, and the verdicts that a person gave on them in the report.

Examples:
  recount eval corpus/samples --show
  recount eval corpus/samples --json > before.json
  recount eval corpus/samples --baseline before.json
  recount eval corpus/samples --floor precision=0.98 --floor recall=0.93
  recount eval --verdicts verdicts.jsonl facts.jsonl

Exit code 1 also tells that a share is below its floor.)";

struct EvalOptions {
  std::vector<std::string> inputs;
  std::string folder;    // the input, unless there are verdicts
  std::string verdicts;  // file; empty: none
  std::string patterns;
  std::string baseline;
  std::string evidence;
  std::vector<std::string> floors;
  bool show = false;
  bool json = false;
  std::uint64_t max_bytes = TextReaderOptions().max_bytes;
};

struct Floor {
  std::string name;  // precision, recall or f1
  double share = 0;  // 0..1
};

std::optional<Floor> parse_floor(const std::string& text) {
  const std::size_t equals = text.find('=');
  if (equals == std::string::npos) return std::nullopt;
  Floor floor{text.substr(0, equals), 0};
  if (floor.name != "precision" && floor.name != "recall" && floor.name != "f1")
    return std::nullopt;
  if (!CLI::detail::lexical_cast(text.substr(equals + 1), floor.share) || floor.share < 0 ||
      floor.share > 1)
    return std::nullopt;
  return floor;
}

double share_named(const Tally& tally, const std::string& name) {
  return name == "precision" ? tally.precision() : name == "recall" ? tally.recall() : tally.f1();
}

std::optional<std::string> read_file(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream out;
  out << in.rdbuf();
  if (!in || !out) return std::nullopt;
  return std::move(out).str();
}

/// Files of `folder` that end with `extension`, by their names.
std::vector<std::string> files_in(const std::string& folder, const char* extension) {
  std::vector<std::string> out;
  std::error_code fault;
  for (const auto& entry : fs::directory_iterator(folder, fault)) {
    if (entry.path().extension() == extension) out.push_back(entry.path().string());
  }
  std::sort(out.begin(), out.end());
  return out;
}

SentenceSpans spans_of(const Trace& trace) {
  SentenceSpans out;
  for (const TraceSentence& sentence : trace.sentences)
    out.emplace_back(sentence.begin, sentence.end);
  return out;
}

class Evaluation {
 public:
  Evaluation(const Extractor& extractor, const EvalOptions& options)
      : extractor_(extractor), options_(options) {}

  void run() {
    const std::string texts = options_.folder + "/texts";
    for (const std::string& path : files_in(options_.folder + "/gold", ".json")) {
      const std::string name = fs::path(path).stem().string();
      known_.insert(name);
      article(path, name, texts + "/" + name + ".txt");
    }
    for (const std::string& path : files_in(texts, ".txt")) {
      if (known_.count(fs::path(path).stem().string()) == 0)
        complain(path + ": passed over, there is no gold file of that name");
    }
  }

  const Score& score() const { return score_; }
  const std::string& evidence() const { return evidence_; }
  bool failed() const { return failed_; }

 private:
  void complain(const std::string& message) {
    failed_ = true;
    report(message);
  }

  void article(const std::string& gold_path, const std::string& name,
               const std::string& text_path) {
    const std::optional<std::string> bytes = read_file(gold_path);
    if (!bytes) return complain(gold_path + ": cannot be read");
    const Result<GoldArticle> gold = parse_gold(*bytes);
    if (!gold.ok()) return complain(gold_path + ": " + gold.error().message);
    if (gold.value().doc != name)
      return complain(gold_path + ": \"doc\": expected \"" + name + "\", the name of the file");
    TextReaderOptions reading_options;
    reading_options.max_bytes = options_.max_bytes;
    const std::optional<Reading> reading = TextReader({text_path}, reading_options).next();
    for (const Error& error : reading->errors) complain(error.message);
    if (!reading->document) return;
    Trace trace;
    const std::vector<Fact> facts = extractor_.extract(*reading->document, &trace);
    const std::size_t before = score_.judged.size();
    add_article(gold.value(), facts, reading->document->text, spans_of(trace), score_);
    for (std::size_t i = before; i < score_.judged.size(); ++i)
      note_evidence(name, score_.judged[i], trace.evidence[score_.judged[i].fact]);
  }

  void note_evidence(const std::string& name, const Judged& judged, const TraceEvidence& evidence) {
    if (options_.evidence.empty()) return;
    const nlohmann::ordered_json line{{"doc", name},
                                      {"right", judged.right},
                                      {"prior", evidence.prior},
                                      {"evidence", evidence.names}};
    evidence_ += line.dump() + '\n';
  }

  const Extractor& extractor_;
  const EvalOptions& options_;
  Score score_;
  std::string evidence_;  // a line for each fact that is right or wrong
  std::set<std::string> known_;
  bool failed_ = false;
};

/// The baseline in that file; nothing, with a report, when there is none.
std::optional<Baseline> load_baseline(const std::string& path) {
  const std::optional<std::string> bytes = read_file(path);
  if (!bytes) return report(path + ": cannot be read"), std::nullopt;
  Result<Baseline> baseline = parse_baseline(*bytes);
  if (baseline.ok()) return std::move(baseline.value());
  report(path + ": " + baseline.error().message);
  return std::nullopt;
}

std::string text_report(const Score& score, const EvalOptions& options, const Baseline* before) {
  std::string out;
  if (options.show) out += complaints_text(score.complaints) + '\n';
  out += score_text(score);
  if (before != nullptr) out += '\n' + difference_text(*before, score);
  return out;
}

/// Whether `content` is in that file now; if not, that has been reported.
bool write_whole(const std::string& path, const std::string& content) {
  Result<AtomicFile> file = AtomicFile::create(path);
  std::optional<Error> error = file.ok() ? file.value().write(content) : file.error();
  if (!error) error = file.value().commit();
  if (error) report(error->message);
  return !error;
}

bool above_floors(const Score& score, const std::vector<std::string>& floors) {
  bool above = true;
  for (const std::string& text : floors) {
    const Floor floor = *parse_floor(text);
    const double share = share_named(score.total, floor.name);
    if (share >= floor.share) continue;
    above = false;
    report(floor.name + " is " + std::to_string(share) + ", below the floor of " +
           std::to_string(floor.share));
  }
  return above;
}

int run_verdicts(const EvalOptions& options) {
  ReviewOptions review{options.verdicts, options.inputs, options.show, options.json, 0};
  for (const std::string& text : options.floors) {
    const Floor floor = *parse_floor(text);
    if (floor.name != "precision") {
      return usage_error("--verdicts tell precision alone: --floor " + floor.name +
                         " has no meaning");
    }
    review.floor = floor.share;
  }
  return run_review(review);
}

int run(EvalOptions& options) {
  if (!options.verdicts.empty()) return run_verdicts(options);
  if (options.inputs.size() > 1) {
    return usage_error(
        "expected one folder with texts/ and gold/; only with --verdicts there can be several "
        "files of facts");
  }
  options.folder = options.inputs.front();
  std::optional<Baseline> baseline;
  if (!options.baseline.empty()) {
    baseline = load_baseline(options.baseline);
    if (!baseline) return kNoInput;
  }
  const std::optional<Extractor> extractor = load_extractor(options.patterns);
  if (!extractor) return kBadPatterns;
  Evaluation evaluation(*extractor, options);
  evaluation.run();
  const Score& score = evaluation.score();
  if (score.articles == 0) {
    report(options.folder + ": expected articles in texts/ with their facts in gold/");
    return kNoInput;
  }
  if (!options.evidence.empty() && !write_whole(options.evidence, evaluation.evidence()))
    return kSomeFailed;
  const Baseline* before = baseline ? &*baseline : nullptr;
  const int printed =
      print(options.json ? score_json(score, before) : text_report(score, options, before));
  if (printed != kFine) return printed;
  return above_floors(score, options.floors) && !evaluation.failed() ? kFine : kSomeFailed;
}

}  // namespace

void add_eval(CLI::App& app, int& exit_code) {
  CLI::App* command =
      app.add_subcommand("eval", "Score the extraction of articles whose facts are known");
  const auto options = std::make_shared<EvalOptions>();
  command
      ->add_option("input", options->inputs,
                   "Folder with texts/ and gold/; with --verdicts, facts as `extract` writes them")
      ->type_name("DIR|FACTS")
      ->required();
  CLI::Option* verdicts =
      command
          ->add_option(
              "--verdicts", options->verdicts,
              "Score FACTS by the verdicts in FILE, which a person gave: precision by rule")
          ->type_name("FILE");
  command->add_flag("--show", options->show,
                    "List every missed and wrong fact with its sentence and rule");
  command->add_flag("--json", options->json, "Print all of it as one JSON object");
  command
      ->add_option("--baseline", options->baseline,
                   "Tell what was won and lost since FILE, written by --json")
      ->type_name("FILE")
      ->excludes(verdicts);
  command
      ->add_option("--evidence", options->evidence,
                   "Write to FILE what each fact rests on and whether it is right, for calibrating")
      ->type_name("FILE")
      ->excludes(verdicts);
  command
      ->add_option("--floor", options->floors,
                   "Fail when precision, recall or f1 is below SHARE; can be repeated")
      ->type_name("NAME=SHARE")
      ->check(CLI::Validator(
          [](std::string& text) {
            return parse_floor(text) ? std::string()
                                     : "'" + text + "' is not precision, recall or f1 = 0 to 1";
          },
          ""));
  add_patterns_option(*command, options->patterns);
  add_size_option(*command, options->max_bytes);
  command->footer(kEvalFooter);
  command->callback([options, &exit_code] { exit_code = run(*options); });
}

}  // namespace recount::cli
