#include "output/reconciler/verdict_text.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <set>
#include <tuple>
#include <unordered_map>
#include <utility>
#include <vector>

#include "output/reconciler/message.h"
#include "output/records/text_width.h"

namespace recount {
namespace {

constexpr std::array<std::size_t, 5> kColumns = {12, 24, 16, 12, 11};  // the last takes the rest

std::string figure_text(Measure measure, double number) {
  const bool sign = is_change(measure) && number > 0;
  return (sign ? "+" : "") + number_text(number) + (is_percent(measure) ? "%" : "");
}

/// Facts by their ids: one number for each.
using ById = std::unordered_map<std::uint64_t, std::uint32_t>;

/// Those of rows that nothing decides.
ById undecided_facts(const Reconciliation& all) {
  ById out;
  for (const ConsensusRow& row : all.consensus) {
    if (row.value || row.low || row.high) continue;
    for (const std::uint64_t id : row.facts) out.try_emplace(id, 0);
  }
  if (out.empty()) return out;
  for (std::uint32_t i = 0; i < all.facts.size(); ++i) {
    const auto at = out.find(all.facts[i].id);
    if (at != out.end()) at->second = i;
  }
  return out;
}

/// All that is told of a figure: "23 or 33", "+823 so far".
std::string told_values(const ConsensusRow& row, const std::vector<Fact>& facts,
                        const ById& undecided) {
  std::set<std::pair<double, bool>> told;
  for (const std::uint64_t id : row.facts) {
    const auto at = undecided.find(id);
    if (at == undecided.end() || is_outcome(facts[at->second].measure)) continue;
    told.emplace(facts[at->second].number, facts[at->second].partial);
  }
  std::string out;
  for (const auto& [number, partial] : told) {
    out += (out.empty() ? "" : " or ") + figure_text(row.measure, number);
    if (partial) out += " so far";
  }
  return out.empty() ? "?" : out;
}

std::string value_text(const ConsensusRow& row, const std::vector<Fact>& facts,
                       const ById& undecided) {
  const char* percent = is_percent(row.measure) ? "%" : "";
  if (row.value) {
    const double* number = std::get_if<double>(&*row.value);
    if (number == nullptr) return std::string(std::get<std::string_view>(*row.value));
    return figure_text(row.measure, *number);
  }
  if (!row.low && !row.high) return told_values(row, facts, undecided);
  if (!row.high) return number_text(*row.low) + percent + " or more";
  if (!row.low) return number_text(*row.high) + percent + " or less";
  return number_text(*row.low) + " to " + number_text(*row.high) + percent;
}

std::string heading(const Subject& subject) {
  std::string place = "a council that is not named";
  if (subject.place_kind == PlaceKind::kAll) place = "all contests";
  if (subject.place_name)
    place = *subject.place_name;
  else if (subject.place)
    place = *subject.place;
  return printable(place + ", " + subject.election.value_or("election unknown"));
}

std::string join(const std::vector<std::string>& parts) {
  std::string out;
  for (const std::string& part : parts) out += (out.empty() ? "" : ", ") + part;
  return out;
}

/// Who tells it.
std::string told_text(const ConsensusRow& row) {
  const bool told = row.status != Status::kDerived;
  return (told ? std::to_string(row.witnesses) + ": " : "") + join(row.sources);
}

/// What took its place.
std::string later_text(const ConsensusRow& row, const Fact& later) {
  std::string out = later.bound == "over" ? "more than " : "";
  out += figure_text(later.measure, later.number);
  out += later.place_kind == row.subject.place_kind ? " later, in " : " in all contests later, in ";
  return out + later.article->source.value_or(later.article->doc) + "; ";
}

std::string row_text(const ConsensusRow& row, const std::string& value, const std::string& told,
                     std::size_t width) {
  const std::array<std::string, 5> cells = {std::string(status_name(row.status)),
                                            row.party.value_or("-"),
                                            std::string(measure_name(row.measure)), value, told};
  std::string line = "  ";
  for (std::size_t i = 0; i + 1 < cells.size(); ++i)
    line += fit(printable(cells[i]), kColumns[i]) + ' ';
  const std::size_t taken = display_width(line);
  const std::string last = printable(cells.back());
  const std::size_t room = std::max(kColumns.back(), width - std::min(width, taken));
  line += display_width(last) > room ? fit(last, room) : last;
  line.erase(line.find_last_not_of(' ') + 1);
  return line + '\n';
}

std::string conflict_text(const ConflictRow& row, const std::vector<Fact>& facts) {
  std::string out = "  " + std::string(severity_name(row.severity)) + " (" +
                    std::string(conflict_kind_name(row.kind)) + "): " + printable(row.message) +
                    '\n';
  for (const std::uint32_t number : row.facts) {
    const Fact& fact = facts[number];
    out += "      \"" + printable(fact.quote) + "\"  " + printable(fact.article->doc) + ", bytes " +
           std::to_string(fact.start) + " to " + std::to_string(fact.end) + '\n';
  }
  return out;
}

std::string counted(std::ptrdiff_t count, const char* noun) {
  return std::to_string(count) + ' ' + noun + (count == 1 ? "" : "s");
}

struct Section {
  const Subject* subject = nullptr;
  std::string conflicts, rows;
};

}  // namespace

std::string verdicts_text(const Reconciliation& all, bool consensus, std::size_t width) {
  using Key = std::tuple<PlaceKind, std::string, std::string>;
  std::map<Key, Section> sections;
  const auto section = [&](const Subject& subject) -> Section& {
    Section& of =
        sections[{subject.place_kind, subject.place.value_or(""), subject.election.value_or("")}];
    of.subject = &subject;
    return of;
  };
  for (const ConflictRow& row : all.conflicts)
    section(row.subject).conflicts += conflict_text(row, all.facts);
  if (consensus) {
    const ById undecided = undecided_facts(all);
    const auto value = [&](const ConsensusRow& row) {
      return value_text(row, all.facts, undecided);
    };
    for (const ConsensusRow& row : all.consensus)
      section(row.subject).rows += row_text(row, value(row), told_text(row), width);
    for (const auto& [row, by] : all.replaced) {
      const std::string later = by ? later_text(row, all.facts[*by]) : "";
      section(row.subject).rows += row_text(row, value(row), later + told_text(row), width);
    }
  }
  std::string out;
  for (const bool conflicting : {true, false}) {
    for (const auto& [key, one] : sections) {
      if (one.conflicts.empty() == conflicting) continue;
      out += heading(*one.subject) + '\n' + one.conflicts + one.rows + '\n';
    }
  }
  const auto errors = std::ranges::count(all.conflicts, Severity::kError, &ConflictRow::severity);
  const auto warnings = static_cast<std::ptrdiff_t>(all.conflicts.size()) - errors;
  std::array<std::size_t, kStatusCount> by_status{};
  for (const ConsensusRow& row : all.consensus) ++by_status[static_cast<std::size_t>(row.status)];
  return out + std::to_string(all.facts.size()) + " facts, " +
         std::to_string(all.consensus.size()) + " figures: " + std::to_string(by_status[0]) +
         " agreed, " + std::to_string(by_status[1]) + " single, " + std::to_string(by_status[2]) +
         " conflicting, " + std::to_string(by_status[3]) + " derived" +
         (all.replaced.empty() ? "" : "; " + std::to_string(all.replaced.size()) + " replaced") +
         "; conflicts: " + counted(errors, "error") + ", " + counted(warnings, "warning") + '\n';
}

}  // namespace recount
