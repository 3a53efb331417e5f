// Gold facts: what a careful reader takes from an article, for comparison.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/result.h"
#include "extractor/facts/fact.h"

namespace recount {

enum class Grade : std::uint8_t {
  kCore,      // plainly stated, all in one sentence
  kHard,      // needs context, or unusual words
  kOptional,  // open whether it is asserted: counts neither found nor missed
};
inline constexpr std::size_t kGradeCount = 3;
std::string_view grade_name(Grade grade);

/// A gold fact. Its readings are those that count as right: the first is the fact's own, the others
/// stand in its `alt`. Places are ids or "all" or "unknown"; values are as in a record: numbers in
/// their shortest form, or words; a party of none is "-".
struct GoldFact {
  std::vector<std::string> places;
  std::vector<std::string> parties;
  std::vector<Measure> measures;
  std::vector<std::string> values;
  std::string bound = "exact";
  bool partial = false;
  Grade grade = Grade::kCore;
  std::string quote;
};

struct GoldArticle {
  std::string doc;
  std::string style;  // kind of publication; empty when the file does not say
  std::vector<GoldFact> facts;
};

/// Reads a gold file: {"doc", "style"?, "facts": [{"place_kind", "place", "party", "measure",
/// "value", "bound"?, "partial"?, "quote"?, "grade"?, "alt"?}]}; other keys are passed over. Error
/// kBadGold with the number of the fact and what was expected.
Result<GoldArticle> parse_gold(std::string_view json);

}  // namespace recount
