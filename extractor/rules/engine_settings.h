// What the engine measures by, as patterns/master.toml sets it.
#pragma once

#include <string_view>

namespace recount {

/// Settings of the engine that are data: patterns/master.toml, table [engine].
struct EngineSettings {
  double smallest_total = 60;          // seats; fewer of all councils together are rather one's
  double smallest_council = 15;        // seats; a smaller figure is a ward's or a district's
  double largest_change = 65;          // seats; a larger gain or loss is no single council's
  double largest_council = 150;        // seats; a larger figure is no single council's
  double largest_group = 105;          // seats; more no party has on a single council
  double largest_group_ni = 30;        // seats; nor on one of Northern Ireland
  double largest_change_ni = 15;       // seats; nor is a larger gain or loss there
  double largest_rounded = 40;         // seats; nor is a larger one that is rounded
  double contradiction_margin = 0.02;  // so much surer a later figure stays instead of the first
  int contradiction_parties = 1;  // of more parties contradicted they are two states of a council
  int focus_blocks = 6;           // blocks for which a council stays in focus unnamed
  int focus_blocks_live = 2;      // the same on a live page
  int topic_headline = 3;         // so much evidence is a word in the headline
  int topic_ratio =
      2;  // evidence for another topic must outweigh that for council elections so often
  int topic_least = 8;         // and come to so much
  int topic_least_headed = 4;  // or to so much when the headline or the date speaks for it too
  int topic_abroad = 3;  // so much evidence for another country, and more than names of councils
  int topic_mute = 5;    // a text of more sentences that never speaks of councils is not about them
  int topic_places = 3;  // unless it names so many and nothing speaks against it
  int topic_talk = 3;    // so many words that speak of councils count as one, 1 at least
  int topic_parties = 3;         // the seats of so many parties of one council are evidence, too
  int topic_lead = 2;            // so many sentences at the beginning count twice
  int topic_least_silent = 3;    // or to so much when nothing speaks for council elections
  int topic_history = 4;         // so many years told of, all of them long ago, make history
  int topic_between = 4;         // so many words for what councils do between elections, …
  int topic_between_silent = 3;  // … of an undated text that speaks of no council election
  int largest_total = 12000;     // more seats no party has on all councils together
  int topic_outcome = 3;         // so much evidence is a named council whose control is told
  int topic_preview = 3;         // evidence that an undated article is written before the vote

  /// Gives the setting of that name a value; false when there is none.
  bool set(std::string_view name, double value);
};

}  // namespace recount
