#include "output/records/fact_reader.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <iostream>
#include <istream>
#include <optional>

#include "corpus/records/csv.h"
#include "output/records/fact_sink.h"
#include "output/records/jsonl.h"

namespace recount {
namespace {

constexpr std::string_view kSqliteMagic{"SQLite format 3\0", 16};

bool blank(const std::string& line) {
  return line.find_first_not_of(" \t\r\n") == std::string::npos;
}

/// The names of columns in the first line of a table of facts; nothing if it is none.
std::optional<std::vector<std::string>> header_of(std::string_view line) {
  if (line.starts_with("\xef\xbb\xbf")) line.remove_prefix(3);
  if (line.starts_with('{')) return std::nullopt;
  std::optional<std::vector<std::string>> names = csv_fields(line, ',');
  if (!names || std::ranges::find(*names, "measure") == names->end()) return std::nullopt;
  return names;
}

/// A line with its end, and those behind it as long as a field in quotation marks goes on.
bool next_row(std::istream& in, std::string& row) {
  row.clear();
  for (std::string line; std::getline(in, line);) {
    row.append(line).append("\n");
    if (csv_record_size(row, ',') != std::string::npos) return true;
  }
  return !row.empty();
}

void read_rows(std::istream& in, const std::vector<std::string>& names, FactSink& sink) {
  std::vector<std::size_t> columns;  // by the fields of the table
  const std::vector<std::string_view>& fields = fact_row_names();
  for (const std::string_view field : fields) {
    const auto at = std::ranges::find(names, field);
    if (at == names.end()) {
      sink.unreadable("there is no column \"" + std::string(field) + "\" of facts");
      return;
    }
    columns.push_back(static_cast<std::size_t>(at - names.begin()));
  }
  std::string row;
  for (std::size_t line = 2; next_row(in, row);) {
    const std::size_t number = line;
    line += static_cast<std::size_t>(std::ranges::count(row, '\n'));
    if (blank(row)) continue;
    const std::optional<std::vector<std::string>> cells = csv_fields(row, ',');
    if (!cells || cells->size() != names.size()) {
      sink.take(Error{ErrorCode::kBadRecord,
                      "expected " + std::to_string(names.size()) + " cells, as the first line has"},
                number);
      continue;
    }
    sink.take(fact_of_row(
                  [&](std::string_view name) -> std::string_view {
                    const auto field = std::ranges::find(fields, name);
                    return (*cells)[columns[static_cast<std::size_t>(field - fields.begin())]];
                  },
                  sink.article()),
              number);
  }
}

void read_text(std::istream& in, FactSink& sink) {
  std::string line;
  for (std::size_t number = 1; std::getline(in, line); ++number) {
    if (blank(line)) continue;
    if (number == 1) {
      if (const auto names = header_of(line)) {
        read_rows(in, *names, sink);
        break;
      }
    }
    sink.take(parse_fact(line, sink.article()), number);
  }
  if (in.bad()) sink.unreadable("cannot be read to its end");
}

}  // namespace

void FactSink::take(Result<Fact> fact, std::size_t number) {
  if (!fact.ok()) {
    errors_.push_back(
        {fact.error().code, name_ + ":" + std::to_string(number) + ": " + fact.error().message});
    return;
  }
  article_ = fact.value().article;
  facts_.push_back(std::move(fact.value()));
}

void FactSink::unreadable(const std::string& message) {
  const bool named = message.starts_with(name_);
  errors_.push_back({ErrorCode::kUnreadable, named ? message : name_ + ": " + message});
}

void read_facts(const std::string& path, std::vector<Fact>& facts, std::vector<Error>& errors) {
  FactSink sink(path == "-" ? "standard input" : path, facts, errors);
  if (path == "-") return read_text(std::cin, sink);
  std::ifstream in(path, std::ios::binary);
  if (!in) return sink.unreadable(std::string("cannot be opened: ") + std::strerror(errno));
  // A pipe cannot be gone back in, so only what can be a database is looked into.
  if (in.peek() == kSqliteMagic.front()) {
    std::string magic(kSqliteMagic.size(), '\0');
    in.read(magic.data(), static_cast<std::streamsize>(magic.size()));
    if (magic == kSqliteMagic) return read_sqlite_facts(path, sink);
    in.clear();
    in.seekg(0);
  }
  read_text(in, sink);
}

}  // namespace recount
