#include "extractor/discourse/place_resolver.h"

#include <algorithm>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "extractor/discourse/short_list.h"
#include "extractor/text/unicode.h"

namespace recount {
namespace {

constexpr Day kMargin = 10000;  // a year, as days are yyyymmdd

using Candidates = ShortList<PlaceCandidate, 8>;

/// Those of which `is` holds.
template <typename List, typename Is>
Candidates those(const List& list, const Is& is) {
  Candidates out;
  for (const PlaceCandidate& c : list) {
    if (is(c)) out.push_back(c);
  }
  return out;
}

/// A mention that has a name.
struct Named {
  std::vector<Mention>* mentions = nullptr;  // of its sentence
  std::size_t at = 0;
  Contents* contents = nullptr;  // likewise
};

/// Memory that one thread uses for text after text.
struct Scratch {
  std::vector<int> votes;  // by Place::Within
  std::vector<Named> named;
};

class PlaceResolver {
 public:
  PlaceResolver(const Lexicon& lexicon, const LikelyDays& likely, Scratch& scratch)
      : lexicon_(lexicon),
        election_(likely.day),
        open_(likely.leaves_open(kCounty)),
        polled_(open_ ? std::uint16_t{0} : likely.kinds),
        nation_(likely.nation),
        votes_(scratch.votes),
        named_(scratch.named) {
    votes_.assign(lexicon.places.within_count, 0);
    named_.clear();
  }

  void look_at(Annotation& text) {
    for (std::size_t s = 0; s < text.sentences.size(); ++s) {
      if (!text.contents[s].names) continue;
      auto& mentions = text.mentions[s];
      for (std::size_t i = 0; i < mentions.size(); ++i) {
        if (mentions[i].name == kNone) continue;
        collect_evidence(mentions[i]);
        if (open_ && governed(mentions, i)) governed_.push_back(mentions[i].name);
        named_.push_back({&mentions, i, &text.contents[s]});
      }
    }
  }

  void settle_all() {
    if (open_ && names_counties()) polled_ |= kCounty;
    for (const Named& named : named_) {
      Mention& mention = (*named.mentions)[named.at];
      settle(mention);
      named.contents->roles |= lexicon_.symbols.roles(mention.symbol);
    }
    settle_merged();
    for (const Named& named : named_) settle_county(*named.mentions, named.at);
    for (const Named& named : named_) settle_building(*named.mentions, named.at);
  }

 private:
  /// "seized Lancashire", "control of Kent": what is run, won or lost is a council.
  bool governed(const std::vector<Mention>& mentions, std::size_t i) const {
    const auto has = [&](std::size_t at, RoleSet roles) {
      return (lexicon_.symbols.roles(mentions[at].symbol) & roles) == roles;
    };
    if (i >= 1 && has(i - 1, kRoleGoverned)) return true;
    // … but not "lost in Kent".
    return i >= 2 && has(i - 1, kRolePlaceLead) && has(i - 2, kRoleGoverned | kRolePlaceLead) &&
           !has(i - 2, kRoleFigureLead);
  }

  static constexpr int kCounties = 3;  // so often a text about them names some

  /// Whether a text of no known day names counties rather than what lies in them: then they are
  /// their councils.
  bool names_counties() const {
    int counties = 0, districts = 0;
    for (const Named& named : named_) {
      const auto& candidates = name((*named.mentions)[named.at]).candidates;
      const auto county = [this](const auto& c) { return place(c.place).kind == kCounty; };
      if (std::any_of(candidates.begin(), candidates.end(), county))
        ++counties;
      else if (!place(candidates.front().place).is_area())
        ++districts;
    }
    return counties >= kCounties && counties > 2 * districts;
  }

  const Place& place(std::int32_t index) const {
    return lexicon_.places.places[static_cast<std::size_t>(index)];
  }
  const PlaceName& name(const Mention& mention) const {
    return lexicon_.places.names[static_cast<std::size_t>(mention.name)];
  }

