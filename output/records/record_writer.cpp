#include "output/records/record_writer.h"

#include <algorithm>
#include <array>
#include <utility>

#include "output/records/atomic_file.h"
#include "output/records/csv_writer.h"
#include "output/records/jsonl_writer.h"
#include "output/records/sqlite_writer.h"

namespace recount {
namespace {

struct Extension {
  std::string_view text;
  RecordKind kind;
};
constexpr std::array<Extension, 6> kExtensions{{{".jsonl", RecordKind::kJsonl},
                                                {".ndjson", RecordKind::kJsonl},
                                                {".csv", RecordKind::kCsv},
                                                {".sqlite", RecordKind::kSqlite},
                                                {".sqlite3", RecordKind::kSqlite},
                                                {".db", RecordKind::kSqlite}}};

bool ends_with_any_case(std::string_view text, std::string_view lower) {
  const auto same = [](char a, char b) {
    return (a >= 'A' && a <= 'Z' ? a + ('a' - 'A') : a) == b;
  };
  return text.size() > lower.size() &&
         std::equal(text.end() - static_cast<std::ptrdiff_t>(lower.size()), text.end(),
                    lower.begin(), lower.end(), same);
}

Result<AtomicFile> open_file(const std::string& path, const WriterOptions& options) {
  if (path == "-") return AtomicFile::standard_output();
  if (options.keep_part) return AtomicFile::create_part(path, options.resume_at);
  return AtomicFile::create(path);
}

}  // namespace

std::optional<RecordKind> kind_of_path(std::string_view path) {
  for (const Extension& extension : kExtensions) {
    if (ends_with_any_case(path, extension.text)) return extension.kind;
  }
  return std::nullopt;
}

std::optional<RecordKind> kind_named(std::string_view name) {
  if (name == "jsonl") return RecordKind::kJsonl;
  if (name == "csv") return RecordKind::kCsv;
  if (name == "sqlite") return RecordKind::kSqlite;
  return std::nullopt;
}

Result<std::unique_ptr<RecordWriter>> open_records(const std::string& path, RecordKind kind,
                                                   const WriterOptions& options) {
  if (kind == RecordKind::kSqlite) {
    if (path == "-") {
      return Error{ErrorCode::kCannotWrite, "standard output: cannot take a database"};
    }
    return SqliteWriter::open(path, options);
  }
  Result<AtomicFile> file = open_file(path, options);
  if (!file.ok()) return file.error();
  if (kind == RecordKind::kJsonl) {
    return std::unique_ptr<RecordWriter>(new JsonlWriter(std::move(file.value())));
  }
  const bool header = !options.resume_at;
  return std::unique_ptr<RecordWriter>(new CsvWriter(std::move(file.value()), header));
}

}  // namespace recount
