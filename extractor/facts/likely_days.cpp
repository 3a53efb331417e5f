#include "extractor/facts/likely_days.h"

#include <algorithm>
#include <utility>

#include "extractor/facts/election.h"

namespace recount {
namespace {

constexpr std::size_t kYears = 24;    // articles on the web are not older
constexpr double kNamed = 1;          // what a council says that is named …
constexpr double kFormalName = 2;     // … with its form
constexpr double kFirstName = 3;      // … or before all others
constexpr double kVague = 0.25;       // … or that may be the area of its name
constexpr double kNotThere = -3;      // of a year in which it did not exist
constexpr double kLaterYear = -1.5;   // of a year before one that is told
constexpr double kYearsLater = -0.1;  // of a year after the last that is told, each …
constexpr int kMostYearsLater = 10;   // … up to so many
constexpr double kBreadth = 0.5;      // so much less does a name say where every council polled
constexpr double kClearMargin = 0.9;  // a year that falls behind by more is not likely
constexpr int kCountySigns = 2;       // of a county's council, and more than of others
constexpr int kSections = 2;          // headed by districts are none of a text about a county
constexpr int kRoundUp = 3;           // times as often as the county districts are named, and more
constexpr int kHomeParties = 3;       // that stand in one nation alone, and more than others

constexpr std::uint16_t kBelowCounties = kDistrict | kMetropolitan | kLondonBorough;

/// What the names of councils, their forms, the years and the parties of a text tell, each once.
class DayEvidence {
 public:
  explicit DayEvidence(const Lexicon& lexicon) : lexicon_(lexicon) {}

  void look_at(const Annotation& text) {
    for (std::size_t s = 0; s < text.sentences.size(); ++s) {
      const auto& mentions = text.mentions[s];
      if (text.sentences[s].kind == BlockKind::kHeading && mentions.size() == 1 &&
          mentions[0].name != kNone)
        headings_ += (kinds_of(mentions[0].name) & (kCounty | kBelowCounties)) == kDistrict;
      for (const Mention& mention : mentions) {
        if (mention.form != kNone) note_form(mention);
        if (mention.symbol == lexicon_.core.year)
          note_year(static_cast<int>(mention.value));
        else if (mention.party != kNone)
          note_party(mention.party);
        else if (mention.name != kNone && !mention.needs_proof)
          note_name(mention);
      }
    }
  }

  struct Named {
    std::int32_t name = kNone;  // index into Places::names
    double weight = 0;          // as it is told most clearly
    int times = 0;
  };

  const std::vector<int>& years() const { return years_; }
  const std::vector<Named>& names() const { return names_; }

  /// Whether it speaks of one county's council rather than of those below it: what lies in the
  /// county is named in passing, each less often than the county is.
  bool of_county() const {
    if (district_first_ || headings_ >= kSections) return false;
    int most = 0;
    std::int32_t county = 0;  // number of the one that is named most
    for (const Named& named : names_) {
      const std::int32_t in = county_of(named, kCounty);
      if (in == 0 || named.times <= most) continue;
      most = named.times;
      county = in;
    }
    int inside = 0, outside = 0, districts = 0;
    for (const Named& named : names_) {
      if ((kinds_of(named.name) & kCounty) != 0 || (kinds_of(named.name) & kBelowCounties) == 0)
        continue;
      if (county != 0 && county_of(named, kBelowCounties, county) != 0) {
        inside = std::max(inside, named.times);
        districts += named.times;
      } else {
        outside += named.times;
      }
    }
    if (county_forms_ == 0 && districts > kRoundUp * most) return false;
    const int signs = most + county_forms_;
    return signs >= kCountySigns && signs > inside + outside + other_forms_;
  }

  /// Whether it names counties and speaks of their councils rather than of others.
  bool of_counties() const {
    int counties = 0, others = 0;
    for (const Named& named : names_) {
      const std::uint16_t kinds = kinds_of(named.name);
      counties += (kinds & kCounty) != 0;
      others += (kinds & kCounty) == 0 && (kinds & kBelowCounties) != 0;
    }
    const int signs = counties + county_forms_;
    return signs >= kCountySigns && signs > others + other_forms_;
  }

