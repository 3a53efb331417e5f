#include "output/batch/run_journal.h"

#include <unistd.h>

#include <utility>

namespace recount {

Result<std::optional<Checkpoint>> RunJournal::go_on(
    const std::function<void(Checkpoint&&)>& restore) {
  std::optional<Checkpoint> last;
  if (::access(path_.c_str(), F_OK) != 0) return last;
  bool first = true;
  Result<Journal> journal =
      Journal::go_on(path_, [&](std::string_view line) -> std::optional<Error> {
        if (std::exchange(first, false)) {
          if (line == run_) return std::nullopt;
          return Error{ErrorCode::kBadRecord,
                       path_ +
                           ": is of a run with other inputs, options or version, or the inputs "
                           "have changed: " +
                           std::string(line)};
        }
        Result<Checkpoint> checkpoint = parse_journal_line(line);
        if (!checkpoint.ok())
          return Error{ErrorCode::kBadRecord, path_ + ": " + checkpoint.error().message};
        last = checkpoint.value();
        restore(std::move(checkpoint.value()));
        return std::nullopt;
      });
  if (!journal.ok()) return journal.error();
  journal_.emplace(std::move(journal.value()));
  kept_ = last.has_value();
  return last;
}

std::optional<Error> RunJournal::begin_anew() {
  journal_.reset();  // one that held nothing to go on from
  Result<Journal> journal = Journal::create(path_);
  if (!journal.ok()) return journal.error();
  journal_.emplace(std::move(journal.value()));
  return journal_->append(run_);
}

std::optional<Error> RunJournal::write(const Checkpoint& checkpoint) {
  if (auto error = journal_->append(to_journal_line(checkpoint))) return error;
  kept_ = true;
  return std::nullopt;
}

void RunJournal::remove() {
  if (journal_) journal_->remove();
  journal_.reset();
  kept_ = false;
}

}  // namespace recount
