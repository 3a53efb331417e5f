#include "output/records/table.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <vector>

#include "output/records/text_width.h"

namespace recount {
namespace {

constexpr std::string_view kMargin = "  ";
constexpr std::size_t kSmallestWidth = 60;

enum Column : std::size_t {
  kPlaceColumn,
  kPartyColumn,
  kMeasureColumn,
  kValueColumn,
  kQuoteColumn,
  kColumnCount
};
using Row = std::array<std::string, kColumnCount>;

/// Columns beyond which a cell is cut; the quote takes the rest of the line.
constexpr std::array<std::size_t, kColumnCount> kWidest{24, 20, 17, 16, 0};

std::string place_text(const Fact& fact) {
  if (fact.place_name) return *fact.place_name;
  if (fact.place) return *fact.place;
  return fact.place_kind == PlaceKind::kAll ? "(all)" : "(unknown)";
}

Row row_of(const Fact& fact) {
  return {printable(place_text(fact)), printable(fact.party.value_or("-")),
          std::string(measure_name(fact.measure)), printable(value_text(fact)),
          printable(fact.quote)};
}

std::string line_of(const Row& row, const std::array<std::size_t, kColumnCount>& widths) {
  std::string out;
  for (std::size_t column = 0; column < kColumnCount; ++column) {
    out += kMargin;
    out += fit(row[column], widths[column]);
  }
  out.erase(out.find_last_not_of(' ') + 1);
  return out + '\n';
}

std::array<std::size_t, kColumnCount> widths_of(const std::vector<Row>& rows, std::size_t width) {
  std::array<std::size_t, kColumnCount> widths{};
  std::size_t used = kMargin.size() * kColumnCount;
  // On a narrow terminal each column gives way alike, so that the quote keeps a share.
  const std::size_t share = std::max(width, kSmallestWidth);
  for (std::size_t column = 0; column < kQuoteColumn; ++column) {
    const std::size_t widest = std::min(kWidest[column], kWidest[column] * share / 100);
    for (const Row& row : rows) {
      widths[column] = std::max(widths[column], std::min(display_width(row[column]), widest));
    }
    used += widths[column];
  }
  widths[kQuoteColumn] = share - used;
  return widths;
}

}  // namespace

std::string value_text(const Fact& fact) {
  std::string out;
  if (fact.bound != "exact") out.append(fact.bound) += ' ';
  if (!fact.outcome.empty()) {
    out += fact.outcome;
  } else {
    char number[32];
    std::snprintf(number, sizeof number, is_change(fact.measure) ? "%+.10g" : "%.10g", fact.number);
    out += fact.number == 0 ? "0" : number;
    if (is_percent(fact.measure)) out += '%';
  }
  if (fact.partial) out += " so far";
  return out;
}

std::string facts_table(std::string_view heading, std::span<const Fact> facts, std::size_t width) {
  std::string out = printable(heading) + '\n';
  if (facts.empty()) return out + std::string(kMargin) + "no facts\n";
  std::vector<Row> rows{{"place", "party", "measure", "value", "words"}};
  for (const Fact& fact : facts) rows.push_back(row_of(fact));
  const auto widths = widths_of(rows, width);
  for (const Row& row : rows) out += line_of(row, widths);
  return out;
}

}  // namespace recount
