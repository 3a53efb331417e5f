// Method: of each rule two things are known: some sets of which a match must hold a symbol each,
// those of the rarest symbols first, and what can stand in the first places of a match. Both are
// told for many rules at once, a bit a rule: from the end of the sketch, as a match holds what it
// demands behind its begin. That leaves few rules and places too many. A rule that is a choice has
// a bit for each branch, as together they would demand next to nothing. What the rules of a group
// demand is known of the group as a whole, too, which spares most sketches most groups. Where many
// sketches are asked for, each group of rules goes through all of them, as time is spent on
// fetching what is known of it.
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

StartFinder::StartFinder(const std::vector<SoughtPattern>& patterns) {
  Popularity popularity{};
  for (const SoughtPattern& sought : patterns) count_names(sought.pattern->root, popularity);
  std::vector<Demanding> rules;
  for (std::size_t rule = 0; rule < patterns.size(); ++rule) {
    const std::span<const PatternNode> branches = patterns[rule].pattern->branches();
    for (std::size_t b = 0; b < branches.size(); ++b) {
      Demands demands = demands_of(branches[b], popularity);
      demands.resize(std::max(demands.size(), kDemands), {SymbolSet().set(), 0});
      rules.push_back(
          {static_cast<std::uint32_t>(rule), &(*patterns[rule].openings)[b], std::move(demands)});
    }
  }
  // Those that demand what is rare together, as are those of one symbol.
  std::stable_sort(rules.begin(), rules.end(), [](const Demanding& a, const Demanding& b) {
    const Demand &first = a.demands.front(), &second = b.demands.front();
    return std::pair(first.width, first.set._Find_first()) <
           std::pair(second.width, second.set._Find_first());
  });
  groups_.resize((rules.size() + kRules - 1) / kRules);
  for (std::size_t i = 0; i < rules.size(); ++i) add(rules[i], i % kRules, groups_[i / kRules]);
  note_symbols();
}