  /// Names with one place speak for its county, region and nation; so do those that mean a county
  /// or its council.
  void collect_evidence(const Mention& mention) {
    const auto& candidates = name(mention).candidates;
    if (candidates.empty()) return;
    const Place::Within& within = place(candidates.front().place).within;
    const auto county_of = [this](const PlaceCandidate& c) {
      const Place& p = place(c.place);
      return p.is_area() ? p.within.itself : p.within.county;
    };
    const std::int32_t county = county_of(candidates.front());
    const bool one = std::all_of(candidates.begin(), candidates.end(),
                                 [&](const PlaceCandidate& c) { return county_of(c) == county; });
    if (candidates.size() == 1)
      votes(within.itself) += 2;
    else if (!one)
      return;
    votes(candidates.size() == 1 ? within.county : county) += 2;
    votes(within.region) += 1;
    votes(within.nation) += 1;
    votes(0) = 0;  // of no area
  }

  int& votes(std::int32_t area) { return votes_[static_cast<std::size_t>(area)]; }

  void settle(Mention& mention) {
    const auto& candidates = name(mention).candidates;
    Candidates left;
    const PlaceCandidate* best = candidates.data();
    const bool sure = candidates.size() == 1 && nation_ == 0 &&
                      (election_ == 0 || place(candidates.front().place).alive(election_));
    if (!sure) {  // else there is nothing to copy and to weigh
      left.append(candidates.data(), candidates.data() + candidates.size());
      if (mention.formal && !generic(mention)) left = by_form(mention, left);
      left = by_day(left);
      if (nation_ != 0 && !mention.formal) left = in_nation(left);
      best = pick(left, mention);
    }
    if (best == nullptr) {
      mention.symbol = lexicon_.core.word;
      mention.name = kNone;
      return;
    }
    if (mention.formal && generic(mention) && place(best->place).is_area()) {
      // "the Kent authority" when the county council is not polled: the council told before.
      for (std::size_t s = 1; s < lexicon_.symbols.size(); ++s) {
        if (!lexicon_.symbols.has(static_cast<Symbol>(s), kRoleCouncilForm)) continue;
        mention.symbol = static_cast<Symbol>(s);
        mention.name = kNone;
        return;
      }
    }
    mention.place = best->place;
    if (!mention.inner)
      mention.symbol = place(best->place).is_area() ? lexicon_.core.area : lexicon_.core.council;
  }

  using Whole = std::pair<std::int32_t, std::string>;  // a place, and its name folded

  /// "the Omagh count", in a text about Fermanagh and Omagh: the council after it, or but a town.
  void settle_merged() const {
    std::vector<Whole> wholes;                  // each place once, in the order of the text
    std::map<std::int32_t, std::int32_t> told;  // by name, which may be said again and again
    for (const Named& named : named_) {
      Mention& town = (*named.mentions)[named.at];
      if (town.formal || town.place == kNone || place(town.place).end == 0) continue;
      if (wholes.empty()) wholes = places_named();
      const auto [known, fresh] = told.try_emplace(town.name);
      if (fresh) known->second = place_now(town, wholes);
      town.place = known->second;
      if (town.place != kNone) continue;
      town.symbol = lexicon_.core.word;
      town.name = kNone;
    }
  }

  /// The council that the name of an abolished one means; kNone if it is but a town's.
  std::int32_t place_now(const Mention& town, const std::vector<Whole>& wholes) const {
    const Place& old = place(town.place);
    bool replaced = false;
    for (const Whole& whole : wholes) {
      const Place& later = place(whole.first);
      if (later.start == 0 || later.start + kMargin < old.end) continue;
      if (part_of(name(town).folded, whole.second)) return whole.first;
      replaced = replaced || (later.within.nation == old.within.nation &&
                              later.within.county == old.within.county);
    }
    return replaced ? kNone : town.place;
  }

  std::vector<Whole> places_named() const {
    std::vector<Whole> out;
    std::vector<bool> known(lexicon_.places.places.size());
    for (const Named& named : named_) {
      const std::int32_t index = (*named.mentions)[named.at].place;
      if (index == kNone || known[static_cast<std::size_t>(index)]) continue;
      known[static_cast<std::size_t>(index)] = true;
      append_folded(place(index).name, out.emplace_back(index, std::string()).second);
    }
    return out;
  }

