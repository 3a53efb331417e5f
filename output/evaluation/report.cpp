#include "output/evaluation/report.h"

#include <algorithm>
#include <array>
#include <cstdarg>
#include <cstdio>

#include "output/evaluation/confidence_bands.h"
#include "output/records/text_width.h"

namespace recount {
namespace {

[[gnu::format(printf, 1, 2)]] std::string format(const char* pattern, ...) {
  std::array<char, 256> buffer{};
  std::va_list arguments;
  va_start(arguments, pattern);
  std::vsnprintf(buffer.data(), buffer.size(), pattern, arguments);
  va_end(arguments);
  return buffer.data();
}

constexpr std::size_t kNameWidth = 18;

std::string heading(std::string_view name) {
  return "\n" + fit(name, kNameWidth) + "   gold  found  missed  wrong  precision  recall     F1\n";
}

/// `judged`: whether what is wrong is counted in this row at all.
std::string row(std::string_view name, const Tally& tally, bool judged = true) {
  std::string out = fit(printable(name), kNameWidth) +
                    format(" %6d %6d %7d", tally.gold(), tally.found, tally.missed);
  out += judged ? format(" %6d", tally.wrong) : std::string("      -");
  const bool any = judged && tally.found + tally.wrong > 0;
  out += any ? format(" %10.3f", tally.precision()) : std::string("          -");
  out += tally.gold() > 0 ? format(" %7.3f", tally.recall()) : std::string("       -");
  out += any && tally.gold() > 0 ? format(" %6.3f", tally.f1()) : std::string("      -");
  return out + '\n';
}

bool any(const Tally& tally) { return tally.gold() + tally.wrong > 0; }

std::string marked(const Complaint& complaint) {
  const std::string sentence = printable(complaint.sentence);
  const std::string quote = printable(complaint.quote);
  const std::size_t at = quote.empty() ? std::string::npos : sentence.find(quote);
  if (at == std::string::npos) return "«" + quote + "»";
  return sentence.substr(0, at) + "«" + quote + "»" + sentence.substr(at + quote.size());
}

bool holds(const std::vector<Complaint>& list, const Complaint& complaint) {
  return std::any_of(list.begin(), list.end(),
                     [&complaint](const Complaint& other) { return other.same(complaint); });
}

/// Calls `add` for each of `list` that is not in `others`.
template <typename Add>
void for_each_new(const std::vector<Complaint>& list, const std::vector<Complaint>& others,
                  Add add) {
  for (const Complaint& complaint : list) {
    if (!holds(others, complaint)) add(complaint);
  }
}

}  // namespace

std::string score_text(const Score& score) {
  std::string out = format("%d articles\n", score.articles) + heading("");
  out += row("all", score.total);
  out += heading("grade");
  for (const Grade grade : {Grade::kCore, Grade::kHard}) {
    out += row(grade_name(grade), score.by_grade[static_cast<std::size_t>(grade)], false);
  }
  out += heading("measure");
  for (std::size_t i = 0; i < kMeasureCount; ++i) {
    if (any(score.by_measure[i])) {
      out += row(measure_name(static_cast<Measure>(i)), score.by_measure[i]);
    }
  }
  out += heading("style");
  for (const auto& [style, tally] : score.by_style) {
    out += row(style.empty() ? "(not said)" : std::string_view(style), tally);
  }
  out += "\nconfidence            facts  right\n";
  for (const ConfidenceBand& band : confidence_bands(score.judged)) {
    out += fit(format("at least %.2f", band.at_least), kNameWidth) +
           format(" %8d  %.3f\n", band.facts.of, band.facts.value());
  }
  out += format("\nOf the facts found, right: bound %.3f, partial %.3f; outcome of control %.3f\n",
                score.bound.value(), score.partial.value(), score.control_exact.value());
  return out;
}

std::string complaints_text(const std::vector<Complaint>& complaints) {
  std::string out;
  for (const Complaint& complaint : complaints) {
    out += complaint.wrong ? "WRONG  " : "MISSED ";
    out += printable(complaint.doc) + ": " + printable(complaint.reading) + " (" +
           printable(complaint.note);
    if (complaint.wrong) out += format(", confidence %.2f", complaint.confidence);
    out += ")\n       " + marked(complaint) + '\n';
  }
  return out;
}

Difference compare(const Baseline& before, const Score& now) {
  Difference out;
  for_each_new(now.complaints, before.complaints, [&out](const Complaint& complaint) {
    (complaint.wrong ? out.broken : out.lost).push_back(complaint);
  });
  for_each_new(before.complaints, now.complaints, [&out](const Complaint& complaint) {
    (complaint.wrong ? out.mended : out.won).push_back(complaint);
  });
  return out;
}

std::string difference_text(const Baseline& before, const Score& now) {
  const Difference difference = compare(before, now);
  std::string out =
      format("Since the baseline: precision %.4f to %.4f, recall %.4f to %.4f, F1 %.4f to %.4f\n",
             before.total.precision(), now.total.precision(), before.total.recall(),
             now.total.recall(), before.total.f1(), now.total.f1());
  const auto list = [&out](const char* title, const std::vector<Complaint>& complaints) {
    out += format("%s: %zu\n", title, complaints.size()) + complaints_text(complaints);
  };
  list("Won, missed before", difference.won);
  list("Lost, found before", difference.lost);
  list("No longer wrong", difference.mended);
  list("Newly wrong", difference.broken);
  return out;
}

}  // namespace recount
