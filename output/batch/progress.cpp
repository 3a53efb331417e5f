#include "output/batch/progress.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>

#include "output/batch/summary.h"

namespace recount {
namespace {

constexpr std::size_t kBarColumns = 20;
constexpr std::size_t kDefaultColumns = 80;
/// Time left is a guess before so much of the input, and so much time, has passed.
constexpr double kShareToTell = 0.005;
constexpr double kSecondsToTell = 3;
constexpr std::chrono::milliseconds kBarInterval{250};

/// The share of the input that is done, 0 to 1, if that is known.
std::optional<double> share_done(const ProgressState& state) {
  if (!state.disk_bytes_total || *state.disk_bytes_total == 0) return std::nullopt;
  return std::min(
      1.0, static_cast<double>(state.disk_bytes) / static_cast<double>(*state.disk_bytes_total));
}

std::optional<double> seconds_left(const ProgressState& state) {
  const std::optional<double> share = share_done(state);
  if (!share || *share < kShareToTell || state.seconds < kSecondsToTell) return std::nullopt;
  const auto done = static_cast<double>(state.disk_bytes - state.disk_bytes_before);
  if (done <= 0) return std::nullopt;
  const double left = static_cast<double>(*state.disk_bytes_total) * (1 - *share);
  return left * state.seconds / done;
}

std::string percent(double share) { return std::to_string(static_cast<int>(share * 100)) + '%'; }

/// Columns of the terminal at `fd`.
std::size_t columns_of(int fd) {
  winsize size{};
  if (::ioctl(fd, TIOCGWINSZ, &size) != 0 || size.ws_col == 0) return kDefaultColumns;
  return size.ws_col;
}

}  // namespace

std::string progress_line(const ProgressState& state) {
  const double rate =
      state.seconds > 0 ? static_cast<double>(state.bytes) / kMegabyte / state.seconds : 0;
  char speed[32];
  std::snprintf(speed, sizeof speed, "%.1f", rate);
  std::string out = with_commas(state.documents) + " documents, " + speed + " MB/s, " +
                    with_commas(state.facts) + " facts";
  if (state.failed != 0) out += ", " + with_commas(state.failed) + " failed";
  if (const auto share = share_done(state)) out += ", " + percent(*share);
  if (const auto left = seconds_left(state)) out += ", " + duration_text(*left) + " left";
  return out;
}

std::string progress_bar(const ProgressState& state, std::size_t width) {
  std::string out;
  if (const auto share = share_done(state)) {
    const auto full = static_cast<std::size_t>(*share * kBarColumns);
    out = '[' + std::string(full, '#') + std::string(kBarColumns - full, '.') + "] ";
  }
  out += progress_line(state);
  // The last column stays free: some terminals go to the next line there.
  out.resize(std::min(out.size(), std::max<std::size_t>(width, 1) - 1));
  return out;
}

ProgressDisplay::ProgressDisplay(const RunningCounts& counts, Options options)
    : counts_(counts), options_(std::move(options)) {
  if (options_.shown) thread_ = std::thread([this] { run(); });
}

ProgressDisplay::~ProgressDisplay() { stop(); }

void ProgressDisplay::report(std::string_view message) {
  const std::lock_guard<std::mutex> lock(mutex_);
  clear_bar();
  write("recount: " + std::string(message) + '\n');
}

bool ProgressDisplay::stop() {
  {
    const std::lock_guard<std::mutex> lock(mutex_);
    stopped_ = true;
    clear_bar();
  }
  stopping_.notify_all();
  if (thread_.joinable()) thread_.join();
  return shown_;
}

void ProgressDisplay::run() {
  const auto interval = options_.terminal ? kBarInterval : options_.interval;
  std::unique_lock<std::mutex> lock(mutex_);
  while (!stopping_.wait_for(lock, interval, [this] { return stopped_; })) show();
}

void ProgressDisplay::show() {
  shown_ = true;
  if (!options_.terminal) return write("recount: " + progress_line(state()) + '\n');
  bar_ = true;
  write("\r\x1b[K" + progress_bar(state(), columns_of(options_.fd)));
}

void ProgressDisplay::clear_bar() {
  if (bar_) write("\r\x1b[K");
  bar_ = false;
}

ProgressState ProgressDisplay::state() const {
  ProgressState state;
  state.documents = counts_.documents;
  state.failed = counts_.failed;
  state.facts = counts_.facts;
  state.bytes = counts_.bytes;
  state.disk_bytes = counts_.disk_bytes;
  state.disk_bytes_before = options_.disk_bytes_before;
  state.disk_bytes_total = options_.disk_bytes_total;
  const std::chrono::duration<double> passed = std::chrono::steady_clock::now() - begin_;
  state.seconds = passed.count();
  return state;
}

/// What cannot be written there is nothing to tell anyone about.
void ProgressDisplay::write(std::string_view bytes) const {
  while (!bytes.empty()) {
    const ssize_t count = ::write(options_.fd, bytes.data(), bytes.size());
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) return;
    bytes.remove_prefix(static_cast<std::size_t>(count));
  }
}

}  // namespace recount
