#include <CLI/CLI.hpp>
#include <csignal>
#include <exception>
#include <string>

#include "cli/commands.h"
#include "cli/common.h"
#include "extractor/version.h"

namespace {

constexpr const char* kDescription =
    "Reads news about British council elections and returns the figures in it as records that can "
    "be checked.";

constexpr const char* kFooter = R"(
Examples:
  recount extract article.txt              facts as JSON, one a line
  recount extract --table articles/        all articles of a folder, for reading
  recount extract crawl/*.warc.gz -o facts.sqlite
  recount explain article.txt              how each fact came about
  recount eval corpus/samples              hold facts against those a reader found
  recount reconcile facts.jsonl            hold the facts of many articles against each other
  recount chart facts.jsonl --council medway -o medway.svg
  recount run articles/ -o results/        facts, consensus and conflicts in one go
  recount check facts.jsonl --against results.csv --election 2023-05-04
  recount report facts.jsonl --texts texts/ -o report/
  recount patterns check my-patterns/      test rules of your own

Exit codes:
  0  fine
  1  something went wrong with some documents or the output; the rest is done
  2  the command line is wrong; nothing is done
  3  no input could be read
  4  the patterns are faulty, or an example of a rule fails
  5  facts contradict each other (reconcile --fail-on conflict) or results (check --fail-on wrong)
  6  no space is left for the output; what is short has not its name
  130, 143  ended in good order by Ctrl-C or a request to terminate)";

std::string failure_text(const CLI::App*, const CLI::Error& error) {
  return "recount: " + std::string(error.what()) + "\nSee recount --help\n";
}

int run(int argc, char** argv) {
  using namespace recount::cli;
  int exit_code = kFine;
  CLI::App app(kDescription, "recount");
  app.set_version_flag("--version", "recount " + std::string(recount::version()));
  app.footer(kFooter);
  app.failure_message(failure_text);
  app.require_subcommand(1);
  add_extract(app, exit_code);
  add_explain(app, exit_code);
  add_eval(app, exit_code);
  add_reconcile(app, exit_code);
  add_chart(app, exit_code);
  add_run(app, exit_code);
  add_check(app, exit_code);
  add_report(app, exit_code);
  add_patterns(app, exit_code);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? kFine : kUsage;
  }
  return exit_code;
}

}  // namespace

int main(int argc, char** argv) {
  std::signal(SIGPIPE, SIG_IGN);  // a closed pipe is an error of write(), which we take quietly
  std::signal(SIGXFSZ, SIG_IGN);  // and so is a file that may not grow further
  try {
    return run(argc, argv);
  } catch (const std::exception& error) {  // out of memory
    recount::cli::report(error.what());
    return recount::cli::kSomeFailed;
  }
}
