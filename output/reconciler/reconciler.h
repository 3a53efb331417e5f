// Facts of many articles held against each other: what they agree on, and where they contradict
// each other.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "extractor/facts/fact.h"
#include "output/reconciler/directory.h"
#include "output/reconciler/laws.h"

namespace recount {

/// Seats, councils or percent; or gain, hold, loss, now, a view of a constant.
using FigureValue = std::variant<double, std::string_view>;

/// What verdicts are about.
struct Subject {
  std::optional<std::string> election;  // ISO day, a year alone, or unknown
  PlaceKind place_kind = PlaceKind::kUnknown;
  std::optional<std::string> place;
  std::optional<std::string> place_name;

  bool operator==(const Subject&) const = default;
};

enum class Status : std::uint8_t {
  kAgreed,       // told by two independent witnesses or more, and nothing contradicts it
  kSingle,       // told by one witness
  kConflicting,  // in a conflict
  kDerived,      // told by nobody, follows from other figures
  kReplaced,     // told, but a later article of the count or a later version told it anew
};
inline constexpr std::size_t kStatusCount = 5;
std::string_view status_name(Status status);

/// One figure, and what the articles come to about it.
struct ConsensusRow {
  Subject subject;
  std::optional<std::string> party;
  Measure measure = Measure::kSeats;
  std::optional<FigureValue> value;  // none when only bounds are known, or nothing decides
  std::optional<double> low, high;   // of numbers; none where unbounded
  Status status = Status::kSingle;
  std::size_t witnesses = 0;         // independent ones that tell it
  std::vector<std::string> sources;  // of these, sorted
  std::vector<std::uint64_t> facts;  // ids that tell it, or that it follows from; sorted
};

/// A figure as it stood before it was told anew: for the eye, and in none of the tables that are
/// written.
struct ReplacedRow {
  ConsensusRow told;                // of status kReplaced
  std::optional<std::uint32_t> by;  // if known: the later fact, by number in Reconciliation::facts
};

enum class Severity : std::uint8_t {
  kError,    // the figures cannot all be true
  kWarning,  // they can only with an unusual event, which the message names
};
std::string_view severity_name(Severity severity);

struct ConflictRow {
  std::uint64_t id = 0;  // a hash of the facts and the law; the same in every run
  Subject subject;
  ConflictKind kind = ConflictKind::kValue;
  std::string_view law;  // name; empty when one figure is told in two ways
  Severity severity = Severity::kError;
  std::vector<std::uint32_t> facts;  // minimal, by number in Reconciliation::facts
  std::string message;               // for a reader who has not seen the articles
  struct Mended {
    std::uint32_t fact;  // by number in Reconciliation::facts
    FigureValue value;
  };
  std::optional<Mended> correction;
};

struct Reconciliation {
  std::vector<Fact> facts;              // all that went in, in order of document and place in it
  std::vector<ConsensusRow> consensus;  // one row a figure; none is replaced
  std::vector<ReplacedRow> replaced;
  std::vector<ConflictRow> conflicts;
};

/// Sorts facts into contests and examines each. The result does not depend on the order of
/// `facts`; a fact that is there twice counts once. Costs about n log n in facts.
Reconciliation reconcile(std::vector<Fact> facts, const Directory& directory);

}  // namespace recount
