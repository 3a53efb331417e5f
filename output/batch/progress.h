// What a long run says of itself while it runs.
#pragma once

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <thread>

namespace recount {

/// How far a run has come. Any thread may count, any thread may look.
struct RunningCounts {
  std::atomic<std::uint64_t> documents = 0;
  std::atomic<std::uint64_t> failed = 0;
  std::atomic<std::uint64_t> facts = 0;
  std::atomic<std::uint64_t> bytes = 0;       // of documents
  std::atomic<std::uint64_t> disk_bytes = 0;  // of inputs, done
};

/// The same at one moment, and what else a line of progress tells.
struct ProgressState {
  std::uint64_t documents = 0;
  std::uint64_t failed = 0;
  std::uint64_t facts = 0;
  std::uint64_t bytes = 0;
  std::uint64_t disk_bytes = 0;
  std::uint64_t disk_bytes_before = 0;            // of them, done by an earlier run
  std::optional<std::uint64_t> disk_bytes_total;  // nothing: unknown
  double seconds = 0;                             // of this run
};

/// "12,345 documents, 64.2 MB/s, 3,210 facts, 2 failed, 45%, 12 min left", without a newline; what
/// is unknown or nothing is left out, time left also as long as it is mere guessing.
std::string progress_line(const ProgressState& state);
/// The same behind a bar of 20 columns, cut to `width` columns.
std::string progress_bar(const ProgressState& state, std::size_t width);

/// Writes lines of progress and messages to one file descriptor, from a thread of its own: on a
/// terminal a bar that is drawn anew and gone at the end, else a line every `interval`. Any thread
/// may call report().
class ProgressDisplay {
 public:
  struct Options {
    int fd = 2;
    bool shown = true;      // false: only messages
    bool terminal = false;  // draw a bar
    std::chrono::milliseconds interval{10'000};
    std::optional<std::uint64_t> disk_bytes_total;
    std::uint64_t disk_bytes_before = 0;
  };
  /// Keeps a reference to `counts`.
  ProgressDisplay(const RunningCounts& counts, Options options);
  ~ProgressDisplay();
  ProgressDisplay(const ProgressDisplay&) = delete;
  ProgressDisplay& operator=(const ProgressDisplay&) = delete;

  /// Writes `recount: MESSAGE` as a line of its own.
  void report(std::string_view message);
  /// No more progress; the bar goes away. Whether any was shown. Can be called again.
  bool stop();

 private:
  void run();
  ProgressState state() const;
  void show();
  void clear_bar();
  void write(std::string_view bytes) const;

  const RunningCounts& counts_;
  const Options options_;
  const std::chrono::steady_clock::time_point begin_ = std::chrono::steady_clock::now();
  std::mutex mutex_;
  std::condition_variable stopping_;
  bool stopped_ = false;
  bool shown_ = false;  // at any time
  bool bar_ = false;    // on the screen now
  std::thread thread_;
};

}  // namespace recount
