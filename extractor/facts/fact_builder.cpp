#include "extractor/facts/fact_builder.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <numeric>
#include <unordered_set>

#include "extractor/facts/fingerprint.h"
#include "extractor/text/unicode.h"

namespace recount {
namespace {

const char* bound_name(Bound bound) {
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

std::string value_text(const Fact& fact) {
  if (!fact.outcome.empty()) return fact.outcome;
  std::array<char, 32> buffer;
  const auto [end, error] = std::to_chars(buffer.begin(), buffer.end(), fact.number);
  return std::string(buffer.begin(), end);
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
        number(frame.outcome.empty() ? frame.number : 0) {}
  bool operator==(const FactKey&) const = default;
};

struct FactKeyHash {
  std::size_t operator()(const FactKey& key) const {
    std::uint64_t h =
        static_cast<std::uint64_t>(key.place) << 32 ^ static_cast<std::uint32_t>(key.party);
    h = h * 0x9E3779B97F4A7C15u ^ std::hash<double>()(key.number);
    h = h * 0x9E3779B97F4A7C15u ^ static_cast<std::uint64_t>(key.measure) << 8 ^
        static_cast<std::uint64_t>(key.place_kind);
    return h ^ h >> 31;
  }
};

/// The same fact of the same text has the same id in every run and every version of the tables.
std::string fact_id(const Fact& fact) {
  std::uint64_t h = hash_bytes(fact.doc);
  const auto add = [&h](std::string_view part) { h = hash_bytes(part, hash_bytes("\t", h)); };
  add(place_kind_name(fact.place_kind));
  add(fact.place ? *fact.place : std::string_view());
  add(fact.party ? *fact.party : std::string_view());
  add(measure_name(fact.measure));
  add(value_text(fact));
  add(std::to_string(fact.start));
  return to_hex(h);
}

const std::string& party_id(const Lexicon& lexicon, const Annotation& annotation,
                            std::int32_t party) {
  const auto index = static_cast<std::size_t>(party);
  return index < lexicon.parties.size()
             ? lexicon.parties[index].id
             : annotation.local_parties[index - lexicon.parties.size()].id;
}

/// polling_day_for(), asked once a nation.
class PollingDays {
 public:
  PollingDays(const Lexicon& lexicon, const Election& election)
      : lexicon_(lexicon), election_(election) {}
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
  std::vector<std::pair<std::string, std::string>> known_;
};

void set_place(const Lexicon& lexicon, const Election& election, const Frame& frame,
               PollingDays& days, Fact& fact) {
  fact.place_kind = frame.place_kind;
  if (frame.place == kNone) return;
  const Place& place = lexicon.places.places[static_cast<std::size_t>(frame.place)];
  fact.place = place.id;
  fact.place_name = place.name;
  if (place.is_area() || election.day == 0) return;
  fact.election = days.of(place.nation);
  fact.election_id = "local." + place.slug + "." + *fact.election;
}

}  // namespace

std::vector<Fact> build_facts(const Document& document, const Lexicon& lexicon,
                              const Annotation& annotation, const Election& election,
                              const std::vector<Frame>& frames) {
  std::vector<Fact> facts;
  std::unordered_set<FactKey, FactKeyHash> seen;
  std::string print;
  PollingDays days(lexicon, election);
  // In text order: frames come sentence by sentence, but not always in order within one.
  std::vector<std::uint32_t> order(frames.size());
  std::iota(order.begin(), order.end(), 0U);
  std::stable_sort(order.begin(), order.end(), [&frames](std::uint32_t a, std::uint32_t b) {
    return frames[a].first_token < frames[b].first_token;
  });
  facts.reserve(frames.size());
  for (const std::uint32_t i : order) {
    const Frame& frame = frames[i];
    if (!seen.insert(FactKey(frame)).second) continue;
    Fact& fact = facts.emplace_back();
    fact.measure = frame.measure;
    fact.number = frame.number == 0 ? 0 : frame.number;  // no negative zero
    fact.outcome = frame.outcome;
    if (election.day != 0)
      fact.election = format_day(election.day);
    else if (election.year != 0)
      fact.election = std::to_string(election.year);
    set_place(lexicon, election, frame, days, fact);
    if (frame.party != kNone) fact.party = party_id(lexicon, annotation, frame.party);
    fact.doc = document.id;
    fact.source = document.metadata.source;
    fact.url = document.metadata.url;
    fact.published = document.metadata.published;
    if (print.empty()) print = to_hex(fingerprint(document.text, annotation.tokens));
    fact.fingerprint = print;
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
    fact.quote = document.text.substr(fact.start, fact.end - fact.start);
    fact.rule = frame.rule->id;
    fact.confidence = std::clamp(frame.confidence, 0.01, 1.0);
    fact.id = fact_id(fact);
  }
  return facts;
}

}  // namespace recount
