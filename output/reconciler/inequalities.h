// Whole numbers between bounds, linear inequalities over them, and what each bound rests on.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "output/reconciler/laws.h"

namespace recount {

/// factor * variable
struct Term {
  std::uint32_t variable;
  std::int32_t factor;
};

/// The sum of the terms is at most `at_most`.
struct Inequality {
  Law law;
  bool usual;  // holds unless something unusual happened
  std::vector<Term> terms;
  std::int64_t at_most;
};

/// Numbers from low to high, both included.
struct Interval {
  std::int64_t low;
  std::int64_t high;

  bool empty() const { return low > high; }
  bool single() const { return low == high; }
  bool operator==(const Interval&) const = default;
};

/// Variables by number, each with the interval it has before anything is known, and the
/// inequalities between them.
struct Inequalities {
  std::vector<Interval> variables;
  std::vector<Inequality> all;

  std::uint32_t add_variable(Interval interval);
  void at_most(Law law, bool usual, std::vector<Term> terms, std::int64_t bound);
  void equal(Law law, bool usual, const std::vector<Term>& terms, std::int64_t sum);
};

/// What a bound rests on: claims by their number, in order, and laws.
struct Basis {
  std::vector<std::uint32_t> claims;
  LawSet laws = 0;
};

/// How far bounds follow from claims. Bounds only ever become narrower than they are by a trail of
/// steps, each of them from a claim or from an inequality and the bounds at that time; what a bound
/// rests on is read back along the trail when somebody asks.
/// Method: bounds consistency for linear inequalities over the integers (Apt, Principles of
/// Constraint Programming, 2003, ch. 6), each inequality in turn until nothing moves. It never
/// excludes a solution; that it finds every contradiction is not promised.
class Propagation {
 public:
  /// Of the inequalities, those of `laws`; those that are only usual if `usual`. REQUIRES:
  /// `inequalities` outlives this.
  Propagation(const Inequalities& inequalities, LawSet laws, bool usual);

  /// `claim` says that the variable lies in `interval`. False when that contradicts what is known.
  bool restrict(std::uint32_t variable, Interval interval, std::uint32_t claim);
  /// Draws all conclusions. False when they contradict each other.
  bool settle();

  Interval bounds(std::uint32_t variable) const { return bounds_[variable]; }
  /// What both bounds of the variable rest on. After a contradiction: of `contradicted()`.
  Basis basis(std::uint32_t variable) const;
  /// The variable without a value left. REQUIRES: restrict() or settle() said false.
  std::uint32_t contradicted() const { return contradicted_; }

 private:
  static constexpr std::uint32_t kNone = 0xFFFFFFFF;
  enum Side : std::uint32_t { kLow = 0, kHigh = 1 };
  struct Step {
    std::uint32_t before;      // the step that made the bound what it was, or kNone
    std::uint32_t claim;       // or kNone
    std::uint32_t inequality;  // or kNone
    std::uint32_t variable;
    Side side;
  };

  bool narrow(std::uint32_t variable, Side side, std::int64_t value, std::uint32_t claim,
              std::uint32_t inequality);
  bool apply(std::uint32_t inequality, bool& moved);
  std::uint32_t latest(std::uint32_t variable, Side side) const {
    return latest_[2 * variable + side];
  }
  void explain(std::vector<std::uint32_t> steps, Basis& basis) const;

  const Inequalities& inequalities_;
  std::vector<std::uint32_t> used_;  // inequalities
  std::vector<Interval> bounds_;
  std::vector<std::uint32_t> latest_;  // steps, by 2 * variable + side
  std::vector<Step> trail_;
  std::uint32_t contradicted_ = kNone;
};

}  // namespace recount
