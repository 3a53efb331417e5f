// Records as comma-separated values.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "output/records/atomic_file.h"
#include "output/records/record_writer.h"

namespace recount {

/// A header with the fields of flat_fact_table(), then a row for each fact; documents without facts
/// leave no trace. RFC 4180 in UTF-8 without a byte order mark: lines end with CR LF; a cell is
/// quoted when it holds a comma, a quotation mark or a line end, or has a space at either end; an
/// empty cell is unknown. NUL and bytes that are no UTF-8 become U+FFFD.
///
/// A cell that begins with = + - or @ is data like any other and is written as it is, for a quote
/// must be the words of the article. A spreadsheet that opens the file by a double click may take
/// such text for a formula; imported with these columns as text, it does not.
class CsvWriter : public RecordWriter {
 public:
  /// With `header`, the header is written first; a file that is gone on with has it.
  CsvWriter(AtomicFile file, bool header);

  std::optional<Error> write(const DocumentRecord& document, std::span<const Fact> facts) override;
  std::optional<Error> flush() override { return file_.flush(); }
  Result<std::uint64_t> checkpoint() override { return file_.checkpoint(); }
  void discard() override { file_.discard(); }
  std::optional<Error> commit() override { return file_.commit(); }
  bool reader_gone() const override { return file_.reader_gone(); }

 private:
  AtomicFile file_;
};

/// Appends `cell` to a line of CSV, quoted if need be; `buffer` is scratch memory.
void append_csv_cell(std::string_view cell, std::string& line, std::string& buffer);

/// The line of one fact, with its line end.
std::string to_csv_line(const Fact& fact);

}  // namespace recount
