#include "output/checker/official_results.h"

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <cstring>
#include <fstream>
#include <iterator>
#include <set>

#include "corpus/charset.h"
#include "corpus/date.h"
#include "corpus/records/csv.h"
#include "extractor/facts/fact.h"

namespace recount {
namespace {

using Cells = std::vector<std::string>;

std::string trimmed(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" \t\r\n");
  if (begin == text.npos) return "";
  return std::string(text.substr(begin, text.find_last_not_of(" \t\r\n") - begin + 1));
}

/// Whether a cell says that nothing is known.
bool says_nothing(const std::string& cell) {
  return cell.empty() || cell == "-" || cell == "\u2013" || cell == "n/a" || cell == "N/A";
}

/// "33", "+4", "\u22124", "1,234", "45.2%".
std::optional<double> number_of(const std::string& cell) {
  std::string digits;
  constexpr std::string_view kMinus = "\u2212";
  for (std::size_t at = 0; at < cell.size(); ++at) {
    if (cell.compare(at, kMinus.size(), kMinus) == 0) {
      digits += '-';
      at += kMinus.size() - 1;
    } else if (cell[at] != ',' && cell[at] != ' ') {
      digits += cell[at];
    }
  }
  if (digits.ends_with('%')) digits.pop_back();
  if (digits.starts_with('+')) digits.erase(0, 1);
  double value = 0;
  const char* end = digits.data() + digits.size();
  const auto [stop, error] = std::from_chars(digits.data(), end, value, std::chars_format::fixed);
  if (digits.empty() || error != std::errc() || stop != end) return std::nullopt;
  return value;
}

class Reader {
 public:
  Reader(OfficialResults& results, const ResultsOptions& options, const CouncilNames& councils,
         const PartyNames& parties, std::vector<Error>& problems)
      : results_(results),
        options_(options),
        councils_(councils),
        parties_(parties),
        problems_(problems) {}

  std::optional<Error> read(std::string_view bytes) {
    if (bytes.starts_with("\xef\xbb\xbf")) bytes.remove_prefix(3);
    if (std::optional<Error> error = header(bytes)) return error;
    while (!bytes.empty()) {
      const std::string_view record = next(bytes);
      const std::optional<Cells> cells = csv_fields(record, delimiter_);
      if (!cells) {
        problem("a field in quotation marks does not end with one");
      } else if (cells->size() > 1 || !trimmed(cells->front()).empty()) {
        row(*cells);
      }
      line_ += static_cast<std::size_t>(std::ranges::count(record, '\n'));
    }
    return std::nullopt;
  }

 private:
  std::string_view next(std::string_view& bytes) const {
    const std::size_t size = std::min(csv_record_size(bytes, delimiter_), bytes.size());
    const std::string_view record = bytes.substr(0, size);
    bytes.remove_prefix(size);
    return record;
  }

  /// The delimiter is the one that gives the most columns.
  std::optional<Error> header(std::string_view& bytes) {
    Cells names;
    for (const char delimiter : {',', ';', '\t'}) {
      const std::size_t size = std::min(csv_record_size(bytes, delimiter), bytes.size());
      std::optional<Cells> cells = csv_fields(bytes.substr(0, size), delimiter);
      if (!cells || cells->size() <= names.size()) continue;
      names = std::move(*cells);
      delimiter_ = delimiter;
    }
    if (names.empty()) {
      return Error{ErrorCode::kBadMetadata,
                   results_.name + ": expected CSV with the names of columns in its first line"};
    }
    Result<std::vector<ResultColumn>> columns = find_columns(names, options_.mappings, parties_);
    if (!columns.ok()) {
      return Error{columns.error().code, results_.name + ": " + columns.error().message};
    }
    columns_ = std::move(columns.value());
    tell_columns(names);
    line_ += static_cast<std::size_t>(std::ranges::count(next(bytes), '\n'));
    return std::nullopt;
  }

  void tell_columns(const Cells& names) {
    for (std::size_t i = 0; i < names.size(); ++i) {
      const auto used = std::ranges::find(columns_, i, &ResultColumn::column);
      if (used == columns_.end()) {
        results_.passed_over.push_back(names[i]);
        continue;
      }
      const std::string_view field = result_field_name(used->field);
      results_.used.push_back((field.empty() ? used->party : std::string(field)) + " = " +
                              names[i]);
    }
  }

  void problem(const std::string& message) {
    problems_.push_back(
        {ErrorCode::kBadRecord, results_.name + ":" + std::to_string(line_) + ": " + message});
  }

  std::string cell(const Cells& cells, ResultField field) const {
    for (const ResultColumn& column : columns_) {
      if (column.field == field && column.column < cells.size())
        return trimmed(cells[column.column]);
    }
    return "";
  }

  std::optional<double> number(const std::string& text) {
    if (says_nothing(text)) return std::nullopt;
    const std::optional<double> value = number_of(text);
    if (!value) problem("\"" + text + "\" is no number");
    return value;
  }

  std::optional<double> number(const Cells& cells, ResultField field) {
    return number(cell(cells, field));
  }

  /// The one that a name means; a problem if it is not one.
  std::optional<std::string> one(const NameMatch& match, const std::string& name,
                                 const char* what) {
    if (match.known()) return std::string(match.ids.front());
    std::string message = std::string("unknown ") + what + " \"" + name + "\"";
    if (match.not_then) message = std::string(what) + " \"" + name + "\" did not exist then";
    if (match.ids.size() > 1) {
      message = std::string("ambiguous ") + what + " \"" + name + "\": ";
      for (const std::string_view id : match.ids) {
        if (id != match.ids.front()) message += " or ";
        message += id;
      }
    }
    problem(message);
    return std::nullopt;
  }

