// Sketches and how rules match them.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "extractor/lexicon/mention.h"
#include "extractor/rules/program.h"
#include "extractor/rules/rule.h"

namespace recount {

/// One symbol per mention of a sentence, as bytes.
struct Sketch {
  std::string symbols;

  void build(const std::vector<Mention>& mentions);
};

struct Match {
  const Rule* rule = nullptr;
  Span span;                // mentions of the sentence
  std::vector<Span> slots;  // by slot of the rule's pattern
};

/// The match of `rule` that begins at symbol `start`; false when there is none. Thread-safe with a
/// scratch each.
bool match_at(const Rule& rule, const Sketch& sketch, std::int32_t start, MatchScratch& scratch,
              Match& out);
/// The same with the rule's program at hand, so that the rule need not be looked at.
bool match_at(const Rule& rule, const Program& program, const Sketch& sketch, std::int32_t start,
              MatchScratch& scratch, Match& out);

/// Where to look on after `match`: behind its last slot, so that what only bounds a match on the
/// right can open the next one.
std::int32_t resume_after(const Match& match);

/// Replaces each match of each rewriting rule by one mention that takes over value, sign, bound,
/// party and place of the mentions in the rule's slots, in order. `starts` is what the rules'
/// StartFinder tells of the sketch.
void rewrite(const RuleSet& rules, std::span<const RuleStart> starts,
             std::vector<Mention>& mentions, Sketch& sketch, MatchScratch& scratch);

}  // namespace recount
