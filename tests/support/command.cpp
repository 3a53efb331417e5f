#include "tests/support/command.h"

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <stdexcept>

#include "tests/support/temp_folder.h"

namespace recount::testing {
namespace {

int open_terminal(int& leader) {
  leader = ::posix_openpt(O_RDWR | O_NOCTTY);
  if (leader < 0 || ::grantpt(leader) != 0 || ::unlockpt(leader) != 0) return -1;
  return ::open(::ptsname(leader), O_WRONLY | O_NOCTTY);
}

int open_closed_pipe() {
  std::array<int, 2> ends{};
  if (::pipe(ends.data()) != 0) return -1;
  ::close(ends[0]);
  return ends[1];
}

[[noreturn]] void become_recount(const std::vector<std::string>& arguments, std::array<int, 3> fds,
                                 const std::vector<std::string>& variables) {
  for (int fd = 0; fd < 3; ++fd) ::dup2(fds[static_cast<std::size_t>(fd)], fd);
  ::setenv("TERM", "xterm", 1);
  ::unsetenv("NO_COLOR");
  for (const std::string& variable : variables) ::putenv(const_cast<char*>(variable.c_str()));
  std::vector<char*> argv{const_cast<char*>("recount")};
  for (const std::string& argument : arguments) argv.push_back(const_cast<char*>(argument.c_str()));
  argv.push_back(nullptr);
  ::execv(recount_binary().c_str(), argv.data());
  ::_exit(127);
}

/// What arrives at the terminal until its last writer is gone.
std::string read_terminal(int leader) {
  std::string out;
  std::array<char, 4096> buffer{};
  ssize_t count = 0;
  while ((count = ::read(leader, buffer.data(), buffer.size())) > 0) {
    out.append(buffer.data(), static_cast<std::size_t>(count));
  }
  ::close(leader);
  return out;
}

}  // namespace

std::string recount_binary() {
  const std::filesystem::path tests = std::filesystem::read_symlink("/proc/self/exe");
  return tests.parent_path().parent_path() / "recount";
}

CommandResult run_recount(const std::vector<std::string>& arguments, std::string_view input,
                          Stdout where, const std::vector<std::string>& variables) {
  const TempFolder folder;
  const std::string out_path = folder.path("out");
  int leader = -1;
  const auto open_output = [&] {
    switch (where) {
      case Stdout::kTerminal:
        return open_terminal(leader);
      case Stdout::kFull:
        return ::open("/dev/full", O_WRONLY);
      case Stdout::kClosedPipe:
        return open_closed_pipe();
      case Stdout::kFile:
        break;
    }
    return ::open(out_path.c_str(), O_WRONLY | O_CREAT, 0600);
  };
  const std::array<int, 3> fds{::open(folder.write("in", input).c_str(), O_RDONLY), open_output(),
                               ::open(folder.path("err").c_str(), O_WRONLY | O_CREAT, 0600)};
  const pid_t child = ::fork();
  if (child == 0) become_recount(arguments, fds, variables);
  for (const int fd : fds) ::close(fd);
  if (child < 0) throw std::runtime_error("cannot start the command");

  CommandResult result;
  if (leader >= 0) result.out = read_terminal(leader);
  int status = 0;
  ::waitpid(child, &status, 0);
  if (WIFEXITED(status)) result.code = WEXITSTATUS(status);
  if (leader < 0) result.out = read_file(out_path);
  result.err = read_file(folder.path("err"));
  return result;
}

RunningRecount::RunningRecount(const std::vector<std::string>& arguments, const std::string& out,
                               const std::string& err) {
  const std::array<int, 3> fds{::open("/dev/null", O_RDONLY),
                               ::open(out.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600),
                               ::open(err.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600)};
  child_ = ::fork();
  if (child_ == 0) become_recount(arguments, fds, {});
  for (const int fd : fds) ::close(fd);
  if (child_ < 0) throw std::runtime_error("cannot start the command");
}

RunningRecount::~RunningRecount() {
  if (ended_) return;
  send(SIGKILL);
  wait();
}

void RunningRecount::send(int signal) const {
  if (!ended_) ::kill(child_, signal);
}

bool RunningRecount::ended() {
  int status = 0;
  if (!ended_ && ::waitpid(child_, &status, WNOHANG) == child_) {
    ended_ = true;
    if (WIFEXITED(status)) code_ = WEXITSTATUS(status);
  }
  return ended_;
}

int RunningRecount::wait() {
  int status = 0;
  if (!ended_ && ::waitpid(child_, &status, 0) == child_ && WIFEXITED(status))
    code_ = WEXITSTATUS(status);
  ended_ = true;
  return code_;
}

}  // namespace recount::testing
