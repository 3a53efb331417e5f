// What an article is about. Figures of an article about something else than a council election are
// no facts, and before polling the state of a council is the one before the vote.
#pragma once

#include <initializer_list>
#include <vector>

#include "extractor/discourse/context.h"
#include "extractor/discourse/frame.h"
#include "extractor/facts/election.h"
#include "extractor/lexicon/annotator.h"
#include "extractor/lexicon/lexicon.h"
#include "extractor/rules/rule_loader.h"

namespace recount {

enum class Topic : std::uint8_t {
  kResults,    // a council election that has been held
  kPreview,    // one that is still to come
  kElsewhere,  // a parliament, a by-election, a mayor, councils abroad, sport
};

/// The topic and the evidence for it. The classes of the lexicon say what is evidence (roles
/// local-election, other-election, preview, council-talk and abroad), the settings how much is
/// enough. Who runs a council that is named, and how many councils a party runs, is evidence too.
struct TopicReading {
  Topic topic = Topic::kResults;
  int local = 0;
  int other = 0;
  int preview = 0;
  int talk = 0;     // weak evidence: councils, councillors and wards are spoken of
  int abroad = 0;   // bodies and places of other countries
  int between = 0;  // by-elections, committees
  int words = 0;    // of `local`, what no name of a council says
  int past = 0;     // distinct years that are told of themselves, not as the last or the first …
  int latest = 0;   // … and the latest of all
  int home = 0;     // councils of this one that are named
  int sentences = 0;    // of the text
  int undisturbed = 0;  // sentences before the first that speaks for something else
  bool headed = false;  // the headline speaks for something else
};

/// Whether a party is named in one of the texts, or a word stands there that speaks of the vote on
/// councils (kSpeaksOfVote). Where neither is, nothing is told: "Dover turned red", "the 18
/// members" may be about anything. To be asked before anything but annotate() touches the mentions.
/// The first look at raw bytes (TellingWords) rests on it: what is asked for are words as they
/// stand in the text.
bool speaks_of_vote(const Lexicon& lexicon, std::initializer_list<const Annotation*> texts);

/// Whether a party that annotate() took for another word ("Ind") heads a column of a table, behind
/// join_rows(). It counts for speaks_of_vote() as well.
bool heads_column(const Lexicon& lexicon, const Annotation& text);

/// The evidence of the words; to be read before rewriting rules touch the sketches.
TopicReading read_topic(const Lexicon& lexicon, const EngineSettings& settings,
                        const std::vector<Mention>& headline, const Annotation& text);

/// Sets the topic, now that it is known what the text tells. `context` is that after the last
/// sentence.
void decide_topic(const Context& context, const EngineSettings& settings, const Election& election,
                  const std::vector<Frame>& frames, TopicReading& reading);

/// Drops the frames of nations whose councils were not elected in that year, beside those of
/// councils that were: they are of another vote.
void drop_where_none_polled(const Lexicon& lexicon, const Election& election,
                            std::vector<Frame>& frames);

/// Drops the turnout of all contests where nothing else is told of more than one council: it is of
/// one that was not recognised.
void drop_lone_turnout(std::vector<Frame>& frames);

/// Drops seats that are said of all councils for want of a council, where nothing else in the text
/// is told of all of them or of an area: bare figures are votes, and small ones a council's that
/// was not recognised.
void drop_astray(const EngineSettings& settings, std::vector<Frame>& frames);

/// Drops the frames that the topic rules out and tells those of a preview as the state before the
/// vote.
void apply_topic(Topic topic, std::vector<Frame>& frames);

}  // namespace recount