  void row(const Cells& cells) {
    std::string day = options_.day;
    std::string election;
    if (const std::string text = cell(cells, ResultField::kElection); !text.empty()) {
      const std::optional<std::string> read =
          is_election_date(text) ? std::optional(text) : read_day(text);
      if (!read) return problem("\"" + text + "\" is no day of an election");
      election = day = *read;
    }
    const std::string name = cell(cells, ResultField::kCouncil);
    if (name.empty()) return problem("no council");
    const std::optional<std::string> id = one(councils_.find(name, day), name, "council");
    if (!id) return;
    OfficialCouncil& council = results_.councils[{*id, election}];
    if (council.line == 0) council.line = line_;
    whole(cells, council);
    parties(cells, *id, council);
  }

  void keep(std::optional<double>& known, std::optional<double> value) {
    if (value) known = value;
  }

  void whole(const Cells& cells, OfficialCouncil& council) {
    keep(council.size, number(cells, ResultField::kSize));
    keep(council.contested, number(cells, ResultField::kContested));
    keep(council.vacant, number(cells, ResultField::kVacant));
    keep(council.others, number(cells, ResultField::kOthers));
    keep(council.turnout, number(cells, ResultField::kTurnout));
    const std::string majority = cell(cells, ResultField::kMajority);
    // Some tables have in it who has the majority. How large it is follows from the seats.
    if (!says_nothing(majority) && !number_of(majority)) control(majority, "", council);
    control(cell(cells, ResultField::kControl), cell(cells, ResultField::kParty), council);
    if (const std::string name = cell(cells, ResultField::kControlBefore); !says_nothing(name)) {
      if (const auto party = one(parties_.find(name), name, "party"))
        council.control_before = *party;
    }
  }

  /// Names who is in control, or tells with the party of the row that it gained, held or lost it.
  void control(const std::string& said, const std::string& party, OfficialCouncil& council) {
    if (says_nothing(said)) return;
    const std::string_view outcome = outcome_named(folded_name(said));
    const std::string& name = outcome.empty() ? said : party;
    if (name.empty()) return problem("\"" + said + "\", but no party");
    const std::optional<std::string> who = one(parties_.find(name), name, "party");
    if (!who) return;
    if (outcome != "loss") council.control = *who;
    if (outcome == "loss" || outcome == "hold") council.control_before = *who;
  }

  void parties(const Cells& cells, const std::string& id, OfficialCouncil& council) {
    for (const ResultColumn& column : columns_) {
      if (column.field != ResultField::kPartySeats || column.column >= cells.size()) continue;
      const std::optional<double> seats = number(trimmed(cells[column.column]));
      if (!seats) continue;
      OfficialParty& party = council.parties[column.party];
      // Two columns can be registrations of one party.
      party.seats = party.seats.value_or(0) + *seats;
      party.line = line_;
    }
    const std::string name = cell(cells, ResultField::kParty);
    if (name.empty()) return;
    const std::optional<std::string> who = one(parties_.find(name), name, "party");
    if (!who || *who == "noc") return;
    if (!told_.insert({id, cell(cells, ResultField::kElection), folded_name(name)}).second)
      return problem("\"" + name + "\" stands there twice for " + id);
    OfficialParty& party = council.parties[*who];
    if (party.line == 0) party.line = line_;
    add(party.seats, number(cells, ResultField::kSeats));
    add(party.before, number(cells, ResultField::kSeatsBefore));
    add(party.won, number(cells, ResultField::kSeatsWon));
    add(party.change, number(cells, ResultField::kChange));
    add(party.share, number(cells, ResultField::kShare));
  }

  /// Rows of one party under two names are registrations of it and count together.
  void add(std::optional<double>& known, std::optional<double> value) {
    if (value) known = known.value_or(0) + *value;
  }

  OfficialResults& results_;
  const ResultsOptions& options_;
  const CouncilNames& councils_;
  const PartyNames& parties_;
  std::vector<Error>& problems_;
  std::vector<ResultColumn> columns_;
  std::set<std::vector<std::string>> told_;  // council, election, party
  char delimiter_ = ',';
  std::size_t line_ = 1;
};

}  // namespace

std::optional<double> OfficialCouncil::seats_of(const OfficialParty& party) const {
  if (party.seats || !party.before || !party.change) return party.seats;
  return *party.before + *party.change;
}

std::optional<double> OfficialCouncil::before_of(const OfficialParty& party) const {
  if (party.before || !party.seats || !party.change) return party.before;
  return *party.seats - *party.change;
}

std::optional<double> OfficialCouncil::change_of(const OfficialParty& party) const {
  if (party.change || !party.seats || !party.before) return party.change;
  return *party.seats - *party.before;
}

bool OfficialCouncil::complete() const {
  if (!size) return false;
  double sum = vacant.value_or(0) + others.value_or(0);
  for (const auto& [id, party] : parties) sum += seats_of(party).value_or(0);
  return sum == *size;
}

Result<OfficialResults> read_results(const std::string& path, const ResultsOptions& options,
                                     const CouncilNames& councils, const PartyNames& parties,
                                     std::vector<Error>& problems) {
  std::ifstream in(path, std::ios::binary);
  if (!in) {
    return Error{ErrorCode::kUnreadable, path + ": cannot be opened: " + std::strerror(errno)};
  }
  OfficialResults results;
  results.name = path;
  using Bytes = std::istreambuf_iterator<char>;
  const std::string text = to_utf8(std::string(Bytes(in), Bytes()), "");
  Reader reader(results, options, councils, parties, problems);
  if (std::optional<Error> error = reader.read(text)) return *error;
  return results;
}

}  // namespace recount
