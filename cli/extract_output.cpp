#include "cli/extract_output.h"

#include <unistd.h>

#include <utility>

#include "cli/commands.h"
#include "cli/common.h"
#include "output/records/jsonl.h"
#include "output/records/table.h"

namespace recount::cli {
namespace {

std::string heading_of(const Document& document) {
  std::string out = document.id;
  std::string known;
  for (const auto* field : {&document.metadata.source, &document.metadata.published}) {
    if (!*field) continue;
    if (!known.empty()) known += ", ";
    known += **field;
  }
  return known.empty() ? out : out + " (" + known + ")";
}

}  // namespace

void render(const Document& document, const std::vector<Fact>& facts, const OutputOptions& options,
            Extracted& out) {
  if (options.wants_records()) {
    for (const Fact& fact : facts) out.records += to_json_line(fact) + '\n';
  }
  if (options.table) out.table = facts_table(heading_of(document), facts, options.width) + '\n';
}

Result<ExtractOutput> ExtractOutput::open(const OutputOptions& options, bool quiet) {
  if (!options.records_to_file()) return ExtractOutput(std::nullopt, quiet);
  Result<AtomicFile> file = AtomicFile::create(options.file);
  if (!file.ok()) return file.error();
  return ExtractOutput(std::move(file.value()), quiet);
}

bool ExtractOutput::write(const Extracted& extracted) {
  for (const Error& error : extracted.errors) {
    any_failed_ = true;
    if (!quiet_) report(error.message);
  }
  any_read_ = any_read_ || extracted.read;
  if (save_) {
    save_ = succeeded(*file_, file_->write(extracted.records));
  } else if (print_ && !file_) {
    print_ = succeeded(stdout_, stdout_.write(extracted.records));
  }
  if (print_) print_ = succeeded(stdout_, stdout_.write(extracted.table));
  if (print_ && ::isatty(STDOUT_FILENO) == 1) print_ = succeeded(stdout_, stdout_.flush());
  return file_ ? save_ : print_;
}

bool ExtractOutput::succeeded(const AtomicFile& out, const std::optional<Error>& error) {
  if (!error) return true;
  if (&out == &stdout_ && out.reader_gone()) return false;  // no fault of anyone
  any_failed_ = true;
  report(error->message);
  return false;
}

int ExtractOutput::finish() {
  if (print_) succeeded(stdout_, stdout_.commit());
  if (!any_read_) return kNoInput;
  if (save_) succeeded(*file_, file_->commit());
  return any_failed_ ? kSomeFailed : kFine;
}

}  // namespace recount::cli