  /// Number of the nation that its parties stand in; or 0.
  std::int32_t nation() const {
    std::int32_t home = 0;
    int at_home = 0, others = 0;
    for (const std::int32_t party : parties_) {
      const std::int32_t nation = lexicon_.parties[static_cast<std::size_t>(party)].nation;
      if (nation == 0) {
        ++others;
        continue;
      }
      if (home != 0 && nation != home) return 0;
      home = nation;
      ++at_home;
    }
    return at_home >= kHomeParties && at_home > others ? home : 0;
  }

 private:
  std::uint16_t kinds_of(std::int32_t name) const {
    std::uint16_t kinds = 0;
    for (const PlaceCandidate& c : candidates(name)) kinds |= place(c).kind;
    return kinds;
  }
  /// Number of the county of the first council of those kinds that the name may mean, if it is in
  /// `wanted` or that is 0; else 0.
  std::int32_t county_of(const Named& named, std::uint16_t kinds, std::int32_t wanted = 0) const {
    for (const PlaceCandidate& c : candidates(named.name)) {
      const std::int32_t county = place(c).within.county;
      if ((place(c).kind & kinds) != 0 && (wanted == 0 || county == wanted)) return county;
    }
    return 0;
  }
  const std::vector<PlaceCandidate>& candidates(std::int32_t name) const {
    return lexicon_.places.names[static_cast<std::size_t>(name)].candidates;
  }
  const Place& place(const PlaceCandidate& c) const {
    return lexicon_.places.places[static_cast<std::size_t>(c.place)];
  }

  void note_form(const Mention& mention) {
    const std::uint16_t kinds = lexicon_.places.forms[static_cast<std::size_t>(mention.form)].kinds;
    const bool below = (kinds & kBelowCounties) != 0;
    county_forms_ += (kinds & kCounty) != 0 && !below;
    other_forms_ += (kinds & kCounty) == 0 && below;
  }

  void note_party(std::int32_t party) {
    const bool local = static_cast<std::size_t>(party) >= lexicon_.parties.size();
    if (local || std::find(parties_.begin(), parties_.end(), party) != parties_.end()) return;
    parties_.push_back(party);
  }

  void note_year(int year) {
    if (std::find(years_.begin(), years_.end(), year) == years_.end()) years_.push_back(year);
  }

  void note_name(const Mention& mention) {
    const std::uint16_t kinds = kinds_of(mention.name);
    if (kinds == kArea) return;
    const bool formal = mention.formal && mention.form != kNone;
    const bool county =
        formal && (lexicon_.places.forms[static_cast<std::size_t>(mention.form)].kinds &
                   (kCounty | kDistrict)) == kCounty;
    const double weight = (kinds & kArea) != 0 && !county ? kVague
                          : names_.empty()                ? kFirstName
                          : formal                        ? kFormalName
                                                          : kNamed;
    if (names_.empty() && mention.formal && (kinds & (kCounty | kBelowCounties)) == kDistrict)
      district_first_ = true;
    auto known = std::find_if(names_.begin(), names_.end(), [&mention](const Named& named) {
      return named.name == mention.name;
    });
    if (known == names_.end()) known = names_.insert(known, {mention.name, weight, 0});
    known->weight = std::max(known->weight, weight);
    ++known->times;
  }

