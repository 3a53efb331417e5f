// Method: of each rule two things are known: some sets of which a match must hold a symbol each,
// those of the rarest symbols first, and what can stand in the first places of a match. Both are
// told for many rules at once, a bit a rule: from the end of the sketch, as a match holds what it
// demands behind its begin. That leaves few rules and places too many.
#include "extractor/rules/start_finder.h"

#include <algorithm>
#include <bit>
#include <limits>
#include <utility>

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

/// A set of which every match holds a symbol.
struct Demand {
  SymbolSet set;
  std::size_t width;  // of the set
};
using Demands = std::vector<Demand>;

/// Leaves out sets that hold all of a narrower one, as they demand nothing more.
void prune(Demands& demands) {
  std::sort(demands.begin(), demands.end(),
            [](const Demand& a, const Demand& b) { return a.width < b.width; });
  auto kept = demands.begin();
  for (const Demand& demand : demands) {
    if (std::none_of(demands.begin(), kept, [&demand](const Demand& narrower) {
          return (narrower.set & ~demand.set).none();
        }))
      *kept++ = demand;
  }
  demands.erase(kept, demands.end());
}

Demands demands_of(const PatternNode& node, const Popularity& popularity);

/// What one branch demands or the other: of their sets, those that together are narrow.
Demands demands_of_choice(const std::vector<PatternNode>& branches, const Popularity& popularity) {
  Demands out = demands_of(branches.front(), popularity);
  for (std::size_t i = 1; i < branches.size() && !out.empty(); ++i) {
    const Demands others = demands_of(branches[i], popularity);
    if (others.empty()) out.clear();
    for (Demand& demand : out) {
      Demand narrowest{{}, std::numeric_limits<std::size_t>::max()};
      for (const Demand& other : others) {
        const SymbolSet both = demand.set | other.set;
        const std::size_t width_of_both = width(both, popularity);
        if (width_of_both < narrowest.width) narrowest = {both, width_of_both};
      }
      demand = narrowest;
    }
  }
  prune(out);
  return out;
}

/// Appends the demands of the node, in no order and perhaps more than are needed.
void add_demands(const PatternNode& node, const Popularity& popularity, Demands& out) {
  switch (node.kind) {
    case Kind::kSet:
      out.push_back({node.set, width(node.set, popularity)});
      break;
    case Kind::kSequence:
    case Kind::kSlot:
      for (const PatternNode& child : node.children) add_demands(child, popularity, out);
      break;
    case Kind::kRepeat:
      if (node.min > 0) add_demands(node.children.front(), popularity, out);
      break;
    case Kind::kChoice: {
      const Demands of_choice = demands_of_choice(node.children, popularity);
      out.insert(out.end(), of_choice.begin(), of_choice.end());
      break;
    }
    case Kind::kBegin:
    case Kind::kEnd:
      break;
  }
}

/// Sets of which every match of the node holds a symbol each, the narrowest first.
Demands demands_of(const PatternNode& node, const Popularity& popularity) {
  Demands out;
  add_demands(node, popularity, out);
  prune(out);
  return out;
}

}  // namespace

struct StartFinder::Demanding {
  std::uint32_t rule;
  const Opening* opening;
  std::vector<Demand> demands;
};

StartFinder::StartFinder(const std::vector<SoughtPattern>& patterns)
    : groups_((patterns.size() + kRules - 1) / kRules) {
  Popularity popularity{};
  for (const SoughtPattern& sought : patterns) count_names(sought.pattern->root, popularity);
  std::vector<Demanding> rules;
  for (const SoughtPattern& sought : patterns) {
    Demands demands = demands_of(sought.pattern->root, popularity);
    demands.resize(std::max(demands.size(), kDemands), {SymbolSet().set(), 0});
    rules.push_back({static_cast<std::uint32_t>(rules.size()), sought.opening, std::move(demands)});
  }
  std::stable_sort(rules.begin(), rules.end(), [](const Demanding& a, const Demanding& b) {
    return a.demands.front().set._Find_first() < b.demands.front().set._Find_first();
  });
  known_.fill(~Word{0});
  for (std::size_t i = 0; i < rules.size(); ++i) add(rules[i], i % kRules, groups_[i / kRules]);
  for (std::size_t symbol = 0; symbol < 256; ++symbol) {
    for (const Group& group : groups_) {
      const Met& meets = group.rows[symbol].meets;
      meets_.push_back(meets);
      for (std::size_t d = 0; d < kDemands; ++d) {
        const Bits more = meets[d] & ~group.rows[kNoSymbol].meets[d];
        if ((more[0] | more[1]) != 0) known_[symbol / 64] &= ~(Word{1} << (symbol % 64));
      }
    }
  }
}

