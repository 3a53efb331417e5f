// The serial step of `recount extract`: where facts go, and what its exit code is.
#pragma once

#include <chrono>
#include <cstddef>
#include <memory>
#include <optional>
#include <string>

#include "cli/extract_work.h"
#include "corpus/result.h"
#include "output/batch/copies.h"
#include "output/batch/document_ids.h"
#include "output/batch/progress.h"
#include "output/batch/run_journal.h"
#include "output/batch/side_list.h"
#include "output/batch/summary.h"
#include "output/batch/text_folder.h"
#include "output/records/atomic_file.h"
#include "output/records/record_writer.h"
#include "output/review/review.h"

namespace recount::cli {

struct OutputOptions {
  std::string file;  // for the records; empty or "-" is standard output
  RecordKind kind = RecordKind::kJsonl;
  bool table = false;         // a table on standard output
  std::size_t width = 100;    // of the table, in columns
  double min_confidence = 0;  // 0..1; facts below are left out
  bool dedupe = false;        // leave out the facts of copies
  bool quiet = false;         // say nothing but that the output cannot be written
  bool datapackage = false;   // describe the file of the records beside it
  std::string texts;          // folder for the texts; empty: none
  bool all_texts = false;     // also of what cannot hold a fact
  std::string errors;         // file for failures; empty: none
  std::string copies;         // file for copies; empty: none
  std::string passed_over;    // file for what was passed over; empty: none
  std::string summary;        // file for the summary; empty: none
  double checkpoint_seconds = 5;
  Review review;  // what a person found wrong is left out or corrected; needs writer.registry
  WriterOptions writer;

  bool records_to_file() const { return !file.empty() && file != "-"; }
  bool wants_records() const { return !table || records_to_file(); }
};

/// One thread at a time.
class ExtractOutput {
 public:
  /// Begins a run, or goes on with the one that `journal` tells of; without `journal`, nobody can
  /// go on with it. What is told goes to `display`, what is counted also to `counts`. All arguments
  /// outlive the object. Errors kCannotWrite, kNoSpace, kUnreadable, and kBadRecord when the
  /// journal is of another run.
  static Result<std::unique_ptr<ExtractOutput>> open(const OutputOptions& options, bool resume,
                                                     RunJournal* journal, RunningCounts& counts);

  /// Where the run that is gone on with had come to; the beginning of another one.
  const Position& begin() const { return last_.position; }
  std::uint64_t disk_bytes_before() const { return last_.summary.disk_bytes; }
  bool resumed() const { return resumed_; }
  void set_display(ProgressDisplay& display) { display_ = &display; }

  /// Writes what came of the next parcel, after which the input goes on at `position`. False when
  /// there is no use in going on: the records cannot be written, or nobody reads what is printed.
  bool take(ParcelYield&& yield, const Position& position);

  /// Ends the run, in good order after `signal` if that is not 0; else all input was read, or
  /// take() was false. Gives the file its name if any document was read. The exit code.
  int finish(int signal);

 private:
  ExtractOutput(const OutputOptions& options, RunJournal* journal, RunningCounts& counts)
      : options_(options), journal_(journal), counts_(counts) {}

  std::optional<Error> open_files(bool resume);
  static std::optional<Error> open_list(const std::string& path, std::optional<std::uint64_t> bytes,
                                        std::optional<SideList>& list);
  void restore(Checkpoint&& checkpoint);
  void fail(const Failure& failure);
  void write(Found&& found);
  void give_id(Found& found);
  void write_text(Found& found);
  void write_document(Found& found, const std::vector<Fact>& facts);
  void review(std::vector<Fact>& facts);
  void print_table(const Found& found, const std::vector<Fact>& facts);
  const CopiedText* original_of(const Found& found);
  void checkpoint();
  void remember(const Position& position);
  void tell_of_review();
  int give_up();
  int end(int signal);
  void leave_summary(bool complete);
  /// Whether there is no error; one ends the run.
  bool good(const std::optional<Error>& error);
  bool good_print(const std::optional<Error>& error);
  void tell(const std::string& message);

  using Clock = std::chrono::steady_clock;

  const OutputOptions& options_;
  RunJournal* journal_;  // nullptr: none
  RunningCounts& counts_;
  ProgressDisplay* display_ = nullptr;

  std::unique_ptr<RecordWriter> writer_;  // nullptr: no records wanted
  std::optional<AtomicFile> stdout_;      // for the table
  std::optional<SideList> errors_;
  std::optional<SideList> copy_list_;
  std::optional<SideList> passed_list_;
  std::optional<TextFolder> texts_;

  DocumentIds ids_;
  Copies copies_;
  Checkpoint last_;  // as it was when this run began, then what the next one is to hold
  Summary summary_;
  double seconds_before_ = 0;
  bool resumed_ = false;

  bool print_ = true;             // somebody reads standard output
  std::optional<Error> trouble_;  // with an output; the run is over
  bool any_trouble_ = false;      // with documents or an output
  Clock::time_point begin_ = Clock::now();
  Clock::time_point last_checkpoint_ = begin_;
};

}  // namespace recount::cli
