#include "extractor/facts/calibration.h"

#include <algorithm>
#include <cmath>
#include <string_view>

#include "extractor/lexicon/toml_tree.h"

namespace recount {
namespace {

constexpr const char* kCalibrationPath = "calibration.toml";
constexpr std::array<std::string_view, 5> kCrowdNames{"none", "one", "two", "three", "more"};
constexpr std::array<std::string_view, kTopicClarities> kTopicNames{"clear", "mostly", "mixed"};

std::string_view family_of(const Rule& rule) {
  return std::string_view(rule.id).substr(0, rule.id.find('.'));
}

double log_odds(double share) {
  const double bounded = std::clamp(share, 0.01, 0.99);
  return std::log(bounded / (1 - bounded));
}

template <typename Name>
std::size_t index(Name name) {
  return static_cast<std::size_t>(name);
}

}  // namespace

TopicClarity clarity(const TopicReading& topic) {
  if (topic.other == 0) return TopicClarity::kClear;
  return topic.other * 2 <= topic.local + topic.talk ? TopicClarity::kMostly : TopicClarity::kMixed;
}

Evidence evidence_of(const Frame& frame, TopicClarity topic) {
  return {frame.rule,       frame.measure, frame.party_basis, frame.place_basis,
          frame.place_kind, topic,         frame.parties};
}

std::vector<std::string> Evidence::names() const {
  const auto name = [](const char* table, std::string_view key) {
    return std::string(table) + ':' + std::string(key);
  };
  return {name("family", family_of(*rule)),
          name("measure", measure_name(measure)),
          name("party", basis_name(party)),
          name("place", basis_name(place)),
          name("kind", place_kind_name(kind)),
          name("topic", kTopicNames[index(topic)]),
          name("parties", kCrowdNames[std::min(parties, kCrowdNames.size() - 1)])};
}

class CalibrationLoader {
 public:
  CalibrationLoader(const TomlNode& root, Faults& faults) : root_(root), faults_(faults) {}

  Calibration load() {
    out_.known_ = true;
    for (const TomlNode& node : root_) {
      const std::string_view name = node.key;
      if (name == "base")
        number(name, node, out_.base_);
      else if (name == "prior")
        number(name, node, out_.prior_);
      else if (name == "curve")
        curve(node);
      else
        table(name, node);
    }
    return std::move(out_);
  }

 private:
  void fault(const TomlNode& node, std::string_view piece, const char* message) {
    faults_.add({kCalibrationPath, node.line, "", std::string(piece), message});
  }

  void number(std::string_view key, const TomlNode& node, double& out) {
    if (!node.is_number()) return fault(node, key, "expected a number");
    out = node.number;
  }

  void table(std::string_view name, const TomlNode& node) {
    if (!node.is_table()) return fault(node, name, "no such key");
    for (const TomlNode& weight : node) {
      if (name == "family") {
        number(weight.key, weight, out_.family_.emplace_back(std::string(weight.key), 0).second);
        continue;
      }
      double* const field = field_of(name, weight.key);
      if (field == nullptr) {
        fault(weight, weight.key, "no such weight");
        continue;
      }
      number(weight.key, weight, *field);
    }
  }

  template <std::size_t Size, typename NameOf>
  static double* find(std::array<double, Size>& weights, std::string_view key, NameOf name_of) {
    for (std::size_t i = 0; i < Size; ++i) {
      if (name_of(i) == key) return &weights[i];
    }
    return nullptr;
  }

  double* field_of(std::string_view table, std::string_view key) {
    if (table == "measure")
      return find(out_.measure_, key,
                  [](std::size_t i) { return measure_name(static_cast<Measure>(i)); });
    if (table == "party")
      return find(out_.party_, key,
                  [](std::size_t i) { return basis_name(static_cast<PartyBasis>(i)); });
    if (table == "place")
      return find(out_.place_, key,
                  [](std::size_t i) { return basis_name(static_cast<PlaceBasis>(i)); });
    if (table == "kind")
      return find(out_.kind_, key,
                  [](std::size_t i) { return place_kind_name(static_cast<PlaceKind>(i)); });
    if (table == "topic")
      return find(out_.topic_, key, [](std::size_t i) { return kTopicNames[i]; });
    if (table == "parties")
      return find(out_.parties_, key, [](std::size_t i) { return kCrowdNames[i]; });
    return nullptr;
  }

  void curve(const TomlNode& node) {
    if (!node.is_list()) return fault(node, "curve", "expected a list of pairs");
    for (const TomlNode& item : node) {
      const bool pair = item.is_list() && item.first != item.last && item.first->next == item.last;
      if (!pair || !item.first->is_number() || !item.last->is_number())
        return fault(item, "curve", "expected a pair of shares");
      const std::pair<double, double> point{item.first->number, item.last->number};
      const auto& known = out_.curve_;
      const bool rises = known.empty() ||
                         (known.back().first < point.first && known.back().second <= point.second);
      if (!rises || point.first < 0 || point.first > 1 || point.second < 0 || point.second > 1)
        return fault(item, "curve", "expected shares from 0 to 1 that rise");
      out_.curve_.push_back(point);
    }
  }

  const TomlNode& root_;
  Faults& faults_;
  Calibration out_;
};

Calibration Calibration::load(const PatternFiles& files, Faults& faults) {
  const PatternFile* file = files.find(kCalibrationPath);
  if (file == nullptr) return {};
  const std::optional<TomlTree> tree = read_toml(*file, faults);
  return tree ? CalibrationLoader(tree->root(), faults).load() : Calibration();
}

double Calibration::confidence(const Evidence& evidence) const {
  if (!known_) return evidence.rule->confidence;
  double sum = base_ + prior_ * log_odds(evidence.rule->confidence);
  sum += measure_[index(evidence.measure)] + party_[index(evidence.party)];
  sum += place_[index(evidence.place)] + kind_[index(evidence.kind)];
  sum += topic_[index(evidence.topic)] + parties_[std::min(evidence.parties, kCrowds - 1)];
  const std::string_view family = family_of(*evidence.rule);
  const auto known = std::find_if(family_.begin(), family_.end(),
                                  [family](const auto& weight) { return weight.first == family; });
  if (known != family_.end()) sum += known->second;
  return bent(1 / (1 + std::exp(-sum)));
}

/// Straight lines between the points of the curve, level beyond them.
double Calibration::bent(double share) const {
  if (curve_.empty()) return share;
  const auto above = std::upper_bound(
      curve_.begin(), curve_.end(), share,
      [](double value, const std::pair<double, double>& point) { return value < point.first; });
  if (above == curve_.begin()) return above->second;
  if (above == curve_.end()) return curve_.back().second;
  const auto& [from, low] = *(above - 1);
  const auto& [to, high] = *above;
  return low + (high - low) * (share - from) / (to - from);
}

}  // namespace recount
