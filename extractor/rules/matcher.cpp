#include "extractor/rules/matcher.h"

#include <algorithm>

namespace recount {
namespace {

void overlay(const Mention& from, bool product, Mention& onto) {
  if (from.has_value) {
    onto.value = product && onto.has_value ? onto.value * from.value : from.value;
    onto.has_value = true;
  }
  if (from.sign != 0) onto.sign = from.sign;
  if (from.bound != Bound::kExact) onto.bound = from.bound;
  if (from.party != kNone) onto.party = from.party;
  if (from.name != kNone) {
    onto.name = from.name;
    onto.place = from.place;
    onto.formal = from.formal;
    onto.form = from.form;
  }
}

/// One mention for the mentions of the match.
Mention merge(const Match& match, const std::vector<Mention>& mentions) {
  Mention result;
  result.first = mentions[static_cast<std::size_t>(match.span.begin)].first;
  result.last = mentions[static_cast<std::size_t>(match.span.end - 1)].last;
  result.symbol = match.rule->into;
  for (const Span& slot : match.slots) {
    for (std::int32_t i = slot.begin; i < slot.end; ++i) {
      overlay(mentions[static_cast<std::size_t>(i)], match.rule->product, result);
    }
  }
  return result;
}

}  // namespace

void Sketch::build(const std::vector<Mention>& mentions) {
  symbols.resize(mentions.size());
  char* to = symbols.data();
  const Mention* const end = mentions.data() + mentions.size();
  for (const Mention* from = mentions.data(); from != end; ++from)
    *to++ = static_cast<char>(from->symbol);
}

bool match_at(const Rule& rule, const Sketch& sketch, std::int32_t start, MatchScratch& scratch,
              Match& out) {
  return match_at(rule, rule.program, sketch, start, scratch, out);
}

bool match_at(const Rule& rule, const Program& program, const Sketch& sketch, std::int32_t start,
              MatchScratch& scratch, Match& out) {
  out.rule = &rule;
  return program.match(sketch.symbols, start, scratch, out.span, out.slots);
}

std::int32_t resume_after(const Match& match) {
  std::int32_t end = match.span.begin + 1;
  for (const Span& slot : match.slots) end = std::max(end, slot.end);
  return end;
}

void rewrite(const RuleSet& rules, std::span<const RuleStart> starts,
             std::vector<Mention>& mentions, Sketch& sketch, MatchScratch& scratch) {
  static thread_local std::vector<RuleStart> again;
  static thread_local Match match;
  // A rule can make what it or a later rule looks for: after a change the rest is asked again.
  RuleStart next;
  for (std::size_t i = 0; i < starts.size();) {
    const RuleStart start = starts[i++];
    if (start < next) continue;
    const Rule& rule = rules.rewrites[start.rule];
    if (!match_at(rule, sketch, start.at, scratch, match) || match.span.end <= match.span.begin)
      continue;
    const auto begin = static_cast<std::size_t>(match.span.begin);
    const auto end = static_cast<std::size_t>(match.span.end);
    mentions[begin] = merge(match, mentions);
    const auto at = mentions.begin() + static_cast<std::ptrdiff_t>(begin);
    mentions.erase(at + 1, at + static_cast<std::ptrdiff_t>(end - begin));
    sketch.symbols.replace(begin, end - begin, 1, static_cast<char>(rule.into));
    next = {start.rule, start.at + 1};
    rules.rewrite_starts.find(sketch.symbols, again);
    starts = again;
    i = 0;
  }
}

}  // namespace recount
