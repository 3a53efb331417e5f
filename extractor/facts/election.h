// When the election was that an article is about.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "corpus/document.h"
#include "extractor/lexicon/annotator.h"
#include "extractor/lexicon/lexicon.h"

namespace recount {

/// The polling day, as far as it can be told.
struct Election {
  Day day = 0;            // 0 when unknown
  int year = 0;           // known when the day is, or alone
  bool ahead = false;     // published before the polling day
  bool same_day = false;  // published on it
  // Published neither shortly before nor shortly after any polling day, nor told; or shortly after
  // a vote on something else that came between.
  bool far = false;
  bool undated = false;  // the day of publication is unknown
};

/// From the metadata, else from the years that headline and text give for local elections, else
/// the last polling day before publication. An article published within six weeks of a polling day
/// is about that one, whatever years it looks back to. Without a day of publication the latest full
/// date of the text that follows a polling day so closely stands for it. `text` is that of
/// `annotation`.
Election find_election(const Lexicon& lexicon, const Metadata& metadata, const Annotation& title,
                       std::string_view text, const Annotation& annotation);

/// Whether councils of `nation` polled on that day.
bool polled_in_nation(const PollingDay& day, const std::string& nation);

/// The polling day of `year` on which councils of `nation` polled (nations differ in 2023), or
/// `election` itself.
Day polling_day_for(const Lexicon& lexicon, const Election& election, const std::string& nation);

}  // namespace recount
