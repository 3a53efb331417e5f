// The journal of a run, with which another process goes on where it was killed.
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "corpus/result.h"
#include "output/batch/checkpoint.h"
#include "output/batch/journal.h"

namespace recount {

/// A file with checkpoints, gone once the run has come to its end. Its first line says what the run
/// is, so that no other run goes on with it. One thread at a time.
class RunJournal {
 public:
  /// `run` says in one line what shapes the output: inputs, options, version.
  RunJournal(std::string path, std::string run) : path_(std::move(path)), run_(std::move(run)) {}

  /// Goes on with the journal that another process has left: hands every checkpoint to `restore`
  /// and returns the last. Nothing when there is none. Errors kBadRecord when that was another run,
  /// and those of Journal.
  Result<std::optional<Checkpoint>> go_on(const std::function<void(Checkpoint&&)>& restore);
  /// Makes the file, and forgets what another process has left. An error when that process is still
  /// at work.
  std::optional<Error> begin_anew();

  /// Adds a checkpoint, safe on disk afterwards. REQUIRES: the output it tells of is, too; the run
  /// has begun anew or gone on.
  std::optional<Error> write(const Checkpoint& checkpoint);
  /// Whether there is a checkpoint to go on from.
  bool kept() const { return kept_; }
  const std::string& path() const { return path_; }
  /// Removes the file.
  void remove();

 private:
  std::string path_;
  std::string run_;
  std::optional<Journal> journal_;
  bool kept_ = false;
};

}  // namespace recount
