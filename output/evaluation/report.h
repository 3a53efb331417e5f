// An evaluation for a person and for a program.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "corpus/result.h"
#include "output/evaluation/score.h"

namespace recount {

/// An earlier evaluation of the same articles, as far as it is needed to compare.
struct Baseline {
  Tally total;
  std::vector<Complaint> complaints;
};

/// What became different since a baseline. Facts of articles are told apart by their reading.
struct Difference {
  std::vector<Complaint> won;     // gold missed then, found now
  std::vector<Complaint> lost;    // gold found then, missed now
  std::vector<Complaint> mended;  // wrong then, no longer
  std::vector<Complaint> broken;  // wrong now, not then
};

Difference compare(const Baseline& before, const Score& now);

/// Tables of the score by measure, grade and style, how often facts of a confidence are right, and
/// what else is counted.
std::string score_text(const Score& score);
/// Two lines for each missed and each wrong fact: what and which rule or grade, then the sentence
/// with the quote in it between « and ».
std::string complaints_text(const std::vector<Complaint>& complaints);
/// The difference, with counts and its facts as complaints_text() shows them.
std::string difference_text(const Baseline& before, const Score& now);

/// All of the above as one JSON object, indented, with a newline. With `before`, the difference
/// too.
std::string score_json(const Score& score, const Baseline* before);
/// The baseline in what score_json() has written. Error kBadGold with what was expected.
Result<Baseline> parse_baseline(std::string_view json);

}  // namespace recount
