// How right the rules are by the verdicts of a person.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "extractor/facts/fact.h"
#include "output/review/review.h"

namespace recount {

/// Facts by what became of them.
struct ReviewTally {
  std::size_t facts = 0;
  std::size_t accepted = 0;
  std::size_t rejected = 0;
  std::size_t corrected = 0;

  std::size_t judged() const { return accepted + rejected + corrected; }
  std::size_t wrong() const { return rejected + corrected; }
  /// Share of the judged facts that are right; 0 when none is judged.
  double precision() const;
};

/// Between which shares the precision of all facts lies, were the judged ones drawn by lot, in 95
/// of 100 cases: Wilson's score interval (Journal of the American Statistical Association 22,
/// 1927).
struct ShareInterval {
  double low = 0;
  double high = 1;
};
ShareInterval precision_interval(const ReviewTally& tally);

/// A fact that was found wrong.
struct WrongFact {
  Fact fact;
  CheckedFact checked;
};

struct ReviewScore {
  ReviewTally total;
  std::map<std::string, ReviewTally> by_rule;
  std::vector<WrongFact> wrong;  // in the order of the facts
  std::size_t unmatched = 0;     // verdicts on facts that are not among these
};

/// A fact that is there twice counts once.
ReviewScore score_review(const std::vector<Fact>& facts, const Review& review);

/// A table of the rules that were judged, the most often wrong ones first.
std::string review_text(const ReviewScore& score);
/// Two lines for each wrong fact: what it says and what is wrong with it, then its words.
std::string wrong_facts_text(const ReviewScore& score);
/// All of it as one JSON object, indented, with a newline.
std::string review_json(const ReviewScore& score);

}  // namespace recount
