#include "output/reconciler/verdicts.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "extractor/facts/fingerprint.h"
#include "output/reconciler/contest.h"
#include "output/reconciler/examination.h"
#include "output/reconciler/message.h"

namespace recount {
namespace {

bool is_share(Quantity quantity) {
  return quantity == Quantity::kShare || quantity == Quantity::kTurnout;
}

bool is_control(Quantity quantity) {
  return quantity == Quantity::kInControl || quantity == Quantity::kGains ||
         quantity == Quantity::kHolds;
}

/// Gaining, keeping and having control are one figure of the consensus.
Figure row_figure(Figure figure) {
  if (is_control(figure.quantity)) figure.quantity = Quantity::kInControl;
  return figure;
}

/// The measure that tells a figure; nothing for those that no fact tells.
std::optional<Measure> measure_of(Quantity quantity) {
  switch (quantity) {
    case Quantity::kSize:
      return Measure::kCouncilSeats;
    case Quantity::kContested:
      return Measure::kSeatsContested;
    case Quantity::kTurnout:
      return Measure::kTurnout;
    case Quantity::kSeats:
      return Measure::kSeats;
    case Quantity::kSeatsBefore:
      return Measure::kSeatsBefore;
    case Quantity::kSeatsWon:
      return Measure::kSeatsWon;
    case Quantity::kChange:
    case Quantity::kChangeEve:
    case Quantity::kChangeNotional:
      return Measure::kSeatsChange;
    case Quantity::kMajority:
      return Measure::kMajority;
    case Quantity::kMajorityBefore:
      return Measure::kMajorityBefore;
    case Quantity::kShort:
      return Measure::kShortOfMajority;
    case Quantity::kInControl:
    case Quantity::kGains:
    case Quantity::kHolds:
    case Quantity::kLoses:
      return Measure::kControl;
    case Quantity::kWasInControl:
      return Measure::kControlBefore;
    case Quantity::kLargest:
      return Measure::kLargestParty;
    case Quantity::kShare:
      return Measure::kVoteShare;
    case Quantity::kCouncils:
      return Measure::kCouncils;
    case Quantity::kCouncilsChange:
      return Measure::kCouncilsChange;
    case Quantity::kSizeBefore:
    case Quantity::kHeldOver:
    case Quantity::kHalf:
    case Quantity::kOdd:
      return std::nullopt;
  }
  return std::nullopt;
}

class Verdicts {
 public:
  Verdicts(const Group& group, const std::vector<std::uint32_t>& witnesses,
           const std::vector<std::optional<std::uint32_t>>& replaced, const Directory& directory,
           Reconciliation& out)
      : group_(group), witnesses_(witnesses), totals_(replaced), directory_(directory), out_(out) {
    subject_ = {group.election, group.place_kind, group.place, {}};
    for (const std::uint32_t fact : group.facts) {
      if (subject_.place_name) break;
      subject_.place_name = out.facts[fact].place_name;
    }
  }

  void run() {
    gather();
    std::vector<Restriction> restrictions;
    for (const Claim& claim : claims_) restrictions.push_back(claim.restriction);
    const Contest contest(group_.place_kind, restrictions);
    const Examination examination = examine(contest, claims_);
    for (const Disagreement& one : examination.disagreements) add_conflict(one);
    check_life();
    add_consensus(examination);
    add_replaced();
  }

 private:
  const Fact& fact(std::uint32_t number) const { return out_.facts[number]; }

  using Said = std::vector<std::pair<std::uint32_t, Restriction>>;

  /// Facts that a later article of the same witness has replaced, or a later total.
  std::set<std::uint32_t> replaced(const Said& said) const {
    std::map<std::pair<std::uint32_t, Figure>, std::string> latest;
    for (const auto& [number, restriction] : said) {
      std::string& day = latest[{witnesses_[number], restriction.figure}];
      day = std::max(day, fact(number).article->published.value_or(""));
    }
    std::set<std::uint32_t> out;
    for (const auto& [number, restriction] : said) {
      const std::optional<std::string>& day = fact(number).article->published;
      if (totals_[number] || (day && *day < latest.at({witnesses_[number], restriction.figure})))
        out.insert(number);
    }
    return out;
  }

