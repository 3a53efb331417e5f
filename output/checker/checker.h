// Facts held against official results.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extractor/facts/fact.h"
#include "output/checker/official_results.h"
#include "output/reconciler/reconciler.h"

namespace recount {

enum class CheckStatus : std::uint8_t { kRight, kWrong, kNotCovered };
/// "right", "wrong", "not_covered".
std::string_view check_status_name(CheckStatus status);

/// What the results say of one fact.
struct Check {
  std::uint32_t fact = 0;  // by number
  CheckStatus status = CheckStatus::kNotCovered;
  /// Of a wrong one: kWarning where counting from another day explains the difference, a seat.
  Severity severity = Severity::kError;
  std::optional<double> official;             // the number of the results
  std::optional<std::string> official_party;  // who is in control or was, who is the largest
  std::size_t line = 0;                       // of the results; 0 where there is none
  std::string_view reason;                    // why it is not covered, a constant
};

/// Of which facts the results can be.
struct CheckDay {
  /// Polling day or year of the results; facts of other elections are not covered. Empty where the
  /// results tell it themselves, or with `on`.
  std::string election;
  /// The results are how councils stood on that day, whenever they were elected. Covered are facts
  /// of the latest election of the council in the eleven months before, and of these, what they say
  /// of the time after the election.
  std::string on;
};

/// One check for each fact, in their order. A fact is right if what it says, with its bound and its
/// rounding, allows the number of the results, or the number that follows from them: the change
/// from the seats before and after, a majority and the largest party from all seats.
std::vector<Check> check_facts(const std::vector<Fact>& facts, const OfficialResults& results,
                               const CheckDay& day);

}  // namespace recount
