// Method: a rule states which classes a sketch must hold; one intersection of bit sets rejects most
// rules for most sentences. RE2 then runs over a string of some twenty bytes, in linear time whatever
// the text.
#include "extractor/rules/matcher.h"

#include <algorithm>
#include <array>

namespace recount {
namespace {

constexpr int kMaxGroups = 24;

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

}  // namespace

void Sketch::build(const std::vector<Mention>& mentions) {
  symbols.clear();
  present.reset();
  for (const Mention& mention : mentions) {
    symbols.push_back(static_cast<char>(mention.symbol));
    present.set(mention.symbol);
  }
}

bool can_match(const Rule& rule, const Sketch& sketch) {
  return std::all_of(rule.required.begin(), rule.required.end(),
                     [&sketch](const SymbolSet& set) { return (set & sketch.present).any(); });
}

bool next_match(const Rule& rule, const Sketch& sketch, std::int32_t from, Match& out) {
  if (from > static_cast<std::int32_t>(sketch.symbols.size())) return false;
  std::array<re2::StringPiece, kMaxGroups + 1> groups;
  const auto slots = rule.pattern->slots.size();
  const re2::StringPiece text(sketch.symbols);
  if (!rule.regex->Match(text, static_cast<std::size_t>(from), text.size(), re2::RE2::UNANCHORED,
                         groups.data(), static_cast<int>(slots) + 1)) {
    return false;
  }
  const auto span_of = [&text](const re2::StringPiece& piece) {
    if (piece.data() == nullptr) return Span{};
    const auto begin = static_cast<std::int32_t>(piece.data() - text.data());
    return Span{begin, begin + static_cast<std::int32_t>(piece.size())};
  };
  out.rule = &rule;
  out.span = span_of(groups[0]);
  out.slots.clear();
  for (std::size_t i = 0; i < slots; ++i) out.slots.push_back(span_of(groups[i + 1]));
  return true;
}

std::int32_t resume_after(const Match& match) {
  std::int32_t end = match.span.begin + 1;
  for (const Span& slot : match.slots) end = std::max(end, slot.end);
  return std::max(end, match.span.begin + 1);
}

void rewrite(const std::vector<Rule>& rules, std::vector<Mention>& mentions, Sketch& sketch,
             RewriteObserver on_rewrite, void* context) {
  Match match;
  for (const Rule& rule : rules) {
    if (!can_match(rule, sketch)) continue;
    std::int32_t from = 0;
    bool changed = false;
    while (next_match(rule, sketch, from, match)) {
      const auto begin = static_cast<std::size_t>(match.span.begin);
      const auto end = static_cast<std::size_t>(match.span.end);
      if (end == begin) break;
      Mention result;
      result.first = mentions[begin].first;
      result.last = mentions[end - 1].last;
      result.symbol = rule.into;
      for (const Span& slot : match.slots) {
        for (std::int32_t i = slot.begin; i < slot.end; ++i) overlay(mentions[static_cast<std::size_t>(i)], rule.product, result);
      }
      if (on_rewrite != nullptr) on_rewrite(context, rule, result);
      mentions[begin] = result;
      const auto at = mentions.begin() + static_cast<std::ptrdiff_t>(begin);
      mentions.erase(at + 1, at + static_cast<std::ptrdiff_t>(end - begin));
      sketch.symbols.replace(begin, end - begin, 1, static_cast<char>(rule.into));
      changed = true;
      from = match.span.begin + 1;
    }
    if (changed) sketch.build(mentions);
  }
}

}  // namespace recount
