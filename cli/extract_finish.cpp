// How `recount extract` keeps what it has done, and how it ends.
#include <utility>

#include "cli/commands.h"
#include "cli/common.h"
#include "cli/extract_output.h"
#include "output/records/describe.h"

namespace recount::cli {
namespace {

constexpr int kKilledBySignal = 128;  // as a shell has it

void remember_time(Summary& summary, double before, std::chrono::duration<double> passed) {
  summary.seconds = before + passed.count();
}

}  // namespace

/// What the journal says must be on disk before the journal says it.
void ExtractOutput::checkpoint() {
  if (trouble_) return;
  if (writer_) {
    const Result<std::uint64_t> bytes = writer_->checkpoint();
    if (!bytes.ok()) return void(good(bytes.error()));
    last_.record_bytes = bytes.value();
  }
  for (const auto& [list, last] :
       {std::pair(&errors_, &last_.error_bytes), std::pair(&copy_list_, &last_.copy_bytes),
        std::pair(&passed_list_, &last_.passed_bytes)}) {
    if (!*list) continue;
    const Result<std::uint64_t> bytes = (*list)->checkpoint();
    if (!bytes.ok()) return void(good(bytes.error()));
    *last = bytes.value();
  }
  if (texts_ && !good(texts_->checkpoint())) return;
  remember_time(summary_, seconds_before_, Clock::now() - begin_);
  last_.summary = summary_;
  if (!good(journal_->write(last_))) return;
  last_.ids.clear();
  last_.texts.clear();
  last_checkpoint_ = Clock::now();
}

int ExtractOutput::finish(int signal) {
  remember_time(summary_, seconds_before_, Clock::now() - begin_);
  const bool progress_shown = display_ != nullptr && display_->stop();
  if (stdout_ && print_) good_print(stdout_->commit());
  if (trouble_ || (!print_ && !options_.records_to_file())) return give_up();
  const int code = end(signal);
  if (trouble_) return give_up();
  if (!options_.quiet && (progress_shown || (options_.records_to_file() && !options_.table)))
    tell(summary_text(summary_));
  if (!options_.quiet && signal == 0) tell_of_review();
  return code;
}

/// A verdict that fits no fact is of other articles, or of a text or rule that has changed since.
void ExtractOutput::tell_of_review() {
  const std::size_t used = summary_.accepted + summary_.rejected + summary_.corrected;
  if (used >= options_.review.size()) return;
  const std::size_t left = options_.review.size() - used;
  tell(with_commas(left) +
       (left == 1 ? " verdict is on a fact that was"
                  : " verdicts are on facts "
                    "that were") +
       " not found here");
}

/// The output cannot be written further, or nobody reads it.
int ExtractOutput::give_up() {
  if (!any_trouble_) return kFine;
  if (journal_ != nullptr && journal_->kept()) {
    tell("what was done is kept in " + journal_->path() +
         ": the same command with --resume goes on from there");
  } else {
    if (journal_ != nullptr) journal_->remove();
    if (writer_) writer_->discard();
    for (const auto& list : {&errors_, &copy_list_, &passed_list_})
      if (*list) (*list)->discard();
  }
  return trouble_ && trouble_->code == ErrorCode::kNoSpace ? kNoSpaceLeft : kSomeFailed;
}

int ExtractOutput::end(int signal) {
  const bool any_read = summary_.documents > 0;
  if (signal != 0 && journal_ != nullptr) checkpoint();
  for (const auto& list : {&errors_, &copy_list_, &passed_list_})
    if (*list && !trouble_) good((*list)->commit());
  if (writer_ && !trouble_) {
    if (any_read || signal != 0) {
      good(writer_->commit());
      if (options_.datapackage && !trouble_)
        good(describe_records(options_.file, options_.kind, options_.writer.registry));
    } else {
      writer_->discard();
    }
  }
  if (trouble_) return kSomeFailed;
  leave_summary(signal == 0);
  if (signal != 0) {
    if (!options_.quiet) {
      tell(journal_ == nullptr ? std::string("interrupted")
                               : "interrupted; " + options_.file +
                                     " is whole as far as it goes, and the same command with "
                                     "--resume goes on");
    }
    return kKilledBySignal + signal;
  }
  if (journal_ != nullptr) journal_->remove();
  if (!any_read) return kNoInput;
  return any_trouble_ ? kSomeFailed : kFine;
}

void ExtractOutput::leave_summary(bool complete) {
  if (options_.summary.empty()) return;
  Result<AtomicFile> file = AtomicFile::create(options_.summary);
  if (!file.ok()) return void(good(file.error()));
  const std::string output = options_.records_to_file() ? options_.file : "-";
  if (good(file.value().write(summary_json(summary_, output, complete))))
    good(file.value().commit());
}

}  // namespace recount::cli