  const Lexicon& lexicon_;
  std::vector<int> years_;
  std::vector<Named> names_;
  std::vector<std::int32_t> parties_;
  int county_forms_ = 0, other_forms_ = 0;
  int headings_ = 0;             // that are the name of one
  bool district_first_ = false;  // one that lies in a county is named first, and with its form
};

}  // namespace

PollingYears::PollingYears(const Lexicon& lexicon) {
  for (const PollingDay& day : lexicon.polling_days) {
    const int year = day.day / 10000;
    if (years_.empty() || years_.back().year != year) years_.push_back({year, day.day, 0, 0});
    years_.back().kinds |= day.kinds;
  }
  if (years_.size() > kYears) years_.erase(years_.begin(), years_.end() - kYears);
  const auto& places = lexicon.places.places;
  lived_.resize(places.size());
  voted_.resize(places.size());
  for (std::size_t y = 0; y < years_.size(); ++y) {
    const auto days = lexicon.polled_in(years_[y].year);
    double lived = 0, voted = 0;
    for (std::size_t p = 0; p < places.size(); ++p) {
      const Place& place = places[p];
      if (!place.alive(years_[y].day)) continue;
      lived_[p] |= YearSet{1} << y;
      if (place.is_area()) continue;
      ++lived;
      const bool polled = std::any_of(days.begin(), days.end(), [&place](const PollingDay& day) {
        return (day.kinds & place.kind) != 0 && polled_in_nation(day, place.nation);
      });
      if (!polled) continue;
      voted_[p] |= YearSet{1} << y;
      ++voted;
    }
    years_[y].share = lived == 0 ? 0 : voted / lived;
  }
}

LikelyDays PollingYears::likely_days(const Lexicon& lexicon, const Annotation& title,
                                     const Annotation& text) const {
  DayEvidence evidence(lexicon);
  evidence.look_at(title);
  evidence.look_at(text);
  LikelyDays out;
  if (evidence.names().empty() || years_.empty()) return out;
  out.nation = evidence.nation();
  const bool county = evidence.of_county();
  std::vector<double> scores(years_.size());
  for (const DayEvidence::Named& named : evidence.names()) {
    const PlaceName& told = lexicon.places.names[static_cast<std::size_t>(named.name)];
    const auto fits = [&](const PlaceCandidate& c) {
      const Place& place = lexicon.places.places[static_cast<std::size_t>(c.place)];
      return (!county || (place.kind & kBelowCounties) == 0) &&
             (out.nation == 0 || place.within.nation == out.nation);
    };
    if (std::any_of(told.candidates.begin(), told.candidates.end(), fits))
      weigh_name(told, named.weight, scores);
  }
  weigh_told(evidence.years(), scores);
  const double best = *std::max_element(scores.begin(), scores.end());
  if (best < 0) return out;  // no year that is known here
  out.always = static_cast<std::uint16_t>(~0U);
  for (std::size_t y = 0; y < years_.size(); ++y) {
    if (scores[y] + kClearMargin < best) continue;
    if (scores[y] == best && out.day == 0) out.day = years_[y].day;
    out.kinds = static_cast<std::uint16_t>(out.kinds | years_[y].kinds);
    out.always = static_cast<std::uint16_t>(out.always & years_[y].kinds);
  }
  if (out.leaves_open(kCounty) && (county || evidence.of_counties())) {
    out.kinds |= kCounty;
    out.always |= kCounty;
    if (county) out.kinds = static_cast<std::uint16_t>(out.kinds & ~kBelowCounties);
  }
  return out;
}

void PollingYears::weigh_name(const PlaceName& name, double weight,
                              std::vector<double>& scores) const {
  YearSet lived = 0, voted = 0;
  for (const PlaceCandidate& c : name.candidates) {
    lived |= lived_[static_cast<std::size_t>(c.place)];
    voted |= voted_[static_cast<std::size_t>(c.place)];
  }
  for (std::size_t y = 0; y < years_.size(); ++y) {
    if ((voted >> y & 1U) != 0)
      scores[y] += weight * (1 - kBreadth * years_[y].share);
    else if ((lived >> y & 1U) == 0)
      scores[y] += kNotThere;
  }
}

void PollingYears::weigh_told(const std::vector<int>& told, std::vector<double>& scores) const {
  for (std::size_t y = 0; y < years_.size(); ++y) {
    int latest = 0;
    for (const int year : told) {
      if (year > years_[y].year)
        scores[y] += kLaterYear;
      else
        latest = std::max(latest, year);
    }
    if (latest != 0) scores[y] += kYearsLater * std::min(years_[y].year - latest, kMostYearsLater);
  }
}

LikelyDays known_day(const Lexicon& lexicon, Day day) {
  LikelyDays out{day, 0, 0};
  for (const PollingDay& polled : lexicon.polled_in(day / 10000)) {
    if (polled.day == day) out.kinds = out.always = polled.kinds;
  }
  return out;
}

}  // namespace recount
