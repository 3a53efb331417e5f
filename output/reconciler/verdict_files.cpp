// Verdicts as files of lines.
#include <array>
#include <charconv>
#include <filesystem>
#include <functional>

#include "output/reconciler/verdict_cells.h"
#include "output/reconciler/verdict_records.h"
#include "output/records/atomic_file.h"
#include "output/records/csv_writer.h"
#include "output/records/record_schema.h"

namespace recount {
namespace {

std::string cell_text(const VerdictCell& cell) {
  if (const std::string* text = std::get_if<std::string>(&cell)) return *text;
  const double* number = std::get_if<double>(&cell);
  if (number == nullptr) return "";
  std::array<char, 32> digits;
  const auto [end, error] = std::to_chars(digits.begin(), digits.end(), *number);
  return std::string(digits.begin(), end);
}

std::string csv_line(const std::vector<VerdictCell>& cells) {
  std::string line, buffer;
  for (const VerdictCell& cell : cells) {
    if (&cell != &cells.front()) line += ',';
    append_csv_cell(cell_text(cell), line, buffer);
  }
  return line + "\r\n";
}

std::string csv_header(const Table& table) {
  std::string line;
  for (const Field& field : table.fields) {
    if (&field != &table.fields.front()) line += ',';
    line += field.name;
  }
  return line + "\r\n";
}

using Sink = std::function<bool(const std::string&)>;  // false: give up

void write_consensus(const Reconciliation& all, RecordKind kind, const Sink& sink) {
  const bool csv = kind == RecordKind::kCsv;
  if (csv && !sink(csv_header(consensus_table()))) return;
  for (const ConsensusRow& row : all.consensus) {
    if (!sink(csv ? csv_line(consensus_cells(row)) : to_json_line(row) + '\n')) return;
  }
}

void write_conflicts(const Reconciliation& all, RecordKind kind, const Sink& sink) {
  const bool csv = kind == RecordKind::kCsv;
  if (csv && !sink(csv_header(conflict_table()))) return;
  for (const ConflictRow& row : all.conflicts) {
    if (!sink(csv ? csv_line(conflict_cells(row, all.facts)) : to_json_line(row, all.facts) + '\n'))
      return;
  }
}

using Writer = void (*)(const Reconciliation&, RecordKind, const Sink&);

std::optional<Error> write_file(const Reconciliation& all, const std::string& path, RecordKind kind,
                                Writer write) {
  Result<AtomicFile> file = AtomicFile::create(path);
  if (!file.ok()) return file.error();
  std::optional<Error> error;
  write(all, kind, [&](const std::string& line) {
    error = file.value().write(line);
    return !error;
  });
  return error ? error : file.value().commit();
}

std::optional<Error> print(const Reconciliation& all, RecordKind kind, VerdictTables tables) {
  if (kind == RecordKind::kCsv && tables == VerdictTables::kBoth) {
    return Error{ErrorCode::kCannotWrite,
                 "standard output: takes one table as CSV, and there are two"};
  }
  AtomicFile out = AtomicFile::standard_output();
  const Sink sink = [&out](const std::string& line) { return !out.write(line); };
  if (tables == VerdictTables::kBoth) write_consensus(all, kind, sink);
  write_conflicts(all, kind, sink);
  const std::optional<Error> error = out.commit();
  return out.reader_gone() ? std::nullopt : error;
}

}  // namespace

std::optional<Error> write_verdict_files(const Reconciliation& all, const std::string& path,
                                         RecordKind kind, VerdictTables tables) {
  if (path == "-") return print(all, kind, tables);
  const std::string extension = kind == RecordKind::kCsv ? ".csv" : ".jsonl";
  const std::filesystem::path given = path;
  const bool both = tables == VerdictTables::kBoth;
  if (kind_of_path(path) == kind && !std::filesystem::is_directory(given)) {
    if (!both) return write_file(all, path, kind, write_conflicts);
    std::filesystem::path beside = given;
    beside.replace_filename(given.stem().string() + "-conflicts" + given.extension().string());
    if (auto error = write_file(all, path, kind, write_consensus)) return error;
    return write_file(all, beside, kind, write_conflicts);
  }
  std::error_code failure;
  std::filesystem::create_directories(given, failure);
  if (failure) {
    return Error{ErrorCode::kCannotWrite,
                 path + ": the folder cannot be made: " + failure.message()};
  }
  if (auto error = write_file(all, given / ("conflicts" + extension), kind, write_conflicts))
    return error;
  if (!both) return std::nullopt;
  return write_file(all, given / ("consensus" + extension), kind, write_consensus);
}

}  // namespace recount
