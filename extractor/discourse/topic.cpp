#include "extractor/discourse/topic.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <span>

#include "extractor/discourse/recast.h"

namespace recount {
namespace {

constexpr int kLeadWeight = 2;              // of a word in the first sentences
constexpr int kLongAgo = 36;                // years
constexpr int kOpening = 5;                 // sentences
constexpr std::size_t kTitleSentences = 6;  // so many may stand before the heading of a text

constexpr RoleSet kEvidence = kRoleLocalElection | kRoleOtherElection | kRolePreview |
                              kRoleCouncilTalk | kRoleAbroad | kRoleBetweenVotes;

void count(const Lexicon& lexicon, const std::vector<Mention>& mentions, int weight,
           TopicReading& out) {
  for (const Mention& mention : mentions) {
    const RoleSet roles = lexicon.symbols.roles(mention.symbol);
    const bool named = mention.symbol == lexicon.core.council;
    if (!named && (roles & kEvidence) == 0) continue;
    if ((named && mention.formal) || (roles & kRoleLocalElection) != 0) out.local += weight;
    if ((roles & kRoleLocalElection) != 0) out.words += weight;
    if ((roles & kRoleBetweenVotes) != 0) out.between += weight;
    if ((roles & kRoleOtherElection) != 0) out.other += weight;
    if ((roles & kRolePreview) != 0) out.preview += weight;
    if ((roles & kRoleCouncilTalk) != 0) out.talk += weight;
    if ((roles & kRoleAbroad) != 0) out.abroad += weight;
    if (named && mention.place != kNone) out.home += weight;
  }
}

/// "In 1922 Labour …", but not "for the first time since 1922". `years` are those counted so far.
void count_years(const Lexicon& lexicon, const std::vector<Mention>& mentions,
                 std::vector<int>& years, TopicReading& out) {
  bool earlier = false;
  for (const Mention& mention : mentions) {
    earlier = earlier || lexicon.symbols.has(mention.symbol, kRoleEarlierYear);
    if (mention.symbol != lexicon.core.year) continue;
    const int year = static_cast<int>(mention.value);
    out.latest = std::max(out.latest, year);
    if (earlier || std::find(years.begin(), years.end(), year) != years.end()) continue;
    years.push_back(year);
    ++out.past;
  }
}

bool tells_seats(Measure measure) {
  return measure == Measure::kSeats || measure == Measure::kSeatsWon ||
         measure == Measure::kSeatsChange || measure == Measure::kCouncilSeats;
}

/// Whether it is told how several parties share the seats of one council: so many as a chamber has,
/// and not those that a county sends to a parliament.
bool tells_chamber(const EngineSettings& settings, const std::vector<Frame>& frames) {
  const auto counts = [](const Frame& frame) {
    return frame.place_kind == PlaceKind::kCouncil && frame.party != kNone && frame.number > 0 &&
           (frame.measure == Measure::kSeats || frame.measure == Measure::kSeatsWon);
  };
  struct Shared {
    std::map<std::int32_t, double> seats;  // by party
    double sum = 0;
  };
  std::map<std::int32_t, Shared> places;
  // Backwards: of a party's figures the first counts, from whatever figure the telling begins.
  for (auto frame = frames.rbegin(); frame != frames.rend(); ++frame) {
    if (!counts(*frame)) continue;
    Shared& shared = places[frame->place];
    double& seats = shared.seats[frame->party];
    shared.sum += frame->number - seats;
    seats = frame->number;
    if (static_cast<int>(shared.seats.size()) >= settings.topic_parties &&
        shared.sum >= settings.smallest_council)
      return true;
  }
  return false;
}

}  // namespace

bool speaks_of_vote(const Lexicon& lexicon, std::initializer_list<const Annotation*> texts) {
  const auto tells = [&lexicon](const Mention& mention) {
    return mention.symbol == lexicon.core.party ||
           (lexicon.symbols.roles(mention.symbol) & kSpeaksOfVote) != 0;
  };
  for (const Annotation* text : texts) {
    for (std::size_t s = 0; s < text->sentences.size(); ++s) {
      const std::vector<Mention>& mentions = text->mentions[s];
      if (std::any_of(mentions.begin(), mentions.end(), tells)) return true;
    }
  }
  return false;
}

bool heads_column(const Lexicon& lexicon, const Annotation& text) {
  bool named = false;
  for (std::size_t s = 0; s < text.sentences.size() && !named; ++s) {
    named = std::any_of(text.mentions[s].begin(), text.mentions[s].end(),
                        [&](const Mention& m) { return m.symbol == lexicon.core.party; });
  }
  // Columns are read in either case; but a party is a word with a capital.
  const std::span<const Token> tokens = text.tokens;
  for (std::size_t at = 0; named && at < tokens.size(); ++at) {
    const PhraseMatch match = lexicon.phrases.longest(tokens.subspan(at));
    if (match.sense != nullptr && match.sense->kind == SenseKind::kParty) return true;
  }
  return false;
}

TopicReading read_topic(const Lexicon& lexicon, const EngineSettings& settings,
                        const std::vector<Mention>& headline, const Annotation& text) {
  TopicReading out;
  count(lexicon, headline, settings.topic_headline, out);
  out.headed = out.other > out.local;
  out.sentences = static_cast<int>(text.sentences.size());
  out.undisturbed = out.other > 0 ? 0 : out.sentences;
  bool titled = false;
  std::vector<int> years;
  for (std::size_t s = 0; s < text.sentences.size(); ++s) {
    const Contents& contents = text.contents[s];
    if (contents.years) count_years(lexicon, text.mentions[s], years, out);
    if (!contents.names && (contents.roles & kEvidence) == 0) continue;
    const bool lead = static_cast<int>(s) < settings.topic_lead;
    // Without a headline from outside the heading on top of the text is one.
    const bool title = headline.empty() && !titled && s < kTitleSentences &&
                       text.sentences[s].kind == BlockKind::kHeading;
    titled = titled || title;
    const int weight = title ? settings.topic_headline : lead ? kLeadWeight : 1;
    const bool silent = out.local == 0 && out.other == 0;
    const bool other = out.other > 0;
    count(lexicon, text.mentions[s], weight, out);
    if (!other && out.other > 0) out.undisturbed = static_cast<int>(s);
    // Of a text without a telling headline the first sentence that tells is one.
    if (silent && out.other > out.local) out.headed = true;
  }
  return out;
}

void decide_topic(const Context& context, const EngineSettings& settings, const Election& election,
                  const std::vector<Frame>& frames, TopicReading& reading) {
  const Lexicon& lexicon = context.lexicon();
  const bool outcome = std::any_of(frames.begin(), frames.end(), [&context](const Frame& frame) {
    // Of the council that is meant for want of another nothing is told for sure.
    const bool meant = frame.place_basis == PlaceBasis::kArticle &&
                       PlaceRef{frame.place_kind, frame.place} == context.subject();
    return (frame.measure == Measure::kControl && frame.place_kind == PlaceKind::kCouncil &&
            !meant) ||
           counts_councils(frame.measure);
  });
  const bool sure = std::any_of(frames.begin(), frames.end(), [&lexicon](const Frame& frame) {
    return counts_councils(frame.measure) || (frame.party == lexicon.noc && frame.place != kNone) ||
           (frame.measure == Measure::kCouncilSeats && frame.place_kind == PlaceKind::kCouncil);
  });
  // "In Kent Labour gained Canterbury": of an article about parliament, a constituency.
  const bool silent = reading.local == 0;
  const bool places = reading.home >= settings.topic_places && reading.other == 0;
  const bool mute =
      silent && !places && !sure && reading.talk == 0 && reading.sentences > settings.topic_mute;
  const bool hardly = reading.talk * settings.topic_ratio < reading.other;
  const bool elsewhere = silent && ((reading.other >= settings.topic_least && hardly) || mute);
  // "The Conservatives gain Harlow": a constituency, where little else speaks for a council.
  const int talk = reading.talk / std::max(1, settings.topic_talk);
  const bool doubtful =
      !silent && !sure && reading.other > (reading.local + talk) * settings.topic_ratio;
  if (outcome && !election.far && !elsewhere && !doubtful) reading.local += settings.topic_outcome;
  if (!election.far && tells_chamber(settings, frames)) reading.local += settings.topic_outcome;
  // An article opens with what it is about; who won a place may still be a constituency's.
  const bool opens = std::any_of(frames.begin(), frames.end(), [&reading](const Frame& frame) {
    return static_cast<int>(frame.sentence) < std::min(reading.undisturbed, kOpening) &&
           frame.place_kind == PlaceKind::kCouncil && tells_seats(frame.measure);
  });
  if (opens && silent && reading.undisturbed >= settings.topic_lead)
    reading.local += settings.topic_outcome;
  // Where an article begins with another vote and tells who runs no council, councillors may be
  // spoken of as well.
  const bool aside = reading.headed && !outcome && reading.talk < reading.other;
  const int local = reading.local + (aside ? 0 : talk);
  const bool outweighed = reading.other > local * settings.topic_ratio;
  int least = reading.headed || election.far ? settings.topic_least_headed : settings.topic_least;
  if (silent) least = std::min(least, settings.topic_least_silent);
  const bool abroad = reading.abroad >= settings.topic_abroad && reading.abroad > reading.home;
  // A text of no known day that tells of many years, all of them long ago, is of history.
  const int now = lexicon.polling_days.empty() ? 0 : lexicon.polling_days.back().day / 10000;
  const bool history = election.undated && election.day == 0 &&
                       reading.past >= settings.topic_history && reading.latest + kLongAgo < now;
  // "Your guide to what just happened": what a preview cannot tell.
  const auto results = std::count_if(frames.begin(), frames.end(), [](const Frame& frame) {
    return is_change(frame.measure) || frame.measure == Measure::kSeatsWon ||
           (frame.measure == Measure::kControl && frame.outcome != "now");
  });
  const bool preview = (election.undated || election.same_day) && results < settings.topic_preview;
  // "The Greens will have five of the committee's 11 seats": of a council, but of no vote on it.
  const bool counted = std::any_of(frames.begin(), frames.end(), [](const Frame& frame) {
    return counts_councils(frame.measure);
  });
  const int few = election.undated && reading.words == 0 ? settings.topic_between_silent
                                                         : settings.topic_between;
  const bool between =
      !counted && reading.between >= few && reading.between > reading.words * settings.topic_ratio;
  if (mute || abroad || between || history || (reading.other >= least && outweighed) ||
      (election.far && reading.other >= reading.local)) {
    reading.topic = Topic::kElsewhere;
  } else if (election.ahead || (preview && reading.preview >= settings.topic_preview)) {
    reading.topic = Topic::kPreview;
  }
}

void drop_where_none_polled(const Lexicon& lexicon, const Election& election,
                            std::vector<Frame>& frames) {
  if (election.day == 0 || frames.empty()) return;
  const auto days = lexicon.polled_in(election.year);
  // Most frames of a text are of one nation: asked of that once.
  std::int32_t nation = 0;  // number of the one asked of last; all polled of which none is known
  bool polled_there = true;
  const auto polled = [&](const Frame& frame) {
    const Place& place = lexicon.places.places[static_cast<std::size_t>(frame.place)];
    if (place.within.nation == nation) return polled_there;
    nation = place.within.nation;
    polled_there =
        place.nation.empty() || std::any_of(days.begin(), days.end(), [&](const PollingDay& day) {
          return polled_in_nation(day, place.nation);
        });
    return polled_there;
  };
  // Of a text all of whose councils are of such nations, the day is misjudged.
  bool here = false, there = election.far || election.undated;
  for (const Frame& frame : frames) {
    if (frame.place_kind != PlaceKind::kCouncil || frame.place == kNone) continue;
    (polled(frame) ? here : there) = true;
  }
  if (there && !here) return;
  std::erase_if(frames, [&](const Frame& frame) { return frame.place != kNone && !polled(frame); });
}

void drop_lone_turnout(std::vector<Frame>& frames) {
  const auto of_turnout = [](const Frame& frame) { return frame.measure == Measure::kTurnout; };
  std::int32_t council = kNone;
  for (const Frame& frame : frames) {
    if (of_turnout(frame) || frame.place_kind == PlaceKind::kUnknown) continue;
    if (frame.place_kind != PlaceKind::kCouncil) return;
    if (council != kNone && frame.place != council) return;
    council = frame.place;
  }
  std::erase_if(frames, [&](const Frame& frame) {
    return of_turnout(frame) && frame.place_kind == PlaceKind::kAll;
  });
}

void drop_astray(const EngineSettings& settings, std::vector<Frame>& frames) {
  const auto of_all = [](const Frame& frame) {
    return frame.place_kind == PlaceKind::kAll && !frame.national && counts_seats(frame.measure) &&
           frame.place_basis != PlaceBasis::kSeveral;
  };
  // What may be votes: no word says what is counted, and nothing is told of before.
  const auto bare = [&of_all](const Frame& frame) {
    return of_all(frame) && !frame.counted &&
           (frame.measure == Measure::kSeats || frame.measure == Measure::kSeatsWon);
  };
  const auto votes = [&](const Frame& frame) {
    return bare(frame) && std::fabs(frame.number) > settings.largest_council;
  };
  const auto astray = [&](const Frame& frame) {
    return votes(frame) || (of_all(frame) && std::fabs(frame.number) < settings.smallest_total);
  };
  // "Green 92 (5.9%)" beside hundreds of votes speaks of all councils no more than they do.
  const bool voted = std::any_of(frames.begin(), frames.end(), votes);
  const bool wide = std::any_of(frames.begin(), frames.end(), [&](const Frame& frame) {
    const bool several =
        frame.place_kind == PlaceKind::kAll || frame.place_kind == PlaceKind::kArea;
    return several && (counts_seats(frame.measure) || counts_councils(frame.measure)) &&
           !astray(frame) && !(voted && bare(frame));
  });
  if (wide) return;
  std::erase_if(frames,
                [&](const Frame& frame) { return astray(frame) || (voted && bare(frame)); });
}

void apply_topic(Topic topic, std::vector<Frame>& frames) {
  if (topic == Topic::kElsewhere) frames.clear();
  if (topic == Topic::kPreview)
    std::erase_if(frames, [](Frame& frame) { return !as_before_the_vote(frame); });
}

}  // namespace recount
