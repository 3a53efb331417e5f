// What a batch came to, counted while it runs.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>

#include "extractor/facts/fact.h"

namespace recount {

inline constexpr double kMegabyte = 1e6;  // bytes

struct Summary {
  std::uint64_t documents = 0;    // read, with those below
  std::uint64_t passed_over = 0;  // of them cannot hold a fact and were not parsed
  std::uint64_t empty = 0;        // of them hold no fact; those passed over included
  std::uint64_t copies = 0;       // of them are copies of one before, whose facts are left out
  std::uint64_t failed = 0;       // could not be read, or not as a document; not in `documents`
  std::uint64_t faults = 0;       // beside documents: metadata that was wrong and left out
  std::array<std::uint64_t, kMeasureCount> facts{};  // by measure, as written
  std::uint64_t accepted = 0;                        // facts that a person found right
  std::uint64_t rejected = 0;                        // that one found wrong; left out
  std::uint64_t corrected = 0;                       // that are written as one corrected them
  std::uint64_t bytes = 0;                           // of the documents, as they came unwrapped
  std::uint64_t disk_bytes = 0;                      // of the inputs, as they lie on disk
  double seconds = 0;

  void add(std::span<const Fact> written);
  std::uint64_t fact_count() const;
  /// Of `bytes`, 0 when no time has passed.
  double megabytes_per_second() const;
};

/// The summary for a person, two or three lines, each with a newline.
std::string summary_text(const Summary& summary);

/// The summary as one JSON object in several lines, with a newline at the end. `output` names the
/// file of the records; `complete` is false for a run that was interrupted.
std::string summary_json(const Summary& summary, const std::string& output, bool complete);

/// "1,234,567".
std::string with_commas(std::uint64_t number);
/// "45 s", "12 min", "3 h 20 min".
std::string duration_text(double seconds);

}  // namespace recount
