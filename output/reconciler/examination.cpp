#include "output/reconciler/examination.h"

#include <algorithm>
#include <tuple>
#include <utility>

namespace recount {
namespace {

class Examiner {
 public:
  Examiner(const Contest& contest, const std::vector<Claim>& claims)
      : contest_(contest), claims_(claims), active_(claims.size(), true) {
    for (const Claim& claim : claims)
      variables_.push_back(contest.variable(claim.restriction.figure));
  }

  Examination run() {
    out_.doubted.assign(claims_.size(), false);
    for (const bool usual : {false, true}) {
      while (std::optional<Disagreement> found = find(usual)) {
        for (const std::uint32_t claim : found->claims) out_.doubted[claim] = true;
        active_[found->correction ? found->correction->claim : weakest(found->claims)] = false;
        out_.disagreements.push_back(std::move(*found));
      }
    }
    conclude();
    return std::move(out_);
  }

 private:
  /// Claims and laws drawn together; false when they contradict each other.
  template <typename Claims>
  bool draw(const Claims& claims, bool usual, Propagation& propagation) const {
    for (const std::uint32_t claim : claims) {
      const Restriction& said = claims_[claim].restriction;
      const Interval& interval = usual ? said.usual : said.certain;
      if (!propagation.restrict(variables_[claim], interval, claim)) return false;
    }
    return propagation.settle();
  }

  bool agree(const std::vector<std::uint32_t>& claims, LawSet laws, bool usual) const {
    Propagation propagation(contest_.inequalities(), laws, usual);
    return draw(claims, usual, propagation);
  }

  std::vector<std::uint32_t> active() const {
    std::vector<std::uint32_t> out;
    for (std::uint32_t i = 0; i < active_.size(); ++i) {
      if (active_[i]) out.push_back(i);
    }
    return out;
  }

  std::optional<Disagreement> find(bool usual) const {
    Propagation propagation(contest_.inequalities(), kAllLaws, usual);
    if (draw(active(), usual, propagation)) return std::nullopt;
    Basis basis = propagation.basis(propagation.contradicted());
    Disagreement found;
    found.certain = !usual;
    found.claims = thinned(basis.claims, [&](const std::vector<std::uint32_t>& rest) {
      return agree(rest, kAllLaws, usual);
    });
    found.laws = thinned_laws(found.claims, usual);
    found.correction = correction(found.claims);
    return found;
  }

  /// The least witnessed are tried first, so that the best witnessed way to see it remains.
  template <typename Agree>
  std::vector<std::uint32_t> thinned(std::vector<std::uint32_t> claims, const Agree& agree) const {
    std::vector<std::uint32_t> order = claims;
    std::ranges::stable_sort(order, {}, [this](std::uint32_t i) { return claims_[i].witnesses; });
    for (const std::uint32_t claim : order) {
      std::vector<std::uint32_t> rest = claims;
      std::erase(rest, claim);
      if (!agree(rest)) claims = std::move(rest);
    }
    return claims;
  }

  /// Laws are left out from the least telling on.
  LawSet thinned_laws(const std::vector<std::uint32_t>& claims, bool usual) const {
    LawSet needed = kAllLaws;
    for (auto law = laws().rbegin(); law != laws().rend(); ++law) {
      const LawSet rest = needed & ~law_bit(law->law);
      if (!agree(claims, rest, usual)) needed = rest;
    }
    return needed;
  }

  /// The one claim of a conflict that, said otherwise, would make all agree: if there are several,
  /// the one whose mending makes the council complete, then the one with the fewest witnesses; none
  /// if that does not decide.
  std::optional<Correction> correction(const std::vector<std::uint32_t>& claims) const {
    std::optional<Correction> best;
    bool decided = false;
    for (const std::uint32_t claim : claims) {
      const std::optional<Correction> next = mending(claim);
      if (!next) continue;
      const auto order = !best ? std::strong_ordering::less : rank(*next) <=> rank(*best);
      if (order == std::strong_ordering::less) best = next;
      decided = order != std::strong_ordering::equal && (decided || order < 0);
    }
    return decided ? best : std::nullopt;
  }

  std::pair<bool, std::size_t> rank(const Correction& correction) const {
    return {!correction.completes, claims_[correction.claim].witnesses};
  }

  std::optional<Correction> mending(std::uint32_t claim) const {
    std::vector<std::uint32_t> rest = active();
    std::erase(rest, claim);
    Propagation propagation(contest_.inequalities(), kAllLaws, true);
    if (!draw(rest, true, propagation)) return std::nullopt;
    const Interval bounds = propagation.bounds(variables_[claim]);
    if (!bounds.single()) return std::nullopt;
    // Nobody writes of a majority of less than one.
    const Quantity quantity = claims_[claim].restriction.figure.quantity;
    const bool lead = quantity == Quantity::kMajority || quantity == Quantity::kMajorityBefore;
    if (lead && bounds.low < 1) return std::nullopt;
    const auto others = contest_.find({Quantity::kSeats, std::string(kOtherParties)});
    const bool completes = others && propagation.bounds(*others).high == 0;
    return Correction{claim, bounds.low, completes};
  }

  std::uint32_t weakest(const std::vector<std::uint32_t>& claims) const {
    return *std::ranges::min_element(claims, {}, [this](std::uint32_t i) {
      return std::tuple(claims_[i].witnesses, claims_[i].confidence);
    });
  }

  void conclude() {
    Propagation propagation(contest_.inequalities(), kAllLaws, true);
    if (!draw(active(), true, propagation)) return;  // cannot be: the search has ended
    for (const auto& [figure, variable] : contest_.figures()) {
      const Interval bounds = propagation.bounds(variable);
      const Interval& range = contest_.inequalities().variables[variable];
      if (bounds == range) continue;
      out_.conclusions.push_back({figure, bounds, range, propagation.basis(variable)});
    }
  }

  const Contest& contest_;
  const std::vector<Claim>& claims_;
  std::vector<std::uint32_t> variables_;  // by claim
  std::vector<bool> active_;              // by claim
  Examination out_;
};

}  // namespace

bool can_be_true(const Contest& contest, const std::vector<Restriction>& claims) {
  Propagation propagation(contest.inequalities(), kAllLaws, false);
  for (std::uint32_t i = 0; i < claims.size(); ++i) {
    if (!propagation.restrict(contest.variable(claims[i].figure), claims[i].certain, i))
      return false;
  }
  return propagation.settle();
}

Examination examine(const Contest& contest, const std::vector<Claim>& claims) {
  return Examiner(contest, claims).run();
}

}  // namespace recount
