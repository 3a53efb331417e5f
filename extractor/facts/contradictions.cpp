#include "extractor/facts/contradictions.h"

#include <algorithm>
#include <span>
#include <tuple>
#include <utility>

namespace recount {
namespace {

/// Said once of a council, or once of each party there. What a party had before may be what it won
/// the last time, or what was left of that on the eve of the poll.
bool told_once(const Frame& frame) {
  switch (frame.measure) {
    case Measure::kSeats:
    case Measure::kSeatsChange:
    case Measure::kSeatsWon:
    case Measure::kVoteShare:
    case Measure::kTurnout:
    case Measure::kCouncilSeats:
    case Measure::kSeatsContested:
    case Measure::kMajority:
    case Measure::kShortOfMajority:
      return frame.place_kind == PlaceKind::kCouncil && frame.place != kNone && !frame.partial &&
             frame.bound == Bound::kExact;
    default:
      return false;
  }
}

/// No council has two majorities, whoever has them.
std::int32_t whose(const Frame& frame) {
  return frame.measure == Measure::kMajority || frame.measure == Measure::kShortOfMajority
             ? kNone
             : frame.party;
}

/// A figure that is dropped, and the one that stays instead: indexes of frames.
struct Contradiction {
  std::uint32_t dropped;
  std::uint32_t stays;
};

using Indexes = std::span<const std::uint32_t>;

/// Takes what agrees with the first in `key` from the beginning of a list in order of it.
template <typename Key>
Indexes take_alike(Indexes& list, const Key& key) {
  const auto end = std::find_if(list.begin(), list.end(),
                                [&](std::uint32_t i) { return key(i) != key(list.front()); });
  const Indexes alike = list.first(static_cast<std::size_t>(end - list.begin()));
  list = list.subspan(alike.size());
  return alike;
}

class Contradictions {
 public:
  Contradictions(const EngineSettings& settings, const Calibration& calibration, TopicClarity topic,
                 const std::vector<Frame>& frames)
      : settings_(settings), calibration_(calibration), topic_(topic), frames_(frames) {}

  std::vector<Contradiction> find() const {
    std::vector<std::uint32_t> order;  // by council, measure and party, in text order
    for (std::uint32_t i = 0; i < frames_.size(); ++i) {
      if (told_once(frames_[i])) order.push_back(i);
    }
    const auto state = [this](std::uint32_t i) {
      return std::pair(frames_[i].place, frames_[i].measure);
    };
    std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
      return std::tuple(state(a), whose(frames_[a]), frames_[a].first_token, a) <
             std::tuple(state(b), whose(frames_[b]), frames_[b].first_token, b);
    });
    std::vector<Contradiction> out;
    for (Indexes rest = order; !rest.empty();) add_of_state(take_alike(rest, state), out);
    return out;
  }

 private:
  void add_of_state(Indexes list, std::vector<Contradiction>& out) const {
    const auto number = [this](std::uint32_t i) { return frames_[i].number; };
    std::vector<Indexes> twice;  // by party, what is told with two values
    while (!list.empty()) {
      const Indexes told = take_alike(list, [this](std::uint32_t i) { return whose(frames_[i]); });
      Indexes others = told;
      if (take_alike(others, number).size() < told.size()) twice.push_back(told);
    }
    if (static_cast<int>(twice.size()) > settings_.contradiction_parties) return;
    for (const Indexes told : twice) {
      const std::uint32_t stays = surest(told);
      for (const std::uint32_t i : told) {
        if (number(i) != number(stays) && frames_[i].from_passage) out.push_back({i, stays});
      }
    }
  }

  std::uint32_t surest(Indexes told) const {
    std::uint32_t best = told.front();
    double most = confidence(best) + settings_.contradiction_margin;
    for (const std::uint32_t i : told) {
      const double sure = confidence(i);
      if (sure > most) {
        best = i;
        most = sure;
      }
    }
    return best;
  }

  double confidence(std::uint32_t i) const {
    return calibration_.confidence(evidence_of(frames_[i], topic_));
  }

  const EngineSettings& settings_;
  const Calibration& calibration_;
  TopicClarity topic_;
  const std::vector<Frame>& frames_;
};

}  // namespace

void drop_contradicted(const EngineSettings& settings, const Calibration& calibration,
                       TopicClarity topic, const Annotation& annotation, std::vector<Frame>& frames,
                       Trace* trace) {
  const std::vector<Contradiction> found =
      Contradictions(settings, calibration, topic, frames).find();
  if (found.empty()) return;
  std::vector<bool> dropped(frames.size());
  for (const Contradiction& contradiction : found) {
    dropped[contradiction.dropped] = true;
    if (trace == nullptr) continue;
    const Frame& frame = frames[contradiction.dropped];
    const auto begin = [&](const Frame& f) { return annotation.tokens[f.first_token].begin; };
    trace->sentences[frame.sentence].events.push_back(
        {TraceKind::kDropped, frame.rule->id,
         "contradicts what is told at byte " + std::to_string(begin(frames[contradiction.stays])),
         begin(frame), annotation.tokens[frame.last_token - 1].end});
  }
  std::size_t i = 0;
  std::erase_if(frames, [&](const Frame&) { return dropped[i++]; });
}

}  // namespace recount
