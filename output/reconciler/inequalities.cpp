#include "output/reconciler/inequalities.h"

#include <algorithm>
#include <utility>

namespace recount {
namespace {

// Two bounds can push each other on by one for as long as the variables are wide; what is worth
// knowing is known long before that.
constexpr int kMostRounds = 400;

std::int64_t floor_divide(std::int64_t a, std::int64_t b) {  // REQUIRES: b > 0
  return a >= 0 ? a / b : -((-a + b - 1) / b);
}

}  // namespace

std::uint32_t Inequalities::add_variable(Interval interval) {
  variables.push_back(interval);
  return static_cast<std::uint32_t>(variables.size() - 1);
}

void Inequalities::at_most(Law law, bool usual, std::vector<Term> terms, std::int64_t bound) {
  all.push_back({law, usual, std::move(terms), bound});
}

void Inequalities::equal(Law law, bool usual, const std::vector<Term>& terms, std::int64_t sum) {
  at_most(law, usual, terms, sum);
  std::vector<Term> negative = terms;
  for (Term& term : negative) term.factor = -term.factor;
  at_most(law, usual, std::move(negative), -sum);
}

Propagation::Propagation(const Inequalities& inequalities, LawSet laws, bool usual)
    : inequalities_(inequalities),
      bounds_(inequalities.variables),
      latest_(2 * inequalities.variables.size(), kNone) {
  for (std::uint32_t i = 0; i < inequalities.all.size(); ++i) {
    const Inequality& one = inequalities.all[i];
    if ((law_bit(one.law) & laws) != 0 && (usual || !one.usual)) used_.push_back(i);
  }
}

bool Propagation::narrow(std::uint32_t variable, Side side, std::int64_t value, std::uint32_t claim,
                         std::uint32_t inequality) {
  Interval& bounds = bounds_[variable];
  (side == kLow ? bounds.low : bounds.high) = value;
  trail_.push_back({latest(variable, side), claim, inequality, variable, side});
  latest_[2 * variable + side] = static_cast<std::uint32_t>(trail_.size() - 1);
  if (!bounds.empty()) return true;
  contradicted_ = variable;
  return false;
}

bool Propagation::restrict(std::uint32_t variable, Interval interval, std::uint32_t claim) {
  if (interval.low > bounds_[variable].low && !narrow(variable, kLow, interval.low, claim, kNone)) {
    return false;
  }
  return interval.high >= bounds_[variable].high ||
         narrow(variable, kHigh, interval.high, claim, kNone);
}

bool Propagation::settle() {
  if (contradicted_ != kNone) return false;
  bool moved = true;
  for (int round = 0; moved && round < kMostRounds; ++round) {
    moved = false;
    for (const std::uint32_t inequality : used_) {
      if (!apply(inequality, moved)) return false;
    }
  }
  return true;
}

bool Propagation::apply(std::uint32_t inequality, bool& moved) {
  const Inequality& one = inequalities_.all[inequality];
  std::int64_t least = 0;  // that the sum can be
  for (const Term& term : one.terms) {
    const Interval& bounds = bounds_[term.variable];
    least += term.factor * (term.factor > 0 ? bounds.low : bounds.high);
  }
  const std::int64_t room = one.at_most - least;
  for (const Term& term : one.terms) {
    const Interval bounds = bounds_[term.variable];
    if (term.factor > 0) {
      const std::int64_t high = bounds.low + floor_divide(room, term.factor);
      if (high >= bounds.high) continue;
      if (!narrow(term.variable, kHigh, high, kNone, inequality)) return false;
    } else {
      const std::int64_t low = bounds.high - floor_divide(room, -term.factor);
      if (low <= bounds.low) continue;
      if (!narrow(term.variable, kLow, low, kNone, inequality)) return false;
    }
    moved = true;
  }
  return true;
}

Basis Propagation::basis(std::uint32_t variable) const {
  Basis basis;
  explain({latest(variable, kLow), latest(variable, kHigh)}, basis);
  return basis;
}

void Propagation::explain(std::vector<std::uint32_t> steps, Basis& basis) const {
  std::vector<bool> seen(trail_.size());
  while (!steps.empty()) {
    const std::uint32_t at = steps.back();
    steps.pop_back();
    if (at == kNone || seen[at]) continue;
    seen[at] = true;
    const Step& step = trail_[at];
    if (step.claim != kNone) {
      basis.claims.push_back(step.claim);
      continue;
    }
    const Inequality& one = inequalities_.all[step.inequality];
    basis.laws |= law_bit(one.law);
    for (const Term& term : one.terms) {
      if (term.variable == step.variable) continue;
      // The bound as it was when the step was made.
      std::uint32_t cause = latest(term.variable, term.factor > 0 ? kLow : kHigh);
      while (cause != kNone && cause > at) cause = trail_[cause].before;
      steps.push_back(cause);
    }
  }
  std::ranges::sort(basis.claims);
  const auto repeated = std::ranges::unique(basis.claims);
  basis.claims.erase(repeated.begin(), repeated.end());
}

}  // namespace recount
