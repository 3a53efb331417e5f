// Method: of each rule two things are known: some sets of which a match must hold a symbol each,
// those of the rarest symbols first, and what can stand in the first places of a match. Both are
// told for many rules at once, a bit a rule, and leave few rules and places too many.
#include "extractor/rules/start_finder.h"

#include <algorithm>
#include <bit>

namespace recount {
namespace {

using Kind = PatternNode::Kind;
using Popularity = std::array<std::size_t, 256>;

/// Counts how often a pattern names each symbol: what many look for is common in the text, too.
void count_names(const PatternNode& node, Popularity& out) {
  if (node.kind == Kind::kSet && names_few(node.set)) {
    for (std::size_t s = node.set._Find_first(); s < node.set.size(); s = node.set._Find_next(s))
      ++out[s];
  }
  for (const PatternNode& child : node.children) count_names(child, out);
}

/// How many symbols the set lets through, by their popularity.
std::size_t width(const SymbolSet& set, const Popularity& popularity) {
  std::size_t sum = 0;
  for (std::size_t s = set._Find_first(); s < set.size(); s = set._Find_next(s))
    sum += popularity[s];
  return sum;
}

/// Sets of which every match of the node holds a symbol each, the narrowest first.
std::vector<SymbolSet> demands_of(const PatternNode& node, const Popularity& popularity) {
  std::vector<SymbolSet> out;
  const auto take = [&](const PatternNode& child) {
    const std::vector<SymbolSet> demands = demands_of(child, popularity);
    out.insert(out.end(), demands.begin(), demands.end());
  };
  // What one branch demands or the other: of their sets, those that together are narrow.
  const auto join = [&](const std::vector<SymbolSet>& others) {
    if (others.empty()) out.clear();
    for (SymbolSet& set : out) {
      const auto with = [&](const SymbolSet& other) { return width(set | other, popularity); };
      set |= *std::min_element(
          others.begin(), others.end(),
          [&](const SymbolSet& a, const SymbolSet& b) { return with(a) < with(b); });
    }
  };
  switch (node.kind) {
    case Kind::kSet:
      out.push_back(node.set);
      break;
    case Kind::kSequence:
    case Kind::kSlot:
      for (const PatternNode& child : node.children) take(child);
      break;
    case Kind::kRepeat:
      if (node.min > 0) take(node.children.front());
      break;
    case Kind::kChoice:
      take(node.children.front());
      for (const PatternNode& child : node.children) join(demands_of(child, popularity));
      break;
    case Kind::kBegin:
    case Kind::kEnd:
      break;
  }
  std::sort(out.begin(), out.end(), [&popularity](const SymbolSet& a, const SymbolSet& b) {
    return width(a, popularity) < width(b, popularity);
  });
  std::vector<SymbolSet> kept;  // a set that holds all of a narrower one demands nothing more
  for (const SymbolSet& set : out) {
    if (std::none_of(kept.begin(), kept.end(),
                     [&set](const SymbolSet& narrower) { return (narrower & ~set).none(); }))
      kept.push_back(set);
  }
  return kept;
}

}  // namespace

StartFinder::StartFinder(const std::vector<SoughtPattern>& patterns)
    : groups_((patterns.size() + kRules - 1) / kRules),
      meets_(256 * groups_),
      opens_(256 * groups_ * kRules / 64),
      anywhere_(groups_ * kRules / 64) {
  Popularity popularity{};
  for (const SoughtPattern& sought : patterns) count_names(sought.pattern->root, popularity);
  for (std::size_t rule = 0; rule < patterns.size(); ++rule) add(patterns[rule], rule, popularity);
}

void StartFinder::add(const SoughtPattern& sought, std::size_t rule, const Popularity& popularity) {
  std::vector<SymbolSet> demands = demands_of(sought.pattern->root, popularity);
  demands.resize(std::max(demands.size(), kDemands), SymbolSet().set());
  const Opening opening = sought.code->opening(kOpening);
  const std::size_t word = rule / 64;
  const Word bit = Word{1} << (rule % 64);
  for (std::size_t symbol = 0; symbol < 256; ++symbol) {
    auto& meets = meets_[symbol * groups_ + rule / kRules];
    for (std::size_t d = 0; d < kDemands; ++d)
      meets[d][rule % kRules / 64] |= demands[d][symbol] ? bit : 0;
    auto& opens = opens_[word * 256 + symbol];
    for (std::size_t o = 0; o < kOpening; ++o) opens[o] |= opening.symbols[o][symbol] ? bit : 0;
  }
  if (opening.anywhere) anywhere_[word] |= bit;
}

void StartFinder::find(std::string_view sketch, std::vector<RuleStart>& out) const {
  out.clear();
  for (std::size_t group = 0; group < groups_; ++group) {
    std::array<Bits, kDemands> met = meets_[kNoSymbol * groups_ + group];
    for (const char c : sketch) {
      const auto& meets = meets_[static_cast<Symbol>(c) * groups_ + group];
      for (std::size_t d = 0; d < kDemands; ++d) {
        for (std::size_t i = 0; i < met[d].size(); ++i) met[d][i] |= meets[d][i];
      }
    }
    for (std::size_t i = 0; i < met[0].size(); ++i) {
      Word left = ~Word{0};
      for (const Bits& bits : met) left &= bits[i];
      if (left != 0) find_starts(group * kRules / 64 + i, left, sketch, out);
    }
  }
  std::sort(out.begin(), out.end());
}

/// The starts of those of 64 rules whose demands the sketch meets.
void StartFinder::find_starts(std::size_t word, Word left, std::string_view sketch,
                              std::vector<RuleStart>& out) const {
  const auto* const opens = &opens_[word * 256];
  const Word later = left & anywhere_[word];
  Word third = opens[kNoSymbol][2], second = opens[kNoSymbol][1] & third;
  Word first = opens[kNoSymbol][0] & second;
  for (std::size_t at = sketch.size();; --at) {
    // `first` has the rules that can open with the symbols from `at` on.
    for (Word rules = first & (at == 0 ? left : later); rules != 0; rules &= rules - 1) {
      const auto rule = static_cast<std::uint32_t>(word * 64) +
                        static_cast<std::uint32_t>(std::countr_zero(rules));
      out.push_back({rule, static_cast<std::int32_t>(at)});
    }
    if (at == 0) return;
    const auto& symbol = opens[static_cast<Symbol>(sketch[at - 1])];
    first = symbol[0] & second;
    second = symbol[1] & third;
    third = symbol[2];
  }
}

}  // namespace recount
