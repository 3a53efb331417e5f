// Sketches and how rules match them.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "extractor/lexicon/mention.h"
#include "extractor/rules/rule.h"

namespace recount {

/// One symbol per mention of a sentence, as bytes, and the set of them.
struct Sketch {
  std::string symbols;
  SymbolSet present;

  void build(const std::vector<Mention>& mentions);
};

/// Mentions [begin, end) of the sentence.
struct Span {
  std::int32_t begin = -1;  // -1: the slot took no part in the match
  std::int32_t end = -1;

  bool matched() const { return begin >= 0; }
  bool contains(std::int32_t i) const { return begin <= i && i < end; }
};

struct Match {
  const Rule* rule = nullptr;
  Span span;
  std::vector<Span> slots;  // by group of the rule's pattern
};

/// Whether the sketch holds what the rule demands: cheap, and false for most rules.
bool can_match(const Rule& rule, const Sketch& sketch);

/// The next match of `rule` that starts at symbol `from` or later. REQUIRES: can_match().
/// Thread-safe.
bool next_match(const Rule& rule, const Sketch& sketch, std::int32_t from, Match& out);

/// Where to look on after `match`: behind its last slot, so that what only bounds a match on the
/// right can open the next one.
std::int32_t resume_after(const Match& match);

/// Replaces each match of each rewriting rule by one mention that takes over value, sign, bound,
/// party and place of the mentions in the rule's slots, in order. `on_rewrite` may be null.
using RewriteObserver = void (*)(void* context, const Rule& rule, const Mention& result);
void rewrite(const std::vector<Rule>& rules, std::vector<Mention>& mentions, Sketch& sketch,
             RewriteObserver on_rewrite, void* context);

}  // namespace recount
