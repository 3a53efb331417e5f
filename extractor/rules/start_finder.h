// Where matches of a stage's rules can begin in a sketch: told for all rules at once, a bit a rule.
#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "extractor/rules/instructions.h"
#include "extractor/rules/pattern.h"

namespace recount {

struct RuleStart {
  std::uint32_t rule = 0;                              // its place in the stage
  std::int32_t at = 0;                                 // symbol of the sketch
  auto operator<=>(const RuleStart&) const = default;  // by rule, then by place
};

/// A pattern to look for, and how matches of each of its branches begin.
struct SoughtPattern {
  const Pattern* pattern;
  const std::vector<Opening>* openings;
};

/// The starts in several sketches, which are asked for together. Its memory is used again.
struct StartLists {
  std::vector<RuleStart> starts;    // sketch by sketch
  std::vector<std::uint32_t> ends;  // by sketch: behind its last start

  std::span<const RuleStart> of(std::size_t sketch) const {
    const std::size_t begin = sketch == 0 ? 0 : ends[sketch - 1];
    return std::span(starts).subspan(begin, ends[sketch] - begin);
  }

  // While they are looked for: the symbols that may meet a demand, each once a sketch, and where
  // those of a sketch end; what has been found so far.
  struct Found {
    std::uint32_t sketch;
    RuleStart start;
  };
  std::vector<Symbol> telling;
  std::vector<std::uint32_t> telling_ends;
  std::vector<std::uint32_t> groups;  // by sketch: those of which some rule may match
  std::vector<Found> found;
};

/// A sieve: it lets through every place at which a match begins and few others, so that few matches
/// are tried in vain. Immutable; any number of threads may ask.
class StartFinder {
 public:
  /// Of no rules.
  StartFinder() = default;
  explicit StartFinder(const std::vector<SoughtPattern>& patterns);

  /// All places at which a match begins, and some more, by rule and then by place; a place of which
  /// two branches tell stands there twice. Linear in the length of the sketch.
  void find(std::string_view sketch, std::vector<RuleStart>& out) const;
  /// The same for each of several sketches, which costs less than one after the other: what is
  /// known of the rules is much, and each part of it comes near only once.
  void find(std::span<const std::string_view> sketches, StartLists& out) const;

 private:
  static constexpr std::size_t kDemands = 4;  // sets of which a match must hold a symbol each
  static constexpr std::size_t kOpening = Opening::kSymbols;
  static constexpr std::size_t kRules = 128;  // of a group

  /// A bit for each branch of a rule of a group, in a vector register.
  using Word = std::uint64_t;
  using Bits = Word __attribute__((vector_size(kRules / 8)));
  /// By number of the demand: the rules of which it is met.
  using Met = std::array<Bits, kDemands>;

  /// What a symbol is to the rules of a group, in two lines of the cache.
  struct alignas(128) Row {
    Met meets{};
    std::array<Bits, kOpening> opens{};  // rules whose matches can have it in that place
  };
  /// Rules that demand much the same, so that most groups have nothing to do with a sketch.
  struct Group {
    std::array<Row, 256> rows{};  // by symbol; kNoSymbol meets what is always met and is the end
    Bits anywhere{};              // rules whose matches may begin behind the begin of the sketch
    std::array<std::uint32_t, kRules> rules{};  // by bit: their places in the stage
  };
  struct Demanding;  // a branch of a rule and its demands

  /// By number of the demand, a bit for each group: whether a symbol meets that of some rule there.
  /// Of more groups than there are bits, some share one.
  using GroupBits = std::uint32_t;
  static constexpr std::size_t kGroupBits = 32;
  using GroupsMet = GroupBits __attribute__((vector_size(kDemands * sizeof(GroupBits))));

  static void add(const Demanding& rule, std::size_t bit, Group& group);
  void note_symbols();
  static Bits all_of(const Met& met);
  std::size_t tell(std::string_view sketch, Symbol* out) const;
  GroupBits groups_for(std::span<const Symbol> telling) const;
  static bool may_match(const Group& group, std::span<const Symbol> telling);
  template <typename Take>
  static void find(const Group& group, std::string_view sketch, const Take& take);

  std::vector<Group> groups_;
  std::array<GroupsMet, 256> groups_met_{};  // by symbol, as Row::meets of the rules of a group
  std::array<char, 256> tells_{};            // 1 for each symbol that meets more than is always met
};

}  // namespace recount
