// Where matches of a stage's rules can begin in a sketch: told for all rules at once, a bit a rule.
#pragma once

#include <array>
#include <compare>
#include <cstdint>
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

/// A pattern to look for, and itself compiled.
struct SoughtPattern {
  const Pattern* pattern;
  const Instructions* code;
};

/// A sieve: it lets through every place at which a match begins and few others, so that few matches
/// are tried in vain. Immutable; any number of threads may ask.
class StartFinder {
 public:
  /// Of no rules.
  StartFinder() = default;
  explicit StartFinder(const std::vector<SoughtPattern>& patterns);

  /// All places at which a match begins, and some more, by rule and then by place. Linear in the
  /// length of the sketch.
  void find(std::string_view sketch, std::vector<RuleStart>& out) const;

 private:
  static constexpr std::size_t kDemands = 3;  // sets of which a match must hold a symbol each
  static constexpr std::size_t kOpening = 3;  // symbols of a match that are looked at
  static constexpr std::size_t kRules = 128;  // of a group: a vector register holds a bit each
  using Word = std::uint64_t;                 // a bit a rule
  using Bits = std::array<Word, kRules / 64>;
  using Popularity = std::array<std::size_t, 256>;

  void add(const SoughtPattern& sought, std::size_t rule, const Popularity& popularity);
  void find_starts(std::size_t word, Word left, std::string_view sketch,
                   std::vector<RuleStart>& out) const;

  std::size_t groups_ = 0;
  /// By symbol and group: the rules of which it meets the demand of that number. What kNoSymbol
  /// meets is always met.
  std::vector<std::array<Bits, kDemands>> meets_;
  /// By 64 rules and symbol: the rules whose matches can have it in that place. kNoSymbol is the
  /// end of the sketch.
  std::vector<std::array<Word, kOpening>> opens_;
  std::vector<Word> anywhere_;  // rules whose matches may begin behind the begin of the sketch
};

}  // namespace recount