  /// Whether the words of a name stand at the begin or the end of another.
  static bool part_of(std::string_view part, std::string_view whole) {
    if (part.size() + 1 >= whole.size()) return false;
    return (whole.starts_with(part) && whole[part.size()] == ' ') ||
           (whole.ends_with(part) && whole[whole.size() - part.size() - 1] == ' ');
  }

  /// "Harlow, in Essex", "Essex's Harlow": the county tells which Harlow and is no council itself.
  void settle_county(std::vector<Mention>& mentions, std::size_t i) const {
    Mention& county = mentions[i];
    if (county.symbol != lexicon_.core.council || county.place == kNone || county.formal) return;
    const Place& here = place(county.place);
    if (here.kind != kCounty) return;
    const auto holds = [&](std::size_t at) {
      return at < mentions.size() && mentions[at].symbol == lexicon_.core.council &&
             mentions[at].place != kNone && place(mentions[at].place).kind == kDistrict &&
             place(mentions[at].place).county == here.county;
    };
    const auto has = [&](std::size_t at, RoleSet roles) {
      return at < mentions.size() && (lexicon_.symbols.roles(mentions[at].symbol) & roles) != 0;
    };
    bool qualifies = holds(i + 2) && has(i + 1, kRoleNounInner);
    constexpr RoleSet kMark = kRoleListMark | kRolePlaceAttach;
    const bool listed = has(i + 1, kRoleJoint) || (has(i + 1, kRoleListMark) && holds(i + 2));
    if (i >= 2 && holds(i - 2) && has(i - 1, kMark) && !listed) qualifies = true;
    if (i >= 3 && holds(i - 3) && has(i - 2, kRoleListMark) && has(i - 1, kRolePlaceAttach))
      qualifies = true;
    if (!qualifies) return;
    const std::int32_t area = lexicon_.place_named(here.county);
    if (area == kNone) return;
    county.symbol = lexicon_.core.area;
    county.place = area;
  }

  /// "at County Hall in Maidstone", of a text about Kent: where the county's councillors meet. A
  /// district that is named nowhere else is not what the text tells of.
  void settle_building(std::vector<Mention>& mentions, std::size_t i) const {
    Mention& town = mentions[i];
    if (i < 2 || town.formal || town.place == kNone || town.symbol != lexicon_.core.council) return;
    const Place& here = place(town.place);
    if (here.kind != kDistrict || here.county.empty()) return;
    const auto has = [&](std::size_t at, Role role) {
      return lexicon_.symbols.has(mentions[at].symbol, role);
    };
    if (!has(i - 1, kRolePlaceAttach)) return;
    const bool council = has(i - 2, kRoleCouncilAnaphor);
    const bool house = i >= 3 && mentions[i - 2].symbol == lexicon_.core.word &&
                       has(i - 3, kRolePlaceAttach) &&
                       mentions[i - 2].first == mentions[i - 3].last;
    if (!council && !house) return;
    std::int32_t county = kNone;
    bool told = false;
    for (const Named& other : named_) {
      const Mention& mention = (*other.mentions)[other.at];
      if (&mention == &town || mention.place == kNone) continue;
      if (mention.place == town.place) return;
      const Place& p = place(mention.place);
      if (p.kind == kCounty && p.county == here.county) county = mention.place;
      told = told || county != kNone || p.id == here.county;
    }
    if (!told) return;
    for (std::size_t p = 0; council && county == kNone && p < lexicon_.places.places.size(); ++p) {
      const Place& other = lexicon_.places.places[p];
      if (other.kind == kCounty && other.county == here.county && other.alive(election_))
        county = static_cast<std::int32_t>(p);
    }
    if (council && county != kNone) {
      town.place = county;
      return;
    }
    town.symbol = lexicon_.core.word;
    town.name = town.place = kNone;
  }

  /// "the Kent council" may be any council in Kent; "Kent County Council" is one.
  bool generic(const Mention& mention) const {
    if (mention.form == kNone) return false;
    const std::uint16_t kinds = lexicon_.places.forms[static_cast<std::size_t>(mention.form)].kinds;
    return (kinds & (kinds - 1)) != 0 && (kinds & kCounty) != 0;
  }

