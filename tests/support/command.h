// The `recount` command, run as a process.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace recount::testing {

struct CommandResult {
  int code = -1;  // exit code; -1 when a signal ended the command
  std::string out;
  std::string err;
};

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

}  // namespace recount::testing
