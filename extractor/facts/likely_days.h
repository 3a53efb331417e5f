// The polling days that a text of no known day may be about.
#pragma once

#include <cstdint>
#include <vector>

#include "extractor/lexicon/annotator.h"
#include "extractor/lexicon/lexicon.h"

namespace recount {

/// What a text leaves open of when its election was.
struct LikelyDays {
  Day day = 0;               // the likeliest; of several that are as likely the earliest; or 0
  std::uint16_t kinds = 0;   // kinds of council that polled in some likely year …
  std::uint16_t always = 0;  // … and in each of them
  std::int32_t nation = 0;   // number of the one that its parties stand in; 0 is any

  /// Whether councils of `kind` may have polled, and may not.
  bool leaves_open(std::uint16_t kind) const {
    return kinds == 0 || ((kinds ^ always) & kind) != 0;
  }
};

/// The last years of the calendar, with the councils that polled in each. Built once, then read by
/// any number of threads.
class PollingYears {
 public:
  PollingYears() = default;
  explicit PollingYears(const Lexicon& lexicon);

  /// Weighs the years by the councils and the years that headline and text name. A council speaks
  /// for the years in which it was voted on, the more so the fewer were, and against those in which
  /// it did not exist; a year that is told speaks against all earlier ones. A text that speaks of
  /// county councils more than of what lies below them is about these, and one whose parties stand
  /// in one nation about that. Nothing is likely where no council is named. REQUIRES: the lexicon
  /// is the one that this was built from; the places are not resolved yet.
  LikelyDays likely_days(const Lexicon& lexicon, const Annotation& title,
                         const Annotation& text) const;

 private:
  struct Year {
    int year = 0;
    Day day = 0;  // the first in it
    std::uint16_t kinds = 0;
    double share = 0;  // of all councils that polled
  };
  using YearSet = std::uint32_t;  // a bit for each of `years_`

  void weigh_name(const PlaceName& name, double weight, std::vector<double>& scores) const;
  void weigh_told(const std::vector<int>& told, std::vector<double>& scores) const;

  std::vector<Year> years_;
  std::vector<YearSet> lived_, voted_;  // by place
};

/// The same of a day that is known; of day 0 nothing.
LikelyDays known_day(const Lexicon& lexicon, Day day);

}  // namespace recount
