// The sub-commands of `recount`. Each adds itself to the parser; when it is chosen, it runs while
// the command line is parsed and leaves its exit code.
#pragma once

namespace CLI {
class App;  // of CLI11, which takes long to compile: only those who build options include it
}

namespace recount::cli {

/// What the program tells its caller. A run that a signal ends in good order has 128 and the
/// signal.
enum ExitCode : int {
  kFine = 0,
  kSomeFailed = 1,   // some documents or the output; the rest is done
  kUsage = 2,        // the command line makes no sense; nothing is done
  kNoInput = 3,      // no input could be read
  kBadPatterns = 4,  // the patterns are faulty, or an example of a rule fails
  kConflicts = 5,    // facts contradict each other, and the caller asked to be told so
  kNoSpaceLeft = 6,  // the disk is full; nothing that is short has the name of the output
};

void add_extract(CLI::App& app, int& exit_code);
void add_explain(CLI::App& app, int& exit_code);
void add_eval(CLI::App& app, int& exit_code);
void add_reconcile(CLI::App& app, int& exit_code);
void add_chart(CLI::App& app, int& exit_code);
void add_run(CLI::App& app, int& exit_code);
void add_check(CLI::App& app, int& exit_code);
void add_report(CLI::App& app, int& exit_code);
void add_patterns(CLI::App& app, int& exit_code);

}  // namespace recount::cli