  Candidates by_form(const Mention& mention, const Candidates& from) const {
    const Candidates kept =
        those(from, [this](const PlaceCandidate& c) { return !place(c.place).is_area(); });
    if (kept.empty()) return from;
    if (mention.form == kNone) return kept;
    const CouncilForm& form = lexicon_.places.forms[static_cast<std::size_t>(mention.form)];
    const std::string official = name(mention).folded + ' ' + form.folded;
    const Candidates exact =
        those(kept, [&](const PlaceCandidate& c) { return place(c.place).official == official; });
    if (!exact.empty() && !alive(exact).empty()) return exact;
    const Candidates kind = those(
        kept, [&](const PlaceCandidate& c) { return (place(c.place).kind & form.kinds) != 0; });
    return kind.empty() ? kept : kind;
  }

  /// Those that exist on the day.
  Candidates alive(const Candidates& from) const {
    if (election_ == 0) return from;
    return those(from, [this](const PlaceCandidate& c) { return place(c.place).alive(election_); });
  }

  Candidates in_nation(const Candidates& from) const {
    return those(from, [this](const PlaceCandidate& c) {
      const Place& p = place(c.place);
      return p.is_area() || p.within.nation == nation_;
    });
  }

  Candidates by_day(const Candidates& from) const {
    if (const Candidates now = alive(from); !now.empty()) return now;
    // A council long gone, or yet to come, is none that was voted on.
    return those(from, [this](const PlaceCandidate& c) {
      const Place& p = place(c.place);
      return p.alive(election_ - kMargin) || p.alive(election_ + kMargin);
    });
  }

  const PlaceCandidate* pick(const Candidates& from, const Mention& mention) {
    if (from.size() < 2) return from.empty() ? nullptr : &from.front();
    // A county's name is the council where county councils are polled, else the county as a whole.
    const auto area = std::find_if(from.begin(), from.end(), [this](const PlaceCandidate& c) {
      return place(c.place).is_area();
    });
    if (area != from.end() && (!mention.formal || generic(mention))) {
      for (const PlaceCandidate& c : from) {
        const Place& p = place(c.place);
        if (p.kind != kCounty || (polled_ & kCounty) != 0) continue;
        const bool governed =
            std::find(governed_.begin(), governed_.end(), mention.name) != governed_.end();
        return governed ? &c : &*area;
      }
    }
    const PlaceCandidate* best = nullptr;
    int best_votes = -1;
    bool tie = false;
    for (const PlaceCandidate& c : from) {
      const Place& p = place(c.place);
      if (p.is_area()) continue;
      const int v =
          4 * votes(p.within.county) + 2 * votes(p.within.region) + votes(p.within.nation);
      tie = v == best_votes || (tie && v < best_votes);
      if (v <= best_votes) continue;
      best = &c;
      best_votes = v;
    }
    if (best == nullptr)  // "the North", of Northern Ireland
      return std::max_element(from.begin(), from.end(), [this](const auto& a, const auto& b) {
        return votes(place(a.place).within.nation) < votes(place(b.place).within.nation);
      });
    const auto usual = std::find_if(from.begin(), from.end(), [this](const PlaceCandidate& c) {
      return c.fallback && !place(c.place).is_area();
    });
    // "Newcastle" in an article about all of England is the better known one.
    const Place::Within& in = place(best->place).within;
    const bool local = usual == from.end() || 2 * votes(in.region) >= votes(in.nation);
    if (!tie && local && (best_votes > 0 || best->fallback)) return best;
    if (usual != from.end()) return &*usual;
    return area != from.end() ? &*area : nullptr;
  }

  const Lexicon& lexicon_;
  Day election_;
  bool open_;  // whether county councils were polled
  std::uint16_t polled_;
  std::int32_t nation_;                 // number of the one that the text is about; 0 is any
  std::vector<std::int32_t> governed_;  // names of what is run, won or lost
  std::vector<int>& votes_;
  std::vector<Named>& named_;
};

}  // namespace

void resolve_places(const Lexicon& lexicon, const LikelyDays& likely,
                    std::initializer_list<Annotation*> parts) {
  static thread_local Scratch scratch;
  PlaceResolver resolver(lexicon, likely, scratch);
  for (Annotation* part : parts) resolver.look_at(*part);
  resolver.settle_all();
}

}  // namespace recount
