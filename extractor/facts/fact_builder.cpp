#include "extractor/facts/fact_builder.h"

#include <algorithm>
#include <bit>
#include <numeric>
#include <tuple>

#include "extractor/facts/fact_id.h"
#include "extractor/facts/fingerprint.h"
#include "extractor/facts/item_index.h"
#include "extractor/text/fetch.h"
#include "extractor/text/unicode.h"

namespace recount {
namespace {

std::string_view bound_name(Bound bound) {
  switch (bound) {
    case Bound::kOver:
      return "over";
    case Bound::kUnder:
      return "under";
    case Bound::kAbout:
      return "about";
    case Bound::kExact:
      break;
  }
  return "exact";
}

/// What makes two frames one fact. In control is one reading, whether gained, held or just stated.
struct FactKey {
  PlaceKind place_kind;
  std::int32_t place;
  std::int32_t party;
  Measure measure;
  bool lost;
  double number;

  explicit FactKey(const Frame& frame)
      : place_kind(frame.place_kind),
        place(frame.place),
        party(frame.party),
        measure(frame.measure),
        lost(frame.outcome == "loss"),
        number(frame.outcome.empty() ? frame.number + 0.0 : 0) {}  // no negative zero
  bool operator==(const FactKey&) const = default;
};

std::uint64_t hash_of(const FactKey& key) {
  std::uint64_t h =
      static_cast<std::uint64_t>(key.place) << 32 ^ static_cast<std::uint32_t>(key.party);
  h = h * 0x9E3779B97F4A7C15u ^ std::bit_cast<std::uint64_t>(key.number);
  h = h * 0x9E3779B97F4A7C15u ^ static_cast<std::uint64_t>(key.measure) << 8 ^
      static_cast<std::uint64_t>(key.place_kind);
  h *= 0x9E3779B97F4A7C15u;
  return h ^ h >> 31;
}

/// What facts say of when, worked out once a nation.
class PollingDays {
 public:
  PollingDays(const Lexicon& lexicon, const Election& election)
      : lexicon_(lexicon), election_(election) {
    if (election.day != 0)
      common_ = format_day(election.day);
    else if (election.year != 0)
      common_ = std::to_string(election.year);
  }
  /// Of an election that is not known to be of one nation; nothing when it is unknown.
  const std::optional<std::string>& common() const { return common_; }

  const std::string& of(const std::string& nation) {
    for (const auto& [known, day] : known_) {
      if (known == nation) return day;
    }
    return known_.emplace_back(nation, format_day(polling_day_for(lexicon_, election_, nation)))
        .second;
  }

 private:
  const Lexicon& lexicon_;
  const Election& election_;
  std::optional<std::string> common_;
  std::vector<std::pair<std::string, std::string>> known_;
};

void set_place_and_day(const Lexicon& lexicon, const Election& election, const Frame& frame,
                       PollingDays& days, Fact& fact) {
  fact.place_kind = frame.place_kind;
  const Place* place = nullptr;
  if (frame.place != kNone) {
    place = &lexicon.places.places[static_cast<std::size_t>(frame.place)];
    fact.place = place->id;
    fact.place_name = place->name;
  }
  if (place == nullptr || place->is_area() || election.day == 0) {
    fact.election = days.common();
    return;
  }
  const std::string& day = days.of(place->nation);
  fact.election = day;
  std::string& id = fact.election_id.emplace();
  id.reserve(place->slug.size() + day.size() + 7);
  id.append("local.").append(place->slug).append(".").append(day);
}

/// Has what the fact of a frame copies brought near.
void fetch(const Lexicon& lexicon, const Frame& frame) {
  fetch_line(&frame.rule->id);
  if (frame.place == kNone) return;
  const Place& place = lexicon.places.places[static_cast<std::size_t>(frame.place)];
  fetch_line(&place.id);
  fetch_line(&place.nation);
  fetch_line(&place.slug);
}

std::shared_ptr<const Provenance> provenance(const Document& document,
                                             const Annotation& annotation) {
  auto out = std::make_shared<Provenance>();
  out->doc = document.id;
  out->source = document.metadata.source;
  out->url = document.metadata.url;
  out->published = document.metadata.published;
  out->fingerprint = to_hex(fingerprint(annotation.tokens));
  return out;
}

}  // namespace

std::vector<Fact> build_facts(const Document& document, const Lexicon& lexicon,
                              const Annotation& annotation, const Election& election,
                              const std::vector<Frame>& frames, const Calibration& calibration,
                              TopicClarity topic, Trace* trace) {
  std::vector<Fact> facts;
  if (frames.empty()) return facts;
  // In text order: frames come sentence by sentence, but not always in order within one.
  std::vector<std::uint32_t> order(frames.size());
  std::iota(order.begin(), order.end(), 0U);
  std::sort(order.begin(), order.end(), [&frames](std::uint32_t a, std::uint32_t b) {
    return std::tie(frames[a].first_token, a) < std::tie(frames[b].first_token, b);
  });
  ItemIndex seen;
  PollingDays days(lexicon, election);
  const std::shared_ptr<const Provenance> article = provenance(document, annotation);
  const std::uint64_t doc_hash = hash_bytes(document.id);
  facts.reserve(frames.size());
  for (std::size_t at = 0; at < order.size(); ++at) {
    const std::uint32_t i = order[at];
    const Frame& frame = frames[i];
    if (at + 1 < order.size()) fetch(lexicon, frames[order[at + 1]]);
    const FactKey key(frame);
    const auto same = [&](std::uint32_t k) { return FactKey(frames[k]) == key; };
    if (!seen.add(hash_of(key), i, same)) continue;
    Fact& fact = facts.emplace_back(std::uint64_t{0}, article);
    fact.measure = frame.measure;
    fact.number = frame.number == 0 ? 0 : frame.number;  // no negative zero
    fact.outcome = frame.outcome;
    set_place_and_day(lexicon, election, frame, days, fact);
    if (frame.party != kNone) fact.party = party_id(lexicon, annotation, frame.party);
    fact.bound = bound_name(frame.bound);
    fact.partial = frame.partial;
    if (is_change(frame.measure)) {
      fact.baseline = (frame.baseline & kRoleBaselineNotional) != 0 ? "notional"
                      : (frame.baseline & kRoleBaselineEve) != 0    ? "eve_of_poll"
                      : (frame.baseline & kRoleBaselineLast) != 0   ? "last_election"
                                                                    : "unstated";
    }
    fact.start = annotation.tokens[frame.first_token].begin;
    fact.end = annotation.tokens[frame.last_token - 1].end;
    fact.quote.assign(document.text, fact.start, fact.end - fact.start);
    fact.rule = frame.rule->id;
    const Evidence evidence = evidence_of(frame, topic);
    fact.confidence = calibration.confidence(evidence);
    if (trace != nullptr) trace->evidence.push_back({frame.rule->confidence, evidence.names()});
    fact.id = fact_id(fact, doc_hash);
  }
  return facts;
}

}  // namespace recount