/// Sums up what symbols are to all groups.
void StartFinder::note_symbols() {
  const auto any = [](Bits bits) { return (bits[0] | bits[1]) != 0; };
  for (std::size_t symbol = 0; symbol < 256; ++symbol) {
    for (std::size_t g = 0; g < groups_.size(); ++g) {
      const Met& meets = groups_[g].rows[symbol].meets;
      for (std::size_t d = 0; d < kDemands; ++d) {
        if (any(meets[d])) groups_met_[symbol][d] |= GroupBits{1} << (g % kGroupBits);
        if (any(meets[d] & ~groups_[g].rows[kNoSymbol].meets[d])) tells_[symbol] = 1;
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
  for (std::size_t d = 0; d < kDemands; ++d) {
    if (rule.demands[d].set.all())  // the row that is part of every sketch tells it for all
      group.rows[kNoSymbol].meets[d][word] |= mask;
    else
      mark(rule.demands[d].set, [d](Row& row) -> Bits& { return row.meets[d]; });
  }
  for (std::size_t o = 0; o < kOpening; ++o)
    mark(rule.opening->symbols[o], [o](Row& row) -> Bits& { return row.opens[o]; });
  if (rule.opening->anywhere) group.anywhere[word] |= mask;
}

/// Writes the symbols that may meet a demand, each once; how many. `out` has room for one more than
/// the sketch holds.
std::size_t StartFinder::tell(std::string_view sketch, Symbol* out) const {
  std::array<char, 256> news = tells_;
  std::size_t count = 0;
  for (const char c : sketch) {
    const auto symbol = static_cast<Symbol>(c);
    out[count] = symbol;
    count += static_cast<std::size_t>(news[symbol]);  // no branch: nothing foretells it
    news[symbol] = 0;
  }
  return count;
}

/// The groups of which some rule may match a sketch with these symbols.
StartFinder::GroupBits StartFinder::groups_for(std::span<const Symbol> telling) const {
  GroupsMet met = groups_met_[kNoSymbol];
  for (const Symbol symbol : telling) met |= groups_met_[symbol];
  GroupBits all = met[0];
  for (std::size_t d = 1; d < kDemands; ++d) all &= met[d];
  return all;
}

/// The rules of which all demands are met.
StartFinder::Bits StartFinder::all_of(const Met& met) {
  Bits all = met[0];
  for (std::size_t d = 1; d < kDemands; ++d) all &= met[d];
  return all;
}

/// Whether a sketch with these symbols meets all demands of some rule of the group.
bool StartFinder::may_match(const Group& group, std::span<const Symbol> telling) {
  Met met = group.rows[kNoSymbol].meets;
  for (const Symbol symbol : telling) {
    const Met& meets = group.rows[symbol].meets;
    for (std::size_t d = 0; d < kDemands; ++d) met[d] |= meets[d];
  }
  const Bits left = all_of(met);
  return (left[0] | left[1]) != 0;
}

void StartFinder::find(std::string_view sketch, std::vector<RuleStart>& out) const {
  out.clear();
  static thread_local std::vector<Symbol> telling;
  telling.resize(sketch.size() + 1);
  const std::span<const Symbol> told(telling.data(), tell(sketch, telling.data()));
  const GroupBits asked = groups_for(told);
  for (std::size_t g = 0; g < groups_.size(); ++g) {
    if ((asked >> (g % kGroupBits) & 1) == 0 || !may_match(groups_[g], told)) continue;
    find(groups_[g], sketch, [&out](RuleStart start) { out.push_back(start); });
  }
  std::sort(out.begin(), out.end());
}

void StartFinder::find(std::span<const std::string_view> sketches, StartLists& out) const {
  std::size_t symbols = 0;
  for (const std::string_view sketch : sketches) symbols += sketch.size();
  out.telling.resize(symbols + 1);
  out.telling_ends.clear();
  out.groups.clear();
  std::size_t count = 0;
  for (const std::string_view sketch : sketches) {
    Symbol* const told = out.telling.data() + count;
    const std::size_t more = tell(sketch, told);
    out.groups.push_back(groups_for({told, more}));
    count += more;
    out.telling_ends.push_back(static_cast<std::uint32_t>(count));
  }
  out.found.clear();
  for (std::size_t g = 0; g < groups_.size(); ++g) {
    const Group& group = groups_[g];
    std::uint32_t end = 0;
    for (std::uint32_t i = 0; i < sketches.size(); ++i) {
      const std::uint32_t begin = std::exchange(end, out.telling_ends[i]);
      if ((out.groups[i] >> (g % kGroupBits) & 1) == 0) continue;
      if (!may_match(group, std::span(out.telling).subspan(begin, end - begin))) continue;
      find(group, sketches[i], [&out, i](RuleStart start) { out.found.push_back({i, start}); });
    }
  }
  // Dealt out to their sketches: `ends` is first how many each has, then where the next one goes.
  out.ends.assign(sketches.size(), 0);
  for (const StartLists::Found& found : out.found) ++out.ends[found.sketch];
  std::uint32_t before = 0;
  for (std::uint32_t& end : out.ends) end = std::exchange(before, before + end);
  out.starts.resize(out.found.size());
  for (const StartLists::Found& found : out.found)
    out.starts[out.ends[found.sketch]++] = found.start;
  auto first = out.starts.begin();
  for (const std::uint32_t end : out.ends) {
    const auto last = out.starts.begin() + end;
    std::sort(first, last);
    first = last;
  }
}

/// Gives `take` the starts of the rules of one group.
template <typename Take>
void StartFinder::find(const Group& group, std::string_view sketch, const Take& take) {
  const Row& end = group.rows[kNoSymbol];
  Met met = end.meets;  // what is always met
  // By place in a match, but for the first: what fits what stands behind it.
  std::array<Bits, kOpening> fits{};
  fits[kOpening - 1] = end.opens[kOpening - 1];
  for (std::size_t o = kOpening - 1; o-- > 1;) fits[o] = end.opens[o] & fits[o + 1];
  const auto take_all = [&](std::size_t at, Bits starts) {
    for (std::size_t word = 0; word < kRules / 64; ++word) {
      for (Word bits = starts[word]; bits != 0; bits &= bits - 1) {
        const std::size_t bit = word * 64 + static_cast<std::size_t>(std::countr_zero(bits));
        take(RuleStart{group.rules[bit], static_cast<std::int32_t>(at)});
      }
    }
  };
  take_all(sketch.size(), end.opens[0] & fits[1] & all_of(met));
  for (std::size_t at = sketch.size(); at-- > 0;) {
    const Row& row = group.rows[static_cast<Symbol>(sketch[at])];
    for (std::size_t d = 0; d < kDemands; ++d) met[d] |= row.meets[d];
    Bits starts = row.opens[0] & fits[1] & all_of(met);
    if (at > 0) starts &= group.anywhere;
    if ((starts[0] | starts[1]) != 0) take_all(at, starts);
    for (std::size_t o = 1; o + 1 < kOpening; ++o) fits[o] = row.opens[o] & fits[o + 1];
    fits[kOpening - 1] = row.opens[kOpening - 1];
  }
}

}  // namespace recount
