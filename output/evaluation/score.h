// Extracted facts held against gold facts.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "extractor/facts/fact.h"
#include "output/evaluation/gold.h"

namespace recount {

/// Facts counted. `found` and `missed` are gold facts, `wrong` are extracted facts that no gold
/// fact backs.
struct Tally {
  int found = 0;
  int missed = 0;
  int wrong = 0;

  int gold() const { return found + missed; }
  /// Share of what was extracted that is right; 0 when nothing was.
  double precision() const;
  /// Share of the gold facts that were found; 0 when there are none.
  double recall() const;
  /// Harmonic mean of the two.
  double f1() const;
};

/// Of facts that are right, how many have an attribute right that does not decide on that.
struct Share {
  int right = 0;
  int of = 0;

  /// 1 when there is nothing to be right about.
  double value() const { return of == 0 ? 1 : static_cast<double>(right) / of; }
  void add(bool is_right) { right += is_right, ++of; }
};

/// What became of a gold fact or an extracted one that is not right.
struct Complaint {
  bool wrong = false;  // extracted without gold; else gold that was not extracted
  std::string doc;
  std::string reading;    // place, party, measure and value
  std::string note;       // rule of what is wrong, grade of what is missed
  double confidence = 0;  // of what is wrong
  std::string quote;
  std::string sentence;  // in which the quote stands; empty when that is unknown

  /// Whether both are the same fact of the same article.
  bool same(const Complaint& other) const {
    return wrong == other.wrong && doc == other.doc && reading == other.reading;
  }
};

/// An extracted fact and whether it is right. Of facts that only an optional gold fact backs there
/// is none.
struct Judged {
  double confidence;  // 0..1
  bool right;
  std::size_t fact = 0;  // its number among the facts of its article
};

struct Score {
  int articles = 0;
  Tally total;
  std::array<Tally, kMeasureCount> by_measure{};
  std::array<Tally, kGradeCount> by_grade{};  // found and missed only: what is wrong has no grade
  std::map<std::string, Tally> by_style;
  Share control_exact;  // gain, hold, now or loss as the gold says
  Share bound;
  Share partial;
  std::vector<Complaint> complaints;  // in the order of the articles: missed, then wrong
  std::vector<Judged> judged;
};

/// Where the sentences of a text stand: [begin, end) in bytes, in order.
using SentenceSpans = std::vector<std::pair<std::uint32_t, std::uint32_t>>;

/// Adds one article to `score`. A gold fact is found when a fact has one of its readings; facts of
/// the same reading count once. `text` and `sentences` serve the complaints only.
void add_article(const GoldArticle& gold, const std::vector<Fact>& facts, std::string_view text,
                 const SentenceSpans& sentences, Score& score);

}  // namespace recount
