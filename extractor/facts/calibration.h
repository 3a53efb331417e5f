// How far to trust a fact: from what it rests on to how often such facts are right.
#pragma once

#include <array>
#include <string>
#include <utility>
#include <vector>

#include "extractor/discourse/frame.h"
#include "extractor/discourse/topic.h"
#include "extractor/lexicon/pattern_files.h"
#include "extractor/rules/rule.h"

namespace recount {

/// How clearly the article is about a council election.
enum class TopicClarity : std::uint8_t {
  kClear,   // nothing speaks for another topic
  kMostly,  // more than twice as much speaks for it as for another
  kMixed,
};
inline constexpr std::size_t kTopicClarities = 3;
TopicClarity clarity(const TopicReading& topic);

/// What a fact rests on, as far as it tells how often such facts are right.
struct Evidence {
  const Rule* rule = nullptr;
  Measure measure = Measure::kSeats;
  PartyBasis party = PartyBasis::kNobody;
  PlaceBasis place = PlaceBasis::kMatch;
  PlaceKind kind = PlaceKind::kUnknown;
  TopicClarity topic = TopicClarity::kClear;
  std::size_t parties = 0;  // named in the sentence

  /// "party:named", "place:match" …, the weights it takes; the family of a rule is its id up to the
  /// full stop.
  std::vector<std::string> names() const;
};

/// What the fact of a frame rests on.
Evidence evidence_of(const Frame& frame, TopicClarity topic);

/// A logistic model over the evidence, bent so that it says what was seen:
/// patterns/calibration.toml. Immutable; any number of threads may ask.
class Calibration {
 public:
  /// Reads the file; its faults go to `faults`. Without the file a fact is as sure as its rule
  /// says.
  static Calibration load(const PatternFiles& files, Faults& faults);

  /// The share of facts with that evidence which are right, 0..1.
  double confidence(const Evidence& evidence) const;

 private:
  friend class CalibrationLoader;
  static constexpr std::size_t kCrowds = 5;  // none to three parties, and more

  double bent(double share) const;

  bool known_ = false;
  double base_ = 0;   // log-odds of any fact
  double prior_ = 0;  // weight of the log-odds of the rule's own confidence
  std::array<double, kMeasureCount> measure_{};
  std::array<double, kPartyBases> party_{};
  std::array<double, kPlaceBases> place_{};
  std::array<double, 4> kind_{};
  std::array<double, kTopicClarities> topic_{};
  std::array<double, kCrowds> parties_{};
  std::vector<std::pair<std::string, double>> family_;
  std::vector<std::pair<double, double>> curve_;  // from what the model says to what was seen
};

}  // namespace recount
