#include "output/batch/summary.h"

#include <cmath>
#include <cstdio>
#include <nlohmann/json.hpp>
#include <numeric>

namespace recount {
namespace {

std::string one_decimal(double number) {
  char text[32];
  std::snprintf(text, sizeof text, "%.1f", number);
  return text;
}

/// ", 3 failed", or nothing for none.
std::string and_some(std::uint64_t count, const char* what) {
  return count == 0 ? std::string() : ", " + with_commas(count) + ' ' + what;
}

std::string counted(std::uint64_t count, const char* one) {
  return with_commas(count) + ' ' + one + (count == 1 ? "" : "s");
}

}  // namespace

void Summary::add(std::span<const Fact> written) {
  for (const Fact& fact : written) ++facts[static_cast<std::size_t>(fact.measure)];
}

std::uint64_t Summary::fact_count() const {
  return std::accumulate(facts.begin(), facts.end(), std::uint64_t{0});
}

double Summary::megabytes_per_second() const {
  return seconds > 0 ? static_cast<double>(bytes) / kMegabyte / seconds : 0;
}

std::string with_commas(std::uint64_t number) {
  std::string out = std::to_string(number);
  for (std::size_t at = out.size(); at > 3;) out.insert(at -= 3, ",");
  return out;
}

std::string duration_text(double seconds) {
  const auto whole = static_cast<std::uint64_t>(std::llround(seconds));
  if (whole < 60) return std::to_string(whole) + " s";
  const std::uint64_t minutes = (whole + 30) / 60;
  if (minutes < 60) return std::to_string(minutes) + " min";
  return with_commas(minutes / 60) + " h " + std::to_string(minutes % 60) + " min";
}

std::string summary_text(const Summary& summary) {
  std::string out = counted(summary.documents, "document") + " read";
  out += and_some(summary.empty, "without facts") + and_some(summary.copies, "copies of others") +
         and_some(summary.failed, "failed");
  if (summary.faults != 0) out += and_some(summary.faults, "faults in metadata");
  out += "; " + one_decimal(static_cast<double>(summary.bytes) / kMegabyte) + " MB in " +
         duration_text(summary.seconds) + ", " + one_decimal(summary.megabytes_per_second()) +
         " MB/s\n" + counted(summary.fact_count(), "fact");
  const char* before = ": ";
  for (std::size_t i = 0; i < kMeasureCount; ++i) {
    if (summary.facts[i] == 0) continue;
    out += before + std::string(measure_name(static_cast<Measure>(i))) + ' ' +
           with_commas(summary.facts[i]);
    before = ", ";
  }
  if (summary.accepted + summary.rejected + summary.corrected > 0)
    out += "\nby verdicts: " + with_commas(summary.accepted) + " accepted, " +
           with_commas(summary.rejected) + " rejected and left out, " +
           with_commas(summary.corrected) + " corrected";
  return out + '\n';
}

std::string summary_json(const Summary& summary, const std::string& output, bool complete) {
  nlohmann::ordered_json measures = nlohmann::ordered_json::object();
  for (std::size_t i = 0; i < kMeasureCount; ++i) {
    measures[std::string(measure_name(static_cast<Measure>(i)))] = summary.facts[i];
  }
  const auto rounded = [](double number) { return std::round(number * 1000) / 1000; };
  const nlohmann::ordered_json out{{"output", output},
                                   {"complete", complete},
                                   {"documents", summary.documents},
                                   {"passed_over", summary.passed_over},
                                   {"empty", summary.empty},
                                   {"copies", summary.copies},
                                   {"failed", summary.failed},
                                   {"metadata_faults", summary.faults},
                                   {"facts", summary.fact_count()},
                                   {"facts_by_measure", measures},
                                   {"accepted", summary.accepted},
                                   {"rejected", summary.rejected},
                                   {"corrected", summary.corrected},
                                   {"bytes", summary.bytes},
                                   {"disk_bytes", summary.disk_bytes},
                                   {"seconds", rounded(summary.seconds)},
                                   {"mb_per_second", rounded(summary.megabytes_per_second())}};
  return out.dump(2, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + '\n';
}

}  // namespace recount