  /// What articles that say so of some change, and never of two things, measure changes against: an
  /// article counts all of them from one day.
  std::map<std::string_view, std::string_view> stated_baselines() const {
    std::map<std::string_view, std::string_view> out;
    std::set<std::string_view> undecided;
    for (const std::uint32_t number : group_.facts) {
      const Fact& one = fact(number);
      if (!one.baseline || *one.baseline == "unstated") continue;
      const auto at = out.try_emplace(one.article->doc, *one.baseline).first;
      if (at->second != *one.baseline) undecided.insert(one.article->doc);
    }
    for (const std::string_view doc : undecided) out.erase(doc);
    return out;
  }

  void gather() {
    Said said;
    const std::map<std::string_view, std::string_view> baselines = stated_baselines();
    for (const std::uint32_t number : group_.facts) {
      const auto stated = baselines.find(fact(number).article->doc);
      if (stated == baselines.end() || fact(number).baseline != "unstated") {
        said.emplace_back(number, restriction_of(fact(number)));
      } else {
        Fact counted = fact(number);
        counted.baseline = stated->second;
        said.emplace_back(number, restriction_of(counted));
      }
    }
    const std::set<std::uint32_t> old = replaced(said);
    std::map<Figure, std::vector<std::uint32_t>> by_figure;  // claims
    for (const auto& [number, restriction] : said) {
      if (old.contains(number)) {
        old_.emplace_back(number, restriction);
        continue;
      }
      std::vector<std::uint32_t>& claims = by_figure[restriction.figure];
      auto same = std::ranges::find_if(
          claims, [&](std::uint32_t claim) { return claims_[claim].restriction == restriction; });
      if (same == claims.end()) {
        same = claims.insert(claims.end(), static_cast<std::uint32_t>(claims_.size()));
        claims_.push_back({restriction});
        told_by_.emplace_back();
      }
      told_by_[*same].push_back(number);
    }
    for (std::size_t i = 0; i < claims_.size(); ++i) {
      claims_[i].witnesses = witness_count(told_by_[i]);
      for (const std::uint32_t number : told_by_[i])
        claims_[i].confidence = std::max(claims_[i].confidence, fact(number).confidence);
    }
  }

  std::size_t witness_count(const std::vector<std::uint32_t>& facts) const {
    std::set<std::uint32_t> distinct;
    for (const std::uint32_t number : facts) distinct.insert(witnesses_[number]);
    return distinct.size();
  }

  void add_conflict(const Disagreement& one) {
    ConflictRow row;
    row.subject = subject_;
    row.severity = one.certain ? Severity::kError : Severity::kWarning;
    for (const std::uint32_t claim : one.claims) row.facts.push_back(told_by_[claim].front());
    if (one.laws == 0) {
      row.kind = one.claims.size() == 1 ? ConflictKind::kRange : ConflictKind::kValue;
      if (one.claims.size() == 1) row.law = law_entry(Law::kRange).name;
    } else {
      const auto law = std::ranges::find_if(
          laws(), [&](const LawEntry& entry) { return (one.laws & law_bit(entry.law)) != 0; });
      row.kind = law->kind;
      row.law = law->name;
    }
    if (one.correction) {
      const Claim& claim = claims_[one.correction->claim];
      const Quantity quantity = claim.restriction.figure.quantity;
      const auto value = static_cast<double>(one.correction->value);
      if (!is_outcome(*measure_of(quantity))) {
        row.correction = ConflictRow::Mended{told_by_[one.correction->claim].front(),
                                             is_share(quantity) ? value / kHundredths : value};
      }
    }
    finish(std::move(row), one.laws, one.correction && one.correction->completes);
  }

