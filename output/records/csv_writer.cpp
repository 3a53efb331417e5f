#include "output/records/csv_writer.h"

#include <array>
#include <charconv>
#include <cmath>

#include "extractor/facts/fingerprint.h"
#include "output/records/clean_text.h"
#include "output/records/record_schema.h"

namespace recount {
namespace {

constexpr std::string_view kLineEnd = "\r\n";

bool needs_quotes(std::string_view cell) {
  return !cell.empty() && (cell.front() == ' ' || cell.back() == ' ' ||
                           cell.find_first_of(",\"\r\n") != std::string_view::npos);
}

/// One line, cell by cell.
class CsvLine {
 public:
  void text(std::string_view cell) {
    separate();
    append_csv_cell(cell, line_, buffer_);
  }
  void known(const std::optional<std::string>& cell) { text(cell ? *cell : std::string_view()); }

  /// A number as it is read back without loss.
  template <typename Number>
  void number(Number value) {
    std::array<char, 32> digits;
    const auto [end, error] = std::to_chars(digits.begin(), digits.end(), value);
    text(std::string_view(digits.data(), static_cast<std::size_t>(end - digits.begin())));
  }

  std::string end() {
    line_ += kLineEnd;
    return std::move(line_);
  }

 private:
  void separate() {
    if (!first_) line_ += ',';
    first_ = false;
  }

  std::string line_;
  std::string buffer_;
  bool first_ = true;
};

std::string header_line() {
  CsvLine line;
  for (const Field& field : flat_fact_table().fields) line.text(field.name);
  return line.end();
}

}  // namespace

void append_csv_cell(std::string_view cell, std::string& line, std::string& buffer) {
  cell = clean_text(cell, buffer);
  if (!needs_quotes(cell)) {
    line += cell;
    return;
  }
  line += '"';
  for (const char c : cell) {
    if (c == '"') line += '"';
    line += c;
  }
  line += '"';
}

std::string to_csv_line(const Fact& fact) {
  const Provenance& article = *fact.article;
  CsvLine line;
  line.text(to_hex(fact.id));
  line.text(article.doc);
  line.known(article.source);
  line.known(article.url);
  line.known(article.published);
  line.text(article.fingerprint);
  line.known(fact.election);
  line.known(fact.election_id);
  line.text(place_kind_name(fact.place_kind));
  line.known(fact.place);
  line.known(fact.place_name);
  line.known(fact.party);
  line.text(measure_name(fact.measure));
  if (fact.outcome.empty()) {
    line.number(fact.number);
  } else {
    line.text("");
  }
  line.text(fact.outcome);
  line.text(fact.bound);
  line.text(fact.partial ? "true" : "false");
  line.text(fact.baseline.value_or(""));
  line.text(fact.quote);
  line.number(fact.start);
  line.number(fact.end);
  line.text(fact.rule);
  line.number(std::round(fact.confidence * 1000) / 1000);
  return line.end();
}

CsvWriter::CsvWriter(AtomicFile file, bool header) : file_(std::move(file)) {
  // What goes wrong here stays in the file and comes with the next call.
  if (header) file_.write(header_line());
}

std::optional<Error> CsvWriter::write(const DocumentRecord&, std::span<const Fact> facts) {
  for (const Fact& fact : facts) {
    if (auto error = file_.write(to_csv_line(fact))) return error;
  }
  return std::nullopt;
}

}  // namespace recount
