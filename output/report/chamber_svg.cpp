#include "output/report/chamber_svg.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <vector>

#include "corpus/date.h"
#include "output/records/text_width.h"
#include "output/report/hemicycle.h"
#include "output/report/markup.h"

namespace recount {
namespace {

// Units of the picture.
constexpr double kWidth = 400;
constexpr double kHeight = 252;
constexpr double kCentreX = kWidth / 2;
constexpr double kCentreY = 234;
constexpr double kOuterRow = 176;
constexpr double kLargestSeat = kHeight - kCentreY - 1;  // its radius
constexpr double kHeadline = 22;
constexpr double kLineTop = 36;    // of the majority line
constexpr double kLegendTop = 30;  // below the chambers, to the middle of the first row
constexpr double kLegendRow = 26;
constexpr std::size_t kLegendName = 34;  // columns
constexpr double kLettersHeight = 1.15;  // of a seat's radius, for one letter

constexpr const char* kEmpty = "none";

constexpr const char* kStyle = R"(<style>
svg { color: #1b1f24; background: #fff; font-family: system-ui, "Segoe UI", Roboto, sans-serif; }
.chart-text { fill: #1b1f24; }
.chart-note { fill: #57606a; }
.chart-line { stroke: #1b1f24; }
.chart-empty, .chart-seat { stroke: #57606a; }
@media (prefers-color-scheme: dark) {
svg { color: #e6edf3; background: #0d1117; }
.chart-text { fill: #e6edf3; }
.chart-note { fill: #9da7b1; }
.chart-line { stroke: #e6edf3; }
.chart-empty, .chart-seat { stroke: #9da7b1; }
}
</style>
)";

/// With one decimal at most, whatever the locale; no "-0".
std::string units(double number) {
  const auto tenths = static_cast<std::int64_t>(std::llround(number * 10));
  std::string out = (tenths < 0 ? "-" : "") + std::to_string(std::abs(tenths) / 10);
  if (tenths % 10 != 0) out += '.' + std::to_string(std::abs(tenths) % 10);
  return out;
}

/// Luminance of a colour "#rrggbb" by WCAG 2.2, 0 to 1.
double luminance(const std::string& colour) {
  const auto part = [&colour](std::size_t at) {
    const double share = std::stoi(colour.substr(at, 2), nullptr, 16) / 255.0;
    return share <= 0.04045 ? share / 12.92 : std::pow((share + 0.055) / 1.055, 2.4);
  };
  return 0.2126 * part(1) + 0.7152 * part(3) + 0.0722 * part(5);
}

/// Black or white, whichever has the better contrast, which is 4.5 to 1 at least.
const char* letters_colour(const std::string& colour) {
  constexpr double kEven = 0.1791;  // luminance with (l + 0.05) / 0.05 = 1.05 / (l + 0.05)
  return luminance(colour) > kEven ? "#000" : "#fff";
}

std::string text(double x, double y, double size, const char* anchor, const char* how,
                 const std::string& content) {
  return "<text x=\"" + units(x) + "\" y=\"" + units(y) + "\" font-size=\"" + units(size) +
         "\" text-anchor=\"" + anchor + "\" " + how + '>' + escape_markup(content) + "</text>\n";
}

std::string letters(double x, double y, double radius, const Bench& bench) {
  const auto count = static_cast<double>(std::max<std::size_t>(1, bench.letters.size()));
  const double size = radius * kLettersHeight / std::max(1.0, 0.62 * count);
  const std::string how =
      std::string("font-weight=\"700\" fill=\"") + letters_colour(bench.colour) + '"';
  return text(x, y + size * 0.36, size, "middle", how.c_str(), bench.letters);
}

std::string circle(double x, double y, double radius, const std::string& fill, const char* kind) {
  std::string out = "<circle cx=\"" + units(x) + "\" cy=\"" + units(y) + "\" r=\"" + units(radius) +
                    "\" fill=\"" + fill + "\" class=\"" + kind + '"';
  if (fill == kEmpty) out += " stroke-dasharray=\"2 2\"";
  return out + "/>\n";
}

const char* heading(ChamberTime time) {
  return time == ChamberTime::kBefore ? "Before the election" : "After the election";
}

std::string seats_text(int seats) {
  return std::to_string(seats) + (seats == 1 ? " seat" : " seats");
}

/// All of a party's seats and what they are, for a pointer and for a screen reader.
std::string wedge(const std::vector<SeatPlace>& places, std::size_t first, int count, double radius,
                  const Bench* bench) {
  const std::string name = bench == nullptr ? "Not told" : bench->name;
  const bool disputed = bench != nullptr && bench->disputed;
  std::string out = "<g><title>" + escape_markup(name + ": " + seats_text(count)) +
                    (disputed ? ", disputed" : "") + "</title>\n";
  for (std::size_t i = first; i < first + static_cast<std::size_t>(count); ++i) {
    const double x = kCentreX + kOuterRow * places[i].x;
    const double y = kCentreY - kOuterRow * places[i].y;
    out += circle(x, y, radius, bench == nullptr ? kEmpty : bench->colour,
                  bench == nullptr ? "chart-empty" : "chart-seat");
    if (bench != nullptr) out += letters(x, y, radius, *bench);
  }
  return out + "</g>\n";
}

std::string majority_line(const Chamber& chamber) {
  const double inner = kCentreY - kOuterRow * kInnerRow + 14;
  std::string out = "<line x1=\"" + units(kCentreX) + "\" y1=\"" + units(kLineTop) + "\" x2=\"" +
                    units(kCentreX) + "\" y2=\"" + units(inner) +
                    "\" class=\"chart-line\" stroke-width=\"1.5\" stroke-dasharray=\"5 4\"/>\n";
  out += text(kCentreX, kCentreY - 24, 20, "middle", "class=\"chart-text\" font-weight=\"700\"",
              std::to_string(chamber.majority()));
  return out + text(kCentreX, kCentreY - 6, 13, "middle", "class=\"chart-note\"", "for a majority");
}

std::string headline(ChamberTime time, const Chamber& chamber) {
  return text(0, kHeadline, 17, "start", "class=\"chart-text\" font-weight=\"700\"",
              heading(time)) +
         text(kWidth, kHeadline, 14, "end", "class=\"chart-note\"",
              seats_text(chamber.seats) + (chamber.size_told ? "" : " told, size not known"));
}

std::string drawing(const Chamber& chamber) {
  std::string out;
  if (chamber.size_told) out += majority_line(chamber);
  const Hemicycle places = hemicycle(chamber.seats);
  const double radius = std::min(places.radius * kOuterRow, kLargestSeat);
  std::size_t first = 0;
  for (const Bench& bench : chamber.benches) {
    if (bench.seats == 0) continue;
    out += wedge(places.seats, first, bench.seats, radius, &bench);
    first += static_cast<std::size_t>(bench.seats);
  }
  if (chamber.untold > 0) out += wedge(places.seats, first, chamber.untold, radius, nullptr);
  return out;
}

std::string opening(double top, double width, double height, const std::string& title,
                    const std::string& description) {
  return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 " + units(top) + ' ' +
         units(width) + ' ' + units(height) + "\" role=\"img\">\n<title>" + escape_markup(title) +
         "</title>\n<desc>" + escape_markup(description) + "</desc>\n";
}

/// One row of the legend: a party and its seats before and after.
struct LegendRow {
  Bench bench;
  std::optional<int> before, after;
};

/// Whether all seats are told: a party that is not named has none then.
bool complete(const std::optional<Chamber>& chamber) {
  return chamber && chamber->size_told && chamber->untold == 0;
}

std::vector<LegendRow> legend_rows(const ChamberPicture& picture) {
  std::vector<LegendRow> rows;
  const auto add = [&rows](const std::optional<Chamber>& chamber,
                           std::optional<int> LegendRow::*side) {
    if (!chamber) return;
    for (const Bench& bench : chamber->benches) {
      auto at = std::ranges::find(rows, bench.party,
                                  [](const LegendRow& row) { return row.bench.party; });
      if (at == rows.end()) at = rows.insert(rows.end(), {bench, {}, {}});
      if (bench.seats > 0) (*at).*side = bench.seats;
      at->bench.disputed = at->bench.disputed || bench.disputed;
    }
  };
  add(picture.after, &LegendRow::after);
  add(picture.before, &LegendRow::before);
  for (LegendRow& row : rows) {
    if (row.bench.disputed) continue;
    if (!row.before && complete(picture.before)) row.before = 0;
    if (!row.after && complete(picture.after)) row.after = 0;
  }
  return rows;
}

std::string figures_text(const LegendRow& row, const ChamberPicture& picture) {
  const auto figure = [](const std::optional<int>& seats) {
    return seats ? std::to_string(*seats) : std::string("?");
  };
  std::string out;
  if (picture.before && picture.after) {
    out = figure(row.before) + " \xE2\x86\x92 " + figure(row.after);  // an arrow to the right
    if (row.before && row.after && *row.before != *row.after) {
      const int change = *row.after - *row.before;
      out += " (" + std::string(change > 0 ? "+" : "\xE2\x88\x92") +
             std::to_string(std::abs(change)) + ')';
    }
  } else {
    out = figure(picture.after ? row.after : row.before);
  }
  return out + (row.bench.disputed ? ", disputed" : "");
}

std::string trimmed(std::string text) {
  text.erase(text.find_last_not_of(' ') + 1);
  return text;
}

std::string legend(const std::vector<LegendRow>& rows, const ChamberPicture& picture,
                   std::size_t columns, double top) {
  std::string out;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const double left = static_cast<double>(i % columns) * (kWidth + 40);
    const double y = top + static_cast<double>(i / columns) * kLegendRow;
    const Bench& bench = rows[i].bench;
    out += circle(left + 11, y, 10, bench.colour, "chart-seat") + letters(left + 11, y, 10, bench);
    out += text(left + 30, y + 5, 15, "start", "class=\"chart-text\"",
                trimmed(fit(bench.name, kLegendName)));
    out += text(left + kWidth, y + 5, 15, "end", "class=\"chart-text\"",
                figures_text(rows[i], picture));
  }
  return out;
}

std::string title_of(const ChamberPicture& picture) {
  const std::string when =
      picture.election.empty() ? "" : ", election of " + day_in_words(picture.election);
  return picture.council + when;
}

std::string description(const ChamberPicture& picture) {
  std::string out;
  if (picture.before) out += "Before the election: " + chamber_text(*picture.before);
  if (picture.size_assumed) out += " It is taken to have had as many seats as after the election.";
  if (picture.after)
    out += (out.empty() ? "" : " ") + std::string("After the election: ") +
           chamber_text(*picture.after);
  return out;
}

}  // namespace

std::string chamber_svg(const ChamberPicture& picture, ChamberTime time, const Chamber& chamber) {
  std::string about = chamber_text(chamber);
  if (time == ChamberTime::kBefore && picture.size_assumed)
    about += " It is taken to have had as many seats as after the election.";
  return opening(kLineTop - 4, kWidth, kHeight - kLineTop + 4,
                 title_of(picture) + ": " + heading(time), about) +
         drawing(chamber) + "</svg>\n";
}

std::string chamber_file(const ChamberPicture& picture) {
  constexpr double kMargin = 20;
  constexpr double kTitle = 44;  // height
  const std::size_t columns = picture.before && picture.after ? 2 : 1;
  const std::vector<LegendRow> rows = legend_rows(picture);
  const double lines = std::ceil(static_cast<double>(rows.size()) / static_cast<double>(columns));
  const double width = static_cast<double>(columns) * (kWidth + 2 * kMargin);
  const double height = kTitle + kHeight + kLegendTop + lines * kLegendRow + kMargin;
  const auto moved = [](double x, double y, const std::string& content) {
    return "<g transform=\"translate(" + units(x) + ' ' + units(y) + ")\">\n" + content + "</g>\n";
  };
  std::string out = opening(0, width, height, title_of(picture), description(picture)) + kStyle;
  out +=
      text(kMargin, 32, 22, "start", "class=\"chart-text\" font-weight=\"700\"", title_of(picture));
  if (picture.before)
    out += moved(kMargin, kTitle,
                 headline(ChamberTime::kBefore, *picture.before) + drawing(*picture.before));
  if (picture.after)
    out += moved(width - kMargin - kWidth, kTitle,
                 headline(ChamberTime::kAfter, *picture.after) + drawing(*picture.after));
  out += moved(kMargin, kTitle + kHeight, legend(rows, picture, columns, kLegendTop));
  return out + "</svg>\n";
}

}  // namespace recount