  void finish(ConflictRow row, LawSet laws, bool completes) {
    std::string ids;
    for (const std::uint32_t number : row.facts) ids += to_hex(fact(number).id);
    ids += row.law;
    row.id = hash_bytes(ids);
    row.message = conflict_message(row, laws, completes, out_.facts, directory_);
    out_.conflicts.push_back(std::move(row));
  }

  void check_life() {
    if (group_.place_kind != PlaceKind::kCouncil || !group_.place || !group_.election) return;
    if (directory_.exists(*group_.place, *group_.election)) return;
    ConflictRow row;
    row.subject = subject_;
    row.kind = ConflictKind::kRegistry;
    row.law = law_entry(Law::kLife).name;
    row.facts = {group_.facts.front()};
    finish(std::move(row), law_bit(Law::kLife), false);
  }

  void add_consensus(const Examination& examination) {
    std::map<Figure, std::vector<std::uint32_t>> told;  // claims by the figure of their row
    for (std::uint32_t i = 0; i < claims_.size(); ++i) {
      told[row_figure(claims_[i].restriction.figure)].push_back(i);
    }
    std::map<Figure, const Conclusion*> concluded;
    for (const Conclusion& one : examination.conclusions) concluded[one.figure] = &one;
    for (const auto& [figure, claims] : told) {
      const auto known = concluded.find(figure);
      add_told(figure, claims, known == concluded.end() ? nullptr : known->second, examination);
    }
    for (const Conclusion& one : examination.conclusions) {
      if (!told.contains(row_figure(one.figure))) add_derived(one);
    }
  }

  ConsensusRow row_of(const Figure& figure) const {
    ConsensusRow row;
    row.subject = subject_;
    row.measure = *measure_of(figure.quantity);
    if (!figure.party.empty()) row.party = figure.party;
    return row;
  }

  void add_told(const Figure& figure, const std::vector<std::uint32_t>& claims,
                const Conclusion* conclusion, const Examination& examination) {
    ConsensusRow row = row_of(figure);
    std::vector<std::uint32_t> facts;
    bool doubted = false;
    for (const std::uint32_t claim : claims) {
      facts.insert(facts.end(), told_by_[claim].begin(), told_by_[claim].end());
      doubted = doubted || examination.doubted[claim];
    }
    row.witnesses = witness_count(facts);
    row.status = doubted             ? Status::kConflicting
                 : row.witnesses > 1 ? Status::kAgreed
                                     : Status::kSingle;
    add_facts(facts, row);
    if (is_outcome(row.measure))
      row.value = outcome(claims);
    else
      add_number(figure, claims, conclusion, row);
    out_.consensus.push_back(std::move(row));
  }

  std::string_view outcome(const std::vector<std::uint32_t>& claims) const {
    std::string_view best = "now";
    for (const std::uint32_t claim : claims) {
      const Fact& told = fact(told_by_[claim].front());
      if (told.outcome != "now") best = told.outcome;
    }
    return best;
  }

  void add_number(const Figure& figure, const std::vector<std::uint32_t>& claims,
                  const Conclusion* conclusion, ConsensusRow& row) const {
    const double unit = is_share(figure.quantity) ? kHundredths : 1;
    if (conclusion != nullptr && row.status != Status::kConflicting) {
      const Interval& bounds = conclusion->bounds;
      if (bounds.low > conclusion->range.low) row.low = static_cast<double>(bounds.low) / unit;
      if (bounds.high < conclusion->range.high) row.high = static_cast<double>(bounds.high) / unit;
      if (bounds.single()) row.value = static_cast<double>(bounds.low) / unit;
    }
    // The best witnessed claim of one number says it as it was printed.
    const Claim* best = nullptr;
    bool decided = false;
    for (const std::uint32_t claim : claims) {
      const Fact& told = fact(told_by_[claim].front());
      if (told.bound != "exact" || told.partial) continue;
      if (best == nullptr || claims_[claim].witnesses > best->witnesses) {
        best = &claims_[claim];
        if (!row.value || is_share(figure.quantity)) row.value = told.number;
        decided = true;
      } else if (claims_[claim].witnesses == best->witnesses) {
        decided = row.status != Status::kConflicting;
      }
    }
    if (row.status == Status::kConflicting && !decided) row.value.reset();
    if (row.value && !is_share(figure.quantity)) row.low = row.high = std::get<double>(*row.value);
  }

