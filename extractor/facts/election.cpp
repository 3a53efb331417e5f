#include "extractor/facts/election.h"

#include <algorithm>
#include <map>

#include "extractor/facts/text_dates.h"

namespace recount {
namespace {

constexpr int kSoonAfter = 42;             // days
constexpr int kSoonBefore = 42;            // days
constexpr int kOtherVote = 14;             // days behind a vote on something else
constexpr int kFirstLine = 2;              // a year in the first line counts so often
constexpr std::size_t kDateSentences = 8;  // among which the line with an article's date stands …
constexpr std::uint32_t kTopTokens = 14;   // … which is no longer

/// Days since an epoch, by the civil calendar (Howard Hinnant, "chrono-compatible low-level date
/// algorithms").
int day_number(Day day) {
  const int y = day / 10000 - (day / 100 % 100 <= 2 ? 1 : 0);
  const int m = day / 100 % 100, d = day % 100;
  const int era = y / 400, yoe = y - era * 400;
  const int doy = (153 * (m + (m > 2 ? -3 : 9)) + 2) / 5 + d - 1;
  return era * 146097 + yoe * 365 + yoe / 4 - yoe / 100 + doy;
}

Day first_polling_day_of(const Lexicon& lexicon, int year) {
  Day best = 0;
  std::size_t most = 0;
  for (const PollingDay& polling_day : lexicon.polled_in(year)) {
    // In a year with several days, the one on which most kinds of council polled.
    const auto kinds = static_cast<std::size_t>(__builtin_popcount(polling_day.kinds));
    if (kinds > most) {
      best = polling_day.day;
      most = kinds;
    }
  }
  return best;
}

/// The first polling day after `day`, perhaps the end.
auto first_after(const Lexicon& lexicon, Day day) {
  return std::partition_point(lexicon.polling_days.begin(), lexicon.polling_days.end(),
                              [day](const PollingDay& known) { return known.day <= day; });
}

Day last_polling_day_before(const Lexicon& lexicon, Day published) {
  const auto after = first_after(lexicon, published);
  return after == lexicon.polling_days.begin() ? 0 : std::prev(after)->day;
}

Day first_polling_day_after(const Lexicon& lexicon, Day published) {
  const auto after = first_after(lexicon, published);
  return after == lexicon.polling_days.end() ? 0 : after->day;
}

/// Whether something else was voted on shortly before `published` and after `polled`.
bool behind_other_vote(const Lexicon& lexicon, Day polled, Day published) {
  return std::any_of(lexicon.other_days.begin(), lexicon.other_days.end(), [&](Day other) {
    return other > polled && other <= published &&
           day_number(published) - day_number(other) <= kOtherVote;
  });
}

/// The latest year that the text tells, or 0.
int latest_year(const Lexicon& lexicon, const Annotation& annotation) {
  int latest = 0;
  for (std::size_t s = 0; s < annotation.sentences.size(); ++s) {
    for (const Mention& mention : annotation.mentions[s]) {
      if (mention.symbol == lexicon.core.year)
        latest = std::max(latest, static_cast<int>(mention.value));
    }
  }
  return latest;
}

/// The year that stands most often beside words for local elections: "the 2012 local elections".
int year_in_text(const Lexicon& lexicon, const Annotation& annotation, bool undated) {
  std::map<int, int> votes;
  int headed = 0;  // of the first line
  for (std::size_t s = 0; s < annotation.sentences.size(); ++s) {
    const auto& mentions = annotation.mentions[s];
    for (std::size_t i = 0; i < mentions.size(); ++i) {
      if (mentions[i].symbol != lexicon.core.year) continue;
      // The first line may be the headline.
      const int year = static_cast<int>(mentions[i].value);
      // "since 1998", "since it was set up in 1998"
      const auto begin = mentions.begin();
      const bool past = std::any_of(begin, begin + static_cast<std::ptrdiff_t>(i),
                                    [&lexicon](const Mention& mention) {
                                      return lexicon.symbols.has(mention.symbol, kRoleEarlierYear);
                                    });
      if (past) continue;
      if (undated && s == 0 && first_polling_day_of(lexicon, year) != 0) {
        votes[year] += kFirstLine;
        headed = year;
      }
      // "Seats 2017 / Seats 2021": the columns of a table.
      const bool column =
          undated && annotation.sentences[s].kind == BlockKind::kHeading && i > 0 &&
          (lexicon.symbols.roles(mentions[i - 1].symbol) & (kRoleCounted | kRoleColumnTotal)) != 0;
      if (column && first_polling_day_of(lexicon, year) != 0) ++votes[year];
      const std::size_t from = i < 2 ? 0 : i - 2, to = std::min(mentions.size(), i + 3);
      for (std::size_t j = from; j < to; ++j) {
        // "a hung authority since 1986" tells of no election.
        const RoleSet roles = lexicon.symbols.roles(mentions[j].symbol);
        if ((roles & (kRoleLocalElection | kRoleRowLabel)) == kRoleLocalElection) ++votes[year];
      }
    }
  }
  int best = 0, most = 0;
  for (const auto& [year, count] : votes) {
    if (count >= most) {  // of equals the latest
      best = year;
      most = count;
    }
  }
  // An article looks back more often than ahead.
  const bool looked_back = undated && best != headed && best < latest_year(lexicon, annotation);
  return looked_back ? 0 : best;
}

/// Whether it follows a polling day so closely that an article of it tells of that one.
bool soon_after_vote(const Lexicon& lexicon, Day day) {
  const Day before = last_polling_day_before(lexicon, day);
  return before != 0 && day_number(day) - day_number(before) <= kSoonAfter;
}

/// The day soon after a vote that a short line on top of the text gives, as pages print that of
/// their publication; or 0.
Day day_on_top(const Lexicon& lexicon, const Annotation& annotation,
               const std::vector<ToldDay>& told) {
  const auto& sentences = annotation.sentences;
  std::size_t s = 0;
  for (const ToldDay& date : told) {
    while (s < sentences.size() && sentences[s].last <= date.token) ++s;
    if (s >= std::min(kDateSentences, sentences.size())) return 0;
    const Sentence& line = sentences[s];
    const bool alone =
        line.block_start && (s + 1 == sentences.size() || sentences[s + 1].block != line.block);
    if (alone && line.last - line.first <= kTopTokens && soon_after_vote(lexicon, date.day))
      return date.day;
  }
  return 0;
}

/// The day in the text on which an article may have been published: that on top, else the latest
/// that follows a polling day closely, else the latest; 0 when there is none. A page is seldom
/// dated before the vote that it tells of.
Day day_told(std::string_view text, const Lexicon& lexicon, const Annotation& annotation) {
  const std::vector<ToldDay> told = dates_in(text, lexicon, annotation.tokens);
  if (const Day top = day_on_top(lexicon, annotation, told); top != 0) return top;
  Day latest = 0;
  bool latest_close = false;
  for (const auto& [day, token] : told) {
    const Day after = first_polling_day_after(lexicon, day);
    const bool close = soon_after_vote(lexicon, day);
    if (!close && after != 0 && day_number(after) - day_number(day) <= kSoonBefore) continue;
    if (close == latest_close ? day > latest : close) {
      latest = day;
      latest_close = close;
    }
  }
  return latest / 10000 < latest_year(lexicon, annotation) ? 0 : latest;
}

/// The only year in the headline in which councils polled, or 0.
int year_in_title(const Lexicon& lexicon, const Annotation& title) {
  int found = 0;
  for (std::size_t s = 0; s < title.sentences.size(); ++s) {
    for (const Mention& mention : title.mentions[s]) {
      const int year = static_cast<int>(mention.value);
      if (mention.symbol != lexicon.core.year || first_polling_day_of(lexicon, year) == 0) continue;
      if (found != 0 && found != year) return 0;
      found = year;
    }
  }
  return found;
}

}  // namespace

Election find_election(const Lexicon& lexicon, const Metadata& metadata, const Annotation& title,
                       std::string_view text, const Annotation& annotation) {
  const Day published =
      metadata.published ? parse_day(*metadata.published) : day_told(text, lexicon, annotation);
  Election out;
  out.undated = published == 0;
  const auto found = [&out, published](Day day, int year) {
    out.day = day;
    out.year = year;
    out.same_day = published != 0 && published == day;
    return out;
  };
  if (metadata.election) {
    if (const Day day = parse_day(*metadata.election); day != 0) {
      out.ahead = published != 0 && published < day;
      return found(day, day / 10000);
    }
    if (metadata.election->size() == 4) {
      const int year = std::atoi(metadata.election->c_str());
      if (year > 0) return found(first_polling_day_of(lexicon, year), year);
    }
  }
  const Day before = published == 0 ? 0 : last_polling_day_before(lexicon, published);
  if (before != 0 && day_number(published) - day_number(before) <= kSoonAfter) {
    out.far = behind_other_vote(lexicon, before, published);
    return found(before, before / 10000);
  }
  const Day after = published == 0 ? 0 : first_polling_day_after(lexicon, published);
  if (after != 0 && day_number(after) - day_number(published) <= kSoonBefore) {
    out.ahead = true;
    return found(after, after / 10000);
  }
  const int headed = year_in_title(lexicon, title);
  const int year = headed != 0 ? headed : year_in_text(lexicon, annotation, out.undated);
  out.far = published != 0 && year == 0;  // a later page may tell which election it means
  if (year != 0 && (published == 0 || year <= published / 10000)) {
    return found(first_polling_day_of(lexicon, year), year);
  }
  return found(before, before / 10000);
}

bool polled_in_nation(const PollingDay& day, const std::string& nation) {
  return std::find(day.nations.begin(), day.nations.end(), nation) != day.nations.end();
}

Day polling_day_for(const Lexicon& lexicon, const Election& election, const std::string& nation) {
  if (election.day == 0) return 0;
  Day first = 0;  // of the nation in that year
  for (const PollingDay& polling_day : lexicon.polled_in(election.year)) {
    if (!polled_in_nation(polling_day, nation)) continue;
    if (polling_day.day == election.day) return election.day;
    if (first == 0) first = polling_day.day;
  }
  return first != 0 ? first : election.day;
}

}  // namespace recount
