#include "cli/stop_signals.h"

#include <unistd.h>

#include <array>
#include <atomic>
#include <cerrno>
#include <csignal>
#include <string_view>

namespace recount::cli {
namespace {

constexpr std::array<int, 3> kSignals{SIGINT, SIGTERM, SIGHUP};

std::atomic<int> last_signal = 0;
static_assert(std::atomic<int>::is_always_lock_free);  // a handler may touch it

constexpr std::string_view kTold =
    "\nrecount: finishing what has begun; the same signal again ends it at once\n";
std::atomic<bool> told = false;  // or not to be told

void note(int signal) {
  last_signal.store(signal);
  if (told.exchange(true)) return;
  const int number = errno;
  [[maybe_unused]] const ssize_t count = ::write(STDERR_FILENO, kTold.data(), kTold.size());
  errno = number;
}

}  // namespace

StopSignals::StopSignals(bool quiet) {
  last_signal.store(0);
  told.store(quiet);
  for (const int signal : kSignals) {
    struct sigaction before {};
    if (::sigaction(signal, nullptr, &before) != 0 || before.sa_handler == SIG_IGN) continue;
    struct sigaction action {};
    action.sa_handler = note;
    // Reading goes on: what has begun is finished.
    action.sa_flags = static_cast<int>(SA_RESETHAND) | SA_RESTART;
    ::sigemptyset(&action.sa_mask);
    ::sigaction(signal, &action, nullptr);
  }
}

StopSignals::~StopSignals() {
  for (const int signal : kSignals) {
    struct sigaction now {};
    if (::sigaction(signal, nullptr, &now) == 0 && now.sa_handler == note)
      std::signal(signal, SIG_DFL);
  }
}

int StopSignals::received() { return last_signal.load(); }

}  // namespace recount::cli
