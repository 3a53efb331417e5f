// The sentence at hand, as the stages of its reading share it.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "extractor/discourse/frame.h"
#include "extractor/discourse/survey.h"
#include "extractor/discourse/trace.h"
#include "extractor/lexicon/annotator.h"
#include "extractor/rules/matcher.h"
#include "extractor/rules/rule_loader.h"

namespace recount {

/// Mentions of which a guard keeps figures from being told.
struct Ban {
  Span zone;
  const Rule* guard = nullptr;
};

/// Views into the reader's memory; valid while one sentence is read.
struct SentenceView {
  const Lexicon& lexicon;
  const EngineSettings& settings;
  const Annotation* annotation = nullptr;
  const std::vector<Mention>* mentions = nullptr;
  std::uint32_t index = 0;           // of the sentence
  Survey here{};                     // of the mentions
  std::span<const Match> matches{};  // accepted, in text order
  std::span<const Ban> bans{};       // by guard
  std::size_t first_frame = 0;       // of this sentence in the output
  TraceSentence* trace = nullptr;    // may be null

  const Mention& at(std::int32_t i) const { return (*mentions)[static_cast<std::size_t>(i)]; }
  std::int32_t size() const { return static_cast<std::int32_t>(mentions->size()); }
  RoleSet roles_at(std::int32_t i) const { return lexicon.symbols.roles(at(i).symbol); }
  /// Whether some mention of the sentence has one of these roles.
  bool has(RoleSet roles) const { return (here.roles & roles) != 0; }
  bool is_council(std::int32_t i) const {
    return at(i).symbol == lexicon.core.council && at(i).place != kNone;
  }
  /// How many parties or councils told before mention `i` stands for ("the two", "both"); 0 when it
  /// is no number.
  std::size_t group_at(std::int32_t i) const {
    if ((roles_at(i) & kRoleEach) != 0) return 2;
    const bool number = at(i).symbol == lexicon.core.number && at(i).value >= 2;
    return number ? static_cast<std::size_t>(at(i).value) : 0;
  }

  /// Whether the sentence names a council.
  bool names_council() const { return here.names_council; }

  /// Whether mention `i` in a slot belongs to one rule only, as figures and triggers do; parties,
  /// places and what holds a list together may serve many.
  bool claimable(std::int32_t i) const {
    constexpr RoleSet kShared =
        kRolePartyAnaphor | kRoleCouncilAnaphor | kRoleJoint | kRoleListMark;
    const Mention& mention = at(i);
    return mention.party == kNone && mention.name == kNone && mention.symbol != lexicon.core.word &&
           (roles_at(i) & kShared) == 0;
  }

  /// The guard that forbids a figure of `measure` to `match`, or null.
  const Rule* guard_of(const Match& match, Measure measure) const;
  /// Whether a word left out between mentions `from` and `to` gives each of several its figure
  /// ("the three parties all won two").
  bool shared(std::int32_t from, std::int32_t to) const;
  /// Whether such a word stands right before mention `i`: "all 51 seats".
  bool whole(std::int32_t i) const;
  /// Whether figures of the sentence are running counts: "with 280 of 312 declared", not "with all
  /// 312 declared".
  bool counts_go_on() const;
  /// Whether a word that was left out before the end of `match` refers back to a party ("its
  /// majority").
  bool refers_back(const Match& match) const;
  /// Whether the sentence begins with `match`, or with where it is: "In Luton, seven gains …".
  bool opens(const Match& match) const;
  /// Whether a word that was left out behind `match` refers to a party.
  bool refers_on(const Match& match) const;
  /// Whether such a word, or a place-holder that may be one ("it is"), stands right before `match`
  /// and no party before it.
  bool refers_back_here(const Match& match) const;
  /// Whether a word that was left out between mentions `from` and `to` points back to a council
  /// ("has ten there").
  bool points_back(std::int32_t from, std::int32_t to) const;
  /// Whether no party, and nobody else who could be the subject, is told before `match`.
  bool nobody_before(const Match& match) const;
  /// Whether `match` goes on counting councils as the figure before it did, since nothing is
  /// counted anew: "Labour runs ten councils, up eight, with the Tories on five".
  bool counts_on(const Match& match, const Frame& before) const;
  bool covers(const Span& zone, const Match& match) const;
  /// Whether a name that is no known place stands attached right behind `match`: "in Witney".
  bool names_elsewhere(const Match& match) const;
  /// Whether mention `i` stands in a relative clause: "Brent, where the Tories lost six".
  bool in_relative_clause(std::int32_t i) const;
  /// Whether a comma has closed the relative clause before mention `i`: "the Tories, who had ten,
  /// now have 12".
  bool resumed_at(std::int32_t i) const;
  /// Whether `match` goes on where the clause stood before a relative one: "21 in Brent, where the
  /// Tories lost six; 15 in Camden".
  bool resumes(const Match& match) const {
    return (roles_at(match.span.begin) & kRoleClauseBreak) != 0;
  }
  /// Records an event when somebody asked for a trace.
  void note(TraceKind kind, const Rule& rule, const Span& span, std::string_view text) const {
    if (trace != nullptr && span.end > span.begin) record(kind, rule, span, text);
  }
  /// The same, once it is known that somebody did.
  [[gnu::cold]] void record(TraceKind kind, const Rule& rule, const Span& span,
                            std::string_view text) const;
};

/// Calls `visit` for the mentions in whichever of the named slots took part in the match.
template <typename Visit>
void visit_slots(const Match& match, const std::vector<int>& slots, const Visit& visit) {
  for (const int slot : slots) {
    const Span& span = match.slots[static_cast<std::size_t>(slot)];
    for (std::int32_t i = span.begin; i < span.end; ++i) visit(i);
  }
}

}  // namespace recount
