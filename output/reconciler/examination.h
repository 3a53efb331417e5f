// What the claims about one contest come to: the conflicts among them, and what follows from the
// rest.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "output/reconciler/contest.h"
#include "output/reconciler/laws.h"

namespace recount {

/// One thing said of one figure, by however many facts.
struct Claim {
  Restriction restriction;
  std::size_t witnesses = 0;  // independent of each other
  double confidence = 0;      // the best of its facts', 0..1
};

struct Correction {
  std::uint32_t claim;  // by its number
  std::int64_t value;   // what it should say for all else to agree
  bool completes;       // with it, the named parties' seats make up the whole council
};

struct Disagreement {
  std::vector<std::uint32_t> claims;  // minimal: without any of them the others agree; in order
  LawSet laws = 0;                    // minimal, too; none when it is one figure told in two ways
  bool certain = false;               // cannot all be true; else only if something unusual happened
  std::optional<Correction> correction;  // when one claim is the likeliest to be mended
};

/// What is known of a figure once the conflicts are set aside.
struct Conclusion {
  Figure figure;
  Interval bounds;
  Interval range;  // before anything is known
  Basis basis;     // claims and laws; no laws: the claims say it themselves
};

struct Examination {
  std::vector<Disagreement> disagreements;
  std::vector<bool> doubted;            // by claim: in some disagreement
  std::vector<Conclusion> conclusions;  // figures whose bounds are narrower than they begin
};

/// Whether all claims can be true together, whatever unusual happened.
bool can_be_true(const Contest& contest, const std::vector<Restriction>& claims);

/// Method: bounds are propagated from all claims; where an interval becomes empty, the claims under
/// it are thinned out one by one as long as the rest still contradict each other (the deletion
/// filter of Chinneck and Dravnieks, 1991), which leaves a minimal set. Then one claim of the set
/// is put aside, the one that a correction names or the least witnessed, and the search goes on:
/// first for what cannot be true, then for what is only unusual. Depends on the claims and their
/// order alone.
Examination examine(const Contest& contest, const std::vector<Claim>& claims);

}  // namespace recount