void StartFinder::add(const Demanding& rule, std::size_t bit, Group& group) {
  const std::size_t word = bit / 64;
  const Word mask = Word{1} << (bit % 64);
  group.rules[bit] = rule.rule;
  const auto mark = [&](const SymbolSet& set, const auto& bits_of) {
    for (std::size_t s = set._Find_first(); s < set.size(); s = set._Find_next(s))
      bits_of(group.rows[s])[word] |= mask;
  };
  for (std::size_t d = 0; d < kDemands; ++d)
    mark(rule.demands[d].set, [d](Row& row) -> Bits& { return row.meets[d]; });
  for (std::size_t o = 0; o < kOpening; ++o)
    mark(rule.opening->symbols[o], [o](Row& row) -> Bits& { return row.opens[o]; });
  if (rule.opening->anywhere) group.anywhere[word] |= mask;
}

void StartFinder::find(std::string_view sketch, std::vector<RuleStart>& out) const {
  out.clear();
  static thread_local std::vector<Symbol> telling;  // symbols of the sketch, each once
  telling.resize(sketch.size());
  std::array<Word, 4> seen = known_;
  std::size_t count = 0;
  for (const char c : sketch) {
    const auto symbol = static_cast<Symbol>(c);
    Word& word = seen[symbol / 64];
    telling[count] = symbol;
    count += ~word >> (symbol % 64) & 1;  // no branch: nothing foretells it
    word |= Word{1} << (symbol % 64);
  }
  for (std::size_t g = 0; g < groups_.size(); ++g) {
    const Met& always = groups_[g].rows[kNoSymbol].meets;
    Met met = always;
    for (std::size_t i = 0; i < count; ++i) {
      const Met& meets = meets_[telling[i] * groups_.size() + g];
      for (std::size_t d = 0; d < kDemands; ++d) met[d] |= meets[d];
    }
    const Bits left = met[0] & met[1] & met[2];
    if ((left[0] | left[1]) != 0) find(groups_[g], always, sketch, out);
  }
  std::sort(out.begin(), out.end());
}

/// The starts of the rules of one group. `met` is what is always met.
void StartFinder::find(const Group& group, Met met, std::string_view sketch,
                       std::vector<RuleStart>& out) {
  const Row& end = group.rows[kNoSymbol];
  Bits third = end.opens[2], second = end.opens[1] & third;
  const auto take = [&](std::size_t at, Bits starts) {
    for (std::size_t word = 0; word < kRules / 64; ++word) {
      for (Word bits = starts[word]; bits != 0; bits &= bits - 1) {
        const std::size_t bit = word * 64 + static_cast<std::size_t>(std::countr_zero(bits));
        out.push_back({group.rules[bit], static_cast<std::int32_t>(at)});
      }
    }
  };
  const auto demanded = [&met] { return met[0] & met[1] & met[2]; };
  take(sketch.size(), end.opens[0] & second & demanded());
  for (std::size_t at = sketch.size(); at-- > 0;) {
    const Row& row = group.rows[static_cast<Symbol>(sketch[at])];
    for (std::size_t d = 0; d < kDemands; ++d) met[d] |= row.meets[d];
    Bits starts = row.opens[0] & second & demanded();
    if (at > 0) starts &= group.anywhere;
    if ((starts[0] | starts[1]) != 0) take(at, starts);
    second = row.opens[1] & third;
    third = row.opens[2];
  }
}

}  // namespace recount
