// The `recount` command, run as a process.
#pragma once

#include <sys/types.h>

#include <string>
#include <string_view>
#include <vector>

namespace recount::testing {

struct CommandResult {
  int code = -1;  // exit code; -1 when a signal ended the command
  std::string out;
  std::string err;
};

/// The path of the command: that of the build to which the running tests belong.
std::string recount_binary();

/// Where the command's standard output goes.
enum class Stdout {
  kFile,        // as in a pipe: no terminal
  kTerminal,    // a pseudo-terminal; its line ends are "\r\n"
  kFull,        // /dev/full
  kClosedPipe,  // a pipe that nobody reads
};

/// Runs `recount ARGUMENTS` with `input` as standard input. `variables` ("NO_COLOR=1") are added to
/// the environment, which is else the test's own with TERM=xterm and without NO_COLOR.
CommandResult run_recount(const std::vector<std::string>& arguments, std::string_view input = "",
                          Stdout where = Stdout::kFile,
                          const std::vector<std::string>& variables = {});

/// A `recount ARGUMENTS` that runs beside the test, without standard input. Killed by the
/// destructor.
class RunningRecount {
 public:
  /// Standard output and error go to the files `out` and `err`.
  RunningRecount(const std::vector<std::string>& arguments, const std::string& out,
                 const std::string& err);
  ~RunningRecount();
  RunningRecount(const RunningRecount&) = delete;
  RunningRecount& operator=(const RunningRecount&) = delete;

  void send(int signal) const;
  bool ended();
  /// Waits for the end. The exit code, or -1 when a signal ended it.
  int wait();

 private:
  pid_t child_;
  bool ended_ = false;
  int code_ = -1;
};

}  // namespace recount::testing
