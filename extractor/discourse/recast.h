// What a figure becomes by the words around it: a state before the vote, a count of councils.
#pragma once

#include <span>

#include "extractor/discourse/context.h"
#include "extractor/discourse/frame.h"
#include "extractor/discourse/sentence_view.h"

namespace recount {

/// The frame told as the state before the vote; false when it is no such state.
bool as_before_the_vote(Frame& frame);

/// Whether the words around match `index` put its figure before the vote: "… with 16 councillors
/// before polling day", "Before the vote it was …".
bool told_before_the_vote(const SentenceView& view, std::size_t index, Measure measure);

/// Whether as_councils() makes anything else of a figure of this measure.
inline bool may_count_councils(Measure measure) {
  return measure == Measure::kSeats || measure == Measure::kSeatsWon ||
         measure == Measure::kSeatsChange || measure == Measure::kSeatsBefore;
}

/// Whether a figure without a noun of its own counts councils, as the figure before it does:
/// "Labour now runs 17 boroughs. The Tories have eleven". `frames` are all so far.
bool counts_on_councils(const SentenceView& view, const Context& context, const Match& match,
                        const std::vector<Frame>& frames);

/// The figure of seats told as one of councils; false when there is no measure for it, the number
/// of councils before the vote.
bool as_councils(Frame& frame);

/// The figure of the sentence whose verb a later one, `match`, shares; null when there is none.
const Frame* leading_figure(const SentenceView& view, const Match& match,
                            const std::vector<Frame>& frames);

/// The last frame of the sentences just before `sentence`, which `frames` are; or null.
const Frame* last_told(std::span<const Frame> frames, std::uint32_t sentence,
                       bool of_party = false);

/// What the number of councils in `told` says of each of them: gained, lost, held; else empty.
std::string_view outcome_told(const Frame* told);

/// Figures that the sentence tells beside the number of councils are of all councils too. A figure
/// larger than any council makes a national tally of its line and of the lines next to it.
void settle_totals(const SentenceView& view, bool too_large, Context& context,
                   std::vector<Frame>& frames);

/// Of what the sentence tells, drops that a party had the council which it loses: the loss says so.
void settle_losses(const SentenceView& view, std::vector<Frame>& frames);

/// Who loses seats does not win the council in the same breath: "Labour gained five as the Tories
/// lost four, winning control". Then the one party that gains has won it, or nobody is told.
void settle_winners(const SentenceView& view, std::vector<Frame>& frames);

/// "The Tories, who were the largest group with 14, are down to ten": what a relative clause tells
/// beside another such figure of the same party was so before the vote.
void settle_former(const SentenceView& view, std::vector<Frame>& frames);

/// What is told of a county, where its council turned out to have polled, is told of the council.
void settle_counties(Context& context, std::vector<Frame>& frames);

/// Where totals of many councils have once been told as running counts ("with 280 of 312 councils
/// declared"), those after them in the text are running as well.
void settle_running(std::vector<Frame>& frames);

/// Measures of a single council's seats: another of them can be told beside one.
inline bool counts_seats(Measure measure) {
  return !counts_councils(measure) && measure != Measure::kVoteShare &&
         measure != Measure::kTurnout;
}

}  // namespace recount
