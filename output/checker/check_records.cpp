#include "output/checker/check_records.h"

#include <algorithm>
#include <array>
#include <map>
#include <nlohmann/json.hpp>

#include "extractor/facts/fingerprint.h"
#include "output/reconciler/message.h"
#include "output/records/json_values.h"
#include "output/records/text_width.h"

namespace recount {
namespace {

using nlohmann::ordered_json;

struct Counts {
  std::array<std::size_t, 3> by_status{};

  void add(const Check& check) { ++by_status[static_cast<std::size_t>(check.status)]; }
  std::size_t of(CheckStatus status) const { return by_status[static_cast<std::size_t>(status)]; }
};

constexpr std::size_t kDocumentWidth = 40;
constexpr std::size_t kNumberWidth = 12;

std::string count_cell(std::size_t count) {
  std::string text = std::to_string(count);
  return std::string(kNumberWidth - std::min(kNumberWidth, text.size()), ' ') + text;
}

std::string counts_table(const char* heading, const std::map<std::string, Counts>& rows,
                         std::size_t width) {
  constexpr std::array kColumns = {"right", "wrong", "not covered"};
  const std::size_t numbers = kColumns.size() * kNumberWidth;
  std::size_t name = std::min(kDocumentWidth, width - std::min(width, numbers));
  name = std::max<std::size_t>(name, 12);
  std::string out = fit(heading, name);
  for (const char* column : kColumns)
    out += std::string(kNumberWidth - std::string_view(column).size(), ' ') + column;
  out += '\n';
  for (const auto& [key, counts] : rows) {
    out += fit(printable(key), name);
    for (const std::size_t count : counts.by_status) out += count_cell(count);
    out += '\n';
  }
  return out + '\n';
}

std::string official_text(const Check& check, const Fact& fact, const Directory& directory) {
  if (check.official) return number_text(*check.official) + (is_percent(fact.measure) ? "%" : "");
  if (*check.official_party == "noc") return "nobody";
  return directory.party_name(*check.official_party);
}

std::string wrong_text(const Check& check, const Fact& fact, const OfficialResults& results,
                       const Directory& directory) {
  std::string out = "  " + printable(fact.place_name.value_or(fact.place.value_or(""))) + ", " +
                    printable(fact.election.value_or("")) + ": " +
                    printable(statement(fact, directory)) + "; the results say " +
                    printable(official_text(check, fact, directory));
  if (check.line != 0)
    out += " (" + printable(results.name) + ":" + std::to_string(check.line) + ")";
  if (check.severity == Severity::kWarning)
    out += ". Counting from another day, before a defection or a by-election, would explain it";
  return out + "\n      \"" + printable(fact.quote) + "\"  bytes " + std::to_string(fact.start) +
         " to " + std::to_string(fact.end) + '\n';
}

}  // namespace

std::string to_json_line(const Check& check, const std::vector<Fact>& facts) {
  const Fact& fact = facts[check.fact];
  ordered_json out;
  out["fact"] = to_hex(fact.id);
  out["doc"] = fact.article->doc;
  out["source"] = text_or_null(fact.article->source);
  out["election"] = text_or_null(fact.election);
  out["place"] = text_or_null(fact.place);
  out["place_name"] = text_or_null(fact.place_name);
  out["party"] = text_or_null(fact.party);
  out["measure"] = measure_name(fact.measure);
  out["value"] = fact.outcome.empty() ? number_json(fact.number) : ordered_json(fact.outcome);
  out["status"] = check_status_name(check.status);
  out["official"] =
      check.official ? number_json(*check.official) : text_or_null(check.official_party);
  out["line"] = check.line == 0 ? ordered_json() : ordered_json(check.line);
  out["severity"] = check.status == CheckStatus::kWrong
                        ? ordered_json(severity_name(check.severity))
                        : ordered_json();
  out["reason"] = check.reason.empty() ? ordered_json() : ordered_json(check.reason);
  out["quote"] = fact.quote;
  out["start"] = fact.start;
  out["end"] = fact.end;
  return line_of(out);
}

std::string checks_text(const std::vector<Check>& checks, const std::vector<Fact>& facts,
                        const OfficialResults& results, const Directory& directory,
                        std::size_t width) {
  std::map<std::string, Counts> articles, sources;
  std::map<std::string, std::string> wrong;  // by article
  std::map<std::string_view, std::size_t> reasons;
  Counts all;
  for (const Check& check : checks) {
    const Fact& fact = facts[check.fact];
    const std::string& doc = fact.article->doc;
    articles[doc].add(check);
    sources[fact.article->source.value_or("(not known)")].add(check);
    all.add(check);
    if (check.status == CheckStatus::kWrong)
      wrong[doc] += wrong_text(check, fact, results, directory);
    if (!check.reason.empty()) ++reasons[check.reason];
  }
  // Those of which nothing could be checked are only counted.
  const auto nothing = [](const auto& row) {
    return row.second.of(CheckStatus::kRight) + row.second.of(CheckStatus::kWrong) == 0;
  };
  const std::size_t unchecked = std::erase_if(articles, nothing);
  std::erase_if(sources, nothing);
  std::string out;
  for (const auto& [doc, text] : wrong) out += "wrong in " + printable(doc) + "\n" + text + '\n';
  if (!articles.empty()) out += counts_table("article", articles, width);
  if (!sources.empty()) out += counts_table("source", sources, width);
  if (!reasons.empty()) {
    out += "not covered, since\n";
    for (const auto& [reason, count] : reasons)
      out += "  " + std::string(reason) + ": " + std::to_string(count) + '\n';
    out += '\n';
  }
  out += std::to_string(checks.size()) + " facts: " + std::to_string(all.of(CheckStatus::kRight)) +
         " right, " + std::to_string(all.of(CheckStatus::kWrong)) + " wrong, " +
         std::to_string(all.of(CheckStatus::kNotCovered)) + " not covered";
  if (unchecked > 0)
    out += "; nothing of " + std::to_string(unchecked) + " articles could be checked";
  return out + '\n';
}

}  // namespace recount
