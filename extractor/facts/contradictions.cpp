#include "extractor/facts/contradictions.h"

#include <algorithm>
#include <span>
#include <tuple>

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

bool of_passage(const Frame& frame) {
  return frame.place_basis == PlaceBasis::kPassage || frame.place_basis == PlaceBasis::kArticle;
}

class Contradictions {
 public:
  Contradictions(const EngineSettings& settings, const Calibration& calibration, TopicClarity topic,
                 const std::vector<Frame>& frames)
      : settings_(settings), calibration_(calibration), topic_(topic), frames_(frames) {
    for (std::uint32_t i = 0; i < frames.size(); ++i) {
      if (told_once(frames[i])) order_.push_back(i);
    }
    std::sort(order_.begin(), order_.end(), [this](std::uint32_t a, std::uint32_t b) {
      return std::tuple(state(a), whose(frames_[a]), frames_[a].first_token, a) <
             std::tuple(state(b), whose(frames_[b]), frames_[b].first_token, b);
    });
  }

  /// Calls `drop(frame, the one that stays)`, by their indexes.
  template <typename Drop>
  void each(const Drop& drop) const {
    for (std::size_t from = 0; from < order_.size();) {
      std::size_t to = from;
      while (to < order_.size() && state(order_[to]) == state(order_[from])) ++to;
      each_of_state(std::span(order_).subspan(from, to - from), drop);
      from = to;
    }
  }

 private:
  std::tuple<std::int32_t, Measure> state(std::uint32_t i) const {
    return {frames_[i].place, frames_[i].measure};
  }

  template <typename Drop>
  void each_of_state(std::span<const std::uint32_t> list, const Drop& drop) const {
    std::vector<std::span<const std::uint32_t>> twice;  // by party, what is told with two values
    while (!list.empty()) {
      const std::int32_t party = whose(frames_[list.front()]);
      const auto end = std::find_if(list.begin(), list.end(),
                                    [&](std::uint32_t i) { return whose(frames_[i]) != party; });
      const auto told = list.first(static_cast<std::size_t>(end - list.begin()));
      if (!std::all_of(told.begin(), told.end(), [&](std::uint32_t i) {
            return frames_[i].number == frames_[told.front()].number;
          }))
        twice.push_back(told);
      list = list.subspan(told.size());
    }
    if (static_cast<int>(twice.size()) > settings_.contradiction_parties) return;
    for (const auto& told : twice) {
      const std::uint32_t stays = surest(told);
      for (const std::uint32_t i : told) {
        if (frames_[i].number != frames_[stays].number && of_passage(frames_[i])) drop(i, stays);
      }
    }
  }

  std::uint32_t surest(std::span<const std::uint32_t> told) const {
    const double first = confidence(told.front());
    std::uint32_t best = told.front();
    double most = first + settings_.contradiction_margin;
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
  std::vector<std::uint32_t> order_;  // by council, measure and party, in text order
};

}  // namespace

void drop_contradicted(const EngineSettings& settings, const Calibration& calibration,
                       TopicClarity topic, const Annotation& annotation, std::vector<Frame>& frames,
                       Trace* trace) {
  std::vector<bool> dropped(frames.size());
  Contradictions(settings, calibration, topic, frames)
      .each([&](std::uint32_t i, std::uint32_t stays) {
        dropped[i] = true;
        if (trace == nullptr) return;
        const Frame& frame = frames[i];
        const auto begin = [&](const Frame& f) { return annotation.tokens[f.first_token].begin; };
        const auto end = [&](const Frame& f) { return annotation.tokens[f.last_token - 1].end; };
        trace->sentences[frame.sentence].events.push_back(
            {TraceKind::kDropped, frame.rule->id,
             "contradicts what is told at byte " + std::to_string(begin(frames[stays])),
             begin(frame), end(frame)});
      });
  std::size_t i = 0;
  std::erase_if(frames, [&](const Frame&) { return dropped[i++]; });
}

}  // namespace recount
