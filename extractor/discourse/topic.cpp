#include "extractor/discourse/topic.h"

#include <algorithm>

#include "extractor/discourse/recast.h"

namespace recount {
namespace {

constexpr int kLeadWeight = 2;  // of a word in the first sentences

void count(const Lexicon& lexicon, const std::vector<Mention>& mentions, int weight,
           TopicReading& out) {
  for (const Mention& mention : mentions) {
    const RoleSet roles = lexicon.symbols.roles(mention.symbol);
    const bool council = mention.symbol == lexicon.core.council && mention.formal;
    if (council || (roles & kRoleLocalElection) != 0) out.local += weight;
    if ((roles & kRoleOtherElection) != 0) out.other += weight;
    if ((roles & kRolePreview) != 0) out.preview += weight;
  }
}

}  // namespace

TopicReading read_topic(const Lexicon& lexicon, const EngineSettings& settings,
                        const std::vector<Mention>& headline, const Annotation& text) {
  TopicReading out;
  count(lexicon, headline, settings.topic_headline, out);
  out.headed = out.other > out.local;
  for (std::size_t s = 0; s < text.sentences.size(); ++s) {
    const bool lead = static_cast<int>(s) < settings.topic_lead;
    count(lexicon, text.mentions[s], lead ? kLeadWeight : 1, out);
  }
  return out;
}

void decide_topic(const EngineSettings& settings, const Election& election,
                  const std::vector<Frame>& frames, TopicReading& reading) {
  const bool outcome = std::any_of(frames.begin(), frames.end(), [](const Frame& frame) {
    return (frame.measure == Measure::kControl && frame.place_kind == PlaceKind::kCouncil) ||
           counts_councils(frame.measure);
  });
  // "In Kent Labour gained Canterbury": of an article about parliament, a constituency.
  const bool silent = reading.local == 0;
  const bool elsewhere = silent && reading.other >= settings.topic_least;
  if (outcome && !election.far && !elsewhere) reading.local += settings.topic_outcome;
  const bool outweighed = reading.other > reading.local * settings.topic_ratio;
  int least = reading.headed || election.far ? settings.topic_least_headed : settings.topic_least;
  if (silent) least = std::min(least, settings.topic_least_silent);
  if ((reading.other >= least && outweighed) || (election.far && reading.other >= reading.local)) {
    reading.topic = Topic::kElsewhere;
  } else if (election.ahead || (election.undated && reading.preview >= settings.topic_preview)) {
    reading.topic = Topic::kPreview;
  }
}

void apply_topic(Topic topic, std::vector<Frame>& frames) {
  if (topic == Topic::kElsewhere) frames.clear();
  if (topic == Topic::kPreview)
    std::erase_if(frames, [](Frame& frame) { return !as_before_the_vote(frame); });
}

}  // namespace recount