  void add_derived(const Conclusion& one) {
    if (!one.bounds.single() || one.figure.party == kOtherParties) return;
    const std::optional<Measure> measure = measure_of(one.figure.quantity);
    if (!measure || one.basis.claims.empty()) return;
    if (is_outcome(*measure) && one.bounds.low != 1) return;  // who is not in control
    ConsensusRow row = row_of(one.figure);
    row.status = Status::kDerived;
    if (is_outcome(row.measure)) {
      row.value = std::string_view("now");
    } else {
      row.value = row.low = row.high = static_cast<double>(one.bounds.low);
    }
    std::vector<std::uint32_t> facts;
    for (const std::uint32_t claim : one.basis.claims) facts.push_back(told_by_[claim].front());
    add_facts(facts, row);
    out_.consensus.push_back(std::move(row));
  }

  bool is_still_said(const Fact& old, const Restriction& restriction) const {
    for (std::size_t i = 0; i < claims_.size(); ++i) {
      const Fact& told = fact(told_by_[i].front());
      if (claims_[i].restriction == restriction && told.number == old.number) return true;
    }
    return false;
  }

  /// A row for each value that was replaced by another.
  void add_replaced() {
    using Key = std::tuple<Figure, double, std::string_view>;
    std::map<Key, std::vector<std::uint32_t>> rows;
    for (const auto& [number, restriction] : old_) {
      const Fact& told = fact(number);
      if (is_outcome(told.measure) || is_still_said(told, restriction)) continue;
      rows[{restriction.figure, told.number, told.bound}].push_back(number);
    }
    for (const auto& [key, facts] : rows) {
      const auto& [figure, value, bound] = key;
      ReplacedRow row{row_of(figure), {}};
      row.told.status = Status::kReplaced;
      // "More than 450" is that or more; of losses, that or less.
      const bool upwards = (bound == "over") == (value > 0);
      if (bound == "over" || bound == "under")
        (upwards ? row.told.low : row.told.high) = value;
      else
        row.told.value = row.told.low = row.told.high = value;
      row.told.witnesses = witness_count(facts);
      for (const std::uint32_t number : facts) {
        if (!row.by) row.by = totals_[number];
      }
      add_facts(facts, row.told);
      out_.replaced.push_back(std::move(row));
    }
  }

  void add_facts(const std::vector<std::uint32_t>& facts, ConsensusRow& row) const {
    std::set<std::string> sources;
    for (const std::uint32_t number : facts) {
      const Provenance& article = *fact(number).article;
      row.facts.push_back(fact(number).id);
      sources.insert(article.source ? *article.source : article.doc);
    }
    std::ranges::sort(row.facts);
    row.sources.assign(sources.begin(), sources.end());
  }

  const Group& group_;
  const std::vector<std::uint32_t>& witnesses_;
  const std::vector<std::optional<std::uint32_t>>& totals_;  // replaced by others
  const Directory& directory_;
  Reconciliation& out_;
  Subject subject_;
  Said old_;  // what is replaced
  std::vector<Claim> claims_;
  std::vector<std::vector<std::uint32_t>> told_by_;  // facts, by claim
};

}  // namespace

void add_verdicts(const Group& group, const std::vector<std::uint32_t>& witnesses,
                  const std::vector<std::optional<std::uint32_t>>& replaced,
                  const Directory& directory, Reconciliation& out) {
  Verdicts(group, witnesses, replaced, directory, out).run();
}

}  // namespace recount
