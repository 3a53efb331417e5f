#include "output/checker/columns.h"

#include <algorithm>
#include <array>
#include <set>
#include <span>
#include <utility>

namespace recount {
namespace {

using Spellings = std::span<const std::string_view>;

constexpr auto kCouncil = std::to_array<std::string_view>(
    {"council", "council name", "local authority", "local authority name", "authority",
     "authority name", "la name", "lad name", "area name", "organisation name", "name",
     "council id", "gss", "gss code", "ons code", "lad code", "area code", "council code", "id"});
constexpr auto kElection =
    std::to_array<std::string_view>({"election", "election date", "polling day", "polling date",
                                     "poll date", "election day", "date of election", "date"});
constexpr auto kParty =
    std::to_array<std::string_view>({"party", "party name", "political party", "party id",
                                     "party group", "political group", "group"});
constexpr auto kSeats = std::to_array<std::string_view>(
    {"seats", "seats after", "seats now", "number of seats", "seats held", "new seats",
     "councillors", "seats total", "after"});
constexpr auto kSeatsBefore = std::to_array<std::string_view>(
    {"seats before", "previous seats", "seats previously", "seats prior", "old seats",
     "seats last time", "before", "previous"});
constexpr auto kSeatsWon =
    std::to_array<std::string_view>({"seats won", "won", "elected", "seats elected"});
constexpr auto kChange = std::to_array<std::string_view>(
    {"change", "seats change", "seat change", "net change", "change in seats", "net", "net gain",
     "gain loss", "gains losses", "gains and losses"});
constexpr auto kSize = std::to_array<std::string_view>(
    {"size", "council size", "council seats", "total seats", "total", "seats in total",
     "total councillors", "number of councillors"});
constexpr auto kContested = std::to_array<std::string_view>(
    {"seats contested", "contested", "seats up", "up for election", "seats up for election"});
constexpr auto kVacant =
    std::to_array<std::string_view>({"vacant", "vacancies", "vacancy", "vacant seats"});
constexpr auto kOthers = std::to_array<std::string_view>({"others", "other", "oth", "all others"});
constexpr auto kMajority = std::to_array<std::string_view>({"majority", "overall majority"});
constexpr auto kTurnout =
    std::to_array<std::string_view>({"turnout", "turnout percent", "turnout percentage"});
constexpr auto kShare = std::to_array<std::string_view>(
    {"vote share", "share", "share of vote", "share of the vote", "percentage of vote"});
constexpr auto kControl = std::to_array<std::string_view>(
    {"control", "overall control", "political control", "council control", "controlled by",
     "control after", "controlling party", "party in control"});
constexpr auto kControlBefore = std::to_array<std::string_view>(
    {"control before", "previous control", "old control", "prior control"});

struct UsualNames {
  ResultField field;
  std::string_view name;
  Spellings columns;  // folded, the best first
};
constexpr std::array<UsualNames, 16> kUsual = {{
    {ResultField::kCouncil, "council", kCouncil},
    {ResultField::kElection, "election", kElection},
    {ResultField::kParty, "party", kParty},
    {ResultField::kSeats, "seats", kSeats},
    {ResultField::kSeatsBefore, "seats_before", kSeatsBefore},
    {ResultField::kSeatsWon, "seats_won", kSeatsWon},
    {ResultField::kChange, "change", kChange},
    {ResultField::kSize, "size", kSize},
    {ResultField::kContested, "contested", kContested},
    {ResultField::kVacant, "vacant", kVacant},
    {ResultField::kOthers, "others", kOthers},
    {ResultField::kMajority, "majority", kMajority},
    {ResultField::kTurnout, "turnout", kTurnout},
    {ResultField::kShare, "share", kShare},
    {ResultField::kControl, "control", kControl},
    {ResultField::kControlBefore, "control_before", kControlBefore},
}};

Error fault(const std::string& message) { return {ErrorCode::kBadMetadata, message}; }

bool has_figure(const ResultColumn& column) {
  return column.field != ResultField::kCouncil && column.field != ResultField::kElection &&
         column.field != ResultField::kParty;
}

class Finder {
 public:
  Finder(const std::vector<std::string>& header, const PartyNames& parties)
      : header_(header), parties_(parties) {
    for (const std::string& name : header) folded_.push_back(folded_name(name));
  }

