#include "extractor/discourse/topic.h"

namespace recount {
namespace {

void count(const Lexicon& lexicon, const std::vector<Mention>& mentions, int weight, TopicReading& out) {
  for (const Mention& mention : mentions) {
    const RoleSet roles = lexicon.symbols[mention.symbol].roles;
    const bool council = mention.symbol == lexicon.core.council && mention.formal;
    if (council || (roles & kRoleLocalElection) != 0) out.local += weight;
    if ((roles & kRoleOtherElection) != 0) out.other += weight;
    if ((roles & kRolePreview) != 0) out.preview += weight;
  }
}

/// The frame told as the state before the vote; false when it is no such state.
bool before_the_vote(Frame& frame) {
  switch (frame.measure) {
    case Measure::kSeats: frame.measure = Measure::kSeatsBefore; return true;
    case Measure::kMajority: frame.measure = Measure::kMajorityBefore; return true;
    case Measure::kControl:
      if (frame.outcome != "now" && frame.outcome != "hold") return false;
      frame.measure = Measure::kControlBefore;
      frame.outcome = "now";
      return true;
    case Measure::kSeatsBefore:
    case Measure::kMajorityBefore:
    case Measure::kControlBefore:
    case Measure::kCouncilSeats:
    case Measure::kSeatsContested: return true;
    default: return false;
  }
}

}  // namespace

TopicReading read_topic(const Lexicon& lexicon, const EngineSettings& settings, const std::vector<Mention>& headline,
                        const Annotation& text, const Election& election) {
  TopicReading out;
  TopicReading title;
  count(lexicon, headline, settings.topic_headline, title);
  out = title;
  for (const auto& mentions : text.mentions) count(lexicon, mentions, 1, out);
  const bool outweighed = out.other > out.local * settings.topic_ratio;
  const bool headed = title.other > title.local;
  const int least = headed || election.far ? settings.topic_least_headed : settings.topic_least;
  if ((out.other >= least && outweighed) || (election.far && out.other >= out.local)) {
    out.topic = Topic::kElsewhere;
  } else if (election.ahead || (election.undated && out.preview >= settings.topic_preview)) {
    out.topic = Topic::kPreview;
  }
  return out;
}

void apply_topic(Topic topic, std::vector<Frame>& frames) {
  if (topic == Topic::kElsewhere) frames.clear();
  if (topic == Topic::kPreview) std::erase_if(frames, [](Frame& frame) { return !before_the_vote(frame); });
}

}  // namespace recount
