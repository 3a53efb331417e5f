#include "cli/extract_output.h"

#include <unistd.h>

#include <algorithm>
#include <bit>
#include <cstdlib>
#include <utility>

#include "cli/commands.h"
#include "cli/common.h"
#include "extractor/facts/fact_id.h"
#include "output/records/table.h"

namespace recount::cli {
namespace {

std::string heading_of(const DocumentRecord& document) {
  std::string out = document.doc;
  std::string known;
  for (const auto* field : {&document.metadata.source, &document.metadata.published}) {
    if (!*field) continue;
    if (!known.empty()) known += ", ";
    known += **field;
  }
  return known.empty() ? out : out + " (" + known + ")";
}

std::uint64_t from_hex(const std::string& text) { return std::strtoull(text.c_str(), nullptr, 16); }

}  // namespace

Result<std::unique_ptr<ExtractOutput>> ExtractOutput::open(const OutputOptions& options,
                                                           bool resume, RunJournal* journal,
                                                           RunningCounts& counts) {
  std::unique_ptr<ExtractOutput> output(new ExtractOutput(options, journal, counts));
  if (resume && journal != nullptr) {
    Result<std::optional<Checkpoint>> last = journal->go_on(
        [&output](Checkpoint&& checkpoint) { output->restore(std::move(checkpoint)); });
    if (!last.ok()) return last.error();
    output->resumed_ = last.value().has_value();
  }
  if (auto error = output->open_files(output->resumed_)) return *error;
  if (journal != nullptr && !output->resumed_) {
    const std::optional<Error> error = journal->begin_anew();
    // Two runs may fill one database at a time, but only one of them can be gone on with.
    if (error && options.kind != RecordKind::kSqlite) return *error;
    if (error) output->journal_ = nullptr;
  }
  return output;
}

std::optional<Error> ExtractOutput::open_files(bool resume) {
  const auto from = [resume](std::uint64_t bytes) {
    return resume ? std::optional<std::uint64_t>(bytes) : std::nullopt;
  };
  if (auto error = open_list(options_.errors, from(last_.error_bytes), errors_)) return error;
  if (auto error = open_list(options_.copies, from(last_.copy_bytes), copy_list_)) return error;
  if (auto error = open_list(options_.passed_over, from(last_.passed_bytes), passed_list_))
    return error;
  if (!options_.texts.empty()) {
    Result<TextFolder> folder = TextFolder::open(options_.texts);
    if (!folder.ok()) return folder.error();
    texts_.emplace(std::move(folder.value()));
  }
  if (options_.table) stdout_.emplace(AtomicFile::standard_output());
  if (!options_.wants_records()) return std::nullopt;
  WriterOptions writing = options_.writer;
  writing.keep_part = journal_ != nullptr;
  writing.resume_at = from(last_.record_bytes);
  Result<std::unique_ptr<RecordWriter>> writer =
      open_records(options_.records_to_file() ? options_.file : "-", options_.kind, writing);
  if (!writer.ok()) return writer.error();
  writer_ = std::move(writer.value());
  return std::nullopt;
}

std::optional<Error> ExtractOutput::open_list(const std::string& path,
                                              std::optional<std::uint64_t> bytes,
                                              std::optional<SideList>& list) {
  if (path.empty()) return std::nullopt;
  Result<SideList> opened = SideList::open(path, bytes);
  if (!opened.ok()) return opened.error();
  list.emplace(std::move(opened.value()));
  return std::nullopt;
}

void ExtractOutput::restore(Checkpoint&& checkpoint) {
  for (const GivenId& id : checkpoint.ids) {
    ids_.restore(id.taken);
    if (id.number != 0) ids_.restore(id.wanted, id.number);
  }
  for (CopiedText& text : checkpoint.texts) copies_.restore(std::move(text));
  summary_ = checkpoint.summary;
  seconds_before_ = summary_.seconds;
  any_trouble_ = summary_.failed + summary_.faults > 0;
  checkpoint.ids.clear();
  checkpoint.texts.clear();
  last_ = std::move(checkpoint);
  counts_.documents = summary_.documents;
  counts_.failed = summary_.failed;
  counts_.facts = summary_.fact_count();
  counts_.disk_bytes = summary_.disk_bytes;
}

bool ExtractOutput::take(ParcelYield&& yield, const Position& position) {
  for (const Failure& failure : yield.failures) fail(failure);
  for (const RecordPlace& place : yield.passed_over_at) {
    if (passed_list_) good(passed_list_->add_passed_over(place.path, place.offset));
  }
  for (Found& found : yield.found) write(std::move(found));
  summary_.documents += yield.documents;
  summary_.passed_over += yield.passed_over;
  summary_.empty += yield.passed_over;
  summary_.bytes += yield.bytes;
  summary_.disk_bytes += yield.trail.disk_bytes;
  counts_.documents = summary_.documents;
  counts_.failed = summary_.failed;
  counts_.bytes += yield.bytes;
  counts_.disk_bytes = summary_.disk_bytes;
  last_.position = position;
  if (::isatty(STDOUT_FILENO) == 1) {
    if (stdout_ && print_) good_print(stdout_->flush());
    if (writer_ && !options_.records_to_file()) good(writer_->flush());
  }
  const std::chrono::duration<double> passed = Clock::now() - last_checkpoint_;
  if (journal_ != nullptr && passed.count() >= options_.checkpoint_seconds) checkpoint();
  return !trouble_ && (print_ || options_.records_to_file());
}

void ExtractOutput::fail(const Failure& failure) {
  any_trouble_ = true;
  ++(failure.error.code == ErrorCode::kBadMetadata ? summary_.faults : summary_.failed);
  if (!options_.quiet) tell(failure.error.message);
  if (errors_) good(errors_->add_failure(failure.path, failure.offset, failure.error));
}

void ExtractOutput::write(Found&& found) {
  if (found.passed_over && !options_.all_texts) return print_table(found, {});
  give_id(found);
  if (found.passed_over) {
    write_text(found);
    return print_table(found, {});
  }
  if (const CopiedText* original = original_of(found)) {
    ++summary_.copies;
    found.record.copy_of = original->doc;
    found.record.copy_distance = static_cast<std::uint32_t>(
        std::popcount(original->fingerprint ^ from_hex(found.record.fingerprint)));
    if (copy_list_) good(copy_list_->add_copy(found.record));
    return write_document(found, {});
  }
  std::vector<Fact> facts = std::move(found.all);
  if (!options_.review.empty()) review(facts);
  std::erase_if(facts,
                [this](const Fact& fact) { return fact.confidence < options_.min_confidence; });
  if (facts.empty()) ++summary_.empty;
  summary_.add(facts);
  counts_.facts += facts.size();
  write_document(found, facts);
}

/// Makes the id of the document unique.
void ExtractOutput::give_id(Found& found) {
  const std::string wanted = found.record.doc;
  found.record.doc = ids_.make_unique(wanted);
  const std::uint64_t number = ids_.last_number(wanted);
  const bool renamed = found.record.doc != wanted;
  last_.ids.push_back({DocumentIds::hash_of(found.record.doc),
                       renamed ? DocumentIds::hash_of(wanted) : 0, renamed ? number : 0});
  if (renamed) rename_document(found.record.doc, found.all);
}

void ExtractOutput::review(std::vector<Fact>& facts) {
  std::vector<Error> errors;
  const ReviewCounts counts =
      apply_review(options_.review, *options_.writer.registry, facts, errors);
  summary_.accepted += counts.accepted;
  summary_.rejected += counts.rejected;
  summary_.corrected += counts.corrected;
  for (const Error& error : errors) {
    any_trouble_ = true;
    if (!options_.quiet) tell(error.message);
  }
}

/// The document of which this one is a copy; if there is none, keeps this one.
const CopiedText* ExtractOutput::original_of(const Found& found) {
  if (!options_.dedupe) return nullptr;
  if (const CopiedText* original = copies_.original_of(found.all)) return original;
  const CopiedText* kept = copies_.add(found.all);
  if (kept != nullptr && journal_ != nullptr) last_.texts.push_back(*kept);
  return nullptr;
}

void ExtractOutput::write_text(Found& found) {
  if (trouble_ || !texts_) return;
  good(texts_->write({found.record.doc, std::move(found.text), found.record.metadata}));
}

void ExtractOutput::write_document(Found& found, const std::vector<Fact>& facts) {
  if (trouble_) return;
  write_text(found);
  if (writer_) good(writer_->write(found.record, facts));
  print_table(found, facts);
}

void ExtractOutput::print_table(const Found& found, const std::vector<Fact>& facts) {
  if (!stdout_ || !print_) return;
  std::string text = facts_table(heading_of(found.record), facts, options_.width) + '\n';
  if (found.record.copy_of)
    text = found.record.doc + "\n  a copy of " + *found.record.copy_of + "\n\n";
  good_print(stdout_->write(text));
}

bool ExtractOutput::good(const std::optional<Error>& error) {
  if (!error) return true;
  if (trouble_) return false;
  trouble_ = error;
  if (writer_ && writer_->reader_gone()) {  // no fault of anyone
    print_ = false;
    return false;
  }
  any_trouble_ = true;
  tell(error->message);
  return false;
}

bool ExtractOutput::good_print(const std::optional<Error>& error) {
  if (!error) return true;
  print_ = false;
  if (stdout_->reader_gone()) return false;  // no fault of anyone
  any_trouble_ = true;
  tell(error->message);
  if (!options_.records_to_file()) trouble_ = error;
  return false;
}

void ExtractOutput::tell(const std::string& message) {
  if (display_ != nullptr) {
    display_->report(message);
  } else {
    report(message);
  }
}

}  // namespace recount::cli