  std::optional<Error> map(const ColumnMapping& mapping) {
    const auto at = std::ranges::find(folded_, folded_name(mapping.column));
    if (at == folded_.end()) {
      return fault("no column is called \"" + mapping.column + "\"; there are " + all_names());
    }
    ResultColumn column{static_cast<std::size_t>(at - folded_.begin()), ResultField::kSeats, {}};
    const auto usual = std::ranges::find(kUsual, mapping.field, &UsualNames::name);
    if (usual != kUsual.end()) {
      column.field = usual->field;
    } else {
      const NameMatch party = parties_.find(mapping.field);
      if (!party.known()) return fault("\"" + mapping.field + "\" is no field and no party");
      column.field = ResultField::kPartySeats;
      column.party = party.ids.front();
    }
    take(std::move(column));
    return std::nullopt;
  }

  Result<std::vector<ResultColumn>> guess() {
    for (const UsualNames& usual : kUsual) {
      if (has(usual.field)) continue;
      for (const std::string_view name : usual.columns) {
        if (take_named(name, usual.field)) break;
      }
    }
    if (!has(ResultField::kParty)) add_parties();
    if (!has(ResultField::kCouncil)) {
      return fault("no column of councils among " + all_names() +
                   "; --map council=COLUMN can name it");
    }
    if (std::ranges::none_of(found_, has_figure)) {
      return fault("no column of figures among " + all_names() +
                   "; --map seats=COLUMN or --map labour=COLUMN can name them");
    }
    return std::move(found_);
  }

 private:
  bool has(ResultField field) const {
    return std::ranges::find(found_, field, &ResultColumn::field) != found_.end();
  }

  bool taken(std::size_t column) const {
    return std::ranges::find(found_, column, &ResultColumn::column) != found_.end();
  }

  void take(ResultColumn column) { found_.push_back(std::move(column)); }

  bool take_named(std::string_view name, ResultField field) {
    for (std::size_t i = 0; i < folded_.size(); ++i) {
      if (folded_[i] != name || taken(i)) continue;
      take({i, field, {}});
      return true;
    }
    return false;
  }

  /// "lab" and "lab seats" hold the seats of Labour.
  void add_parties() {
    for (std::size_t i = 0; i < folded_.size(); ++i) {
      if (taken(i)) continue;
      std::string name = folded_[i];
      if (name.ends_with(" seats")) name.resize(name.size() - 6);
      const NameMatch party = parties_.find(name);
      if (!party.known() || party.ids.front() == "noc") continue;
      take({i, ResultField::kPartySeats, std::string(party.ids.front())});
    }
  }

  std::string all_names() const {
    std::string out;
    for (const std::string& name : header_) out += (out.empty() ? "\"" : ", \"") + name + '"';
    return out;
  }

  const std::vector<std::string>& header_;
  const PartyNames& parties_;
  std::vector<std::string> folded_;
  std::vector<ResultColumn> found_;
};

}  // namespace

std::string_view result_field_name(ResultField field) {
  const auto at = std::ranges::find(kUsual, field, &UsualNames::field);
  return at == kUsual.end() ? std::string_view() : at->name;
}

Result<ColumnMapping> parse_mapping(std::string_view text) {
  const std::size_t sign = text.find('=');
  if (sign == 0 || sign == text.npos || sign + 1 == text.size()) {
    return fault("\"" + std::string(text) + "\" is no mapping as \"seats=Councillors\"");
  }
  return ColumnMapping{std::string(text.substr(0, sign)), std::string(text.substr(sign + 1))};
}

Result<std::vector<ResultColumn>> find_columns(const std::vector<std::string>& header,
                                               const std::vector<ColumnMapping>& mappings,
                                               const PartyNames& parties) {
  Finder finder(header, parties);
  for (const ColumnMapping& mapping : mappings) {
    if (std::optional<Error> error = finder.map(mapping)) return *error;
  }
  return finder.guess();
}

}  // namespace recount
