// Signals that ask a long run to come to an end.
#pragma once

namespace recount::cli {

/// While it lives, the first SIGINT, SIGTERM or SIGHUP only leaves a word, unless it was ignored
/// when the program started (nohup); the second one of them ends the program as if nobody had
/// listened. One at a time.
class StopSignals {
 public:
  explicit StopSignals(bool quiet);
  ~StopSignals();
  StopSignals(const StopSignals&) = delete;
  StopSignals& operator=(const StopSignals&) = delete;

  /// The signal that came, or 0. Any thread.
  static int received();
};

}  // namespace recount::cli
