// Facts against gold facts, with the equivalences of design/facts.md: `all` and a named area are
// one place where the gold says either; of `control`, gain, hold and now are one reading;
// alternatives that the gold allows count as right; optional gold facts count neither way.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "extractor/facts/fact.h"

namespace recount::test {

struct Score {
  int found = 0, missed = 0, wrong = 0;
  int found_bound = 0;                  // of those found, with the right bound
  std::vector<std::string> complaints;  // one line for each missed or wrong fact

  double precision() const {
    return found + wrong == 0 ? 1 : static_cast<double>(found) / (found + wrong);
  }
  double recall() const {
    return found + missed == 0 ? 1 : static_cast<double>(found) / (found + missed);
  }
  void add(const Score& other);
};

/// Scores the facts of one document against the JSON of its gold file.
Score score(const std::vector<Fact>& facts, std::string_view gold_json);

}  // namespace recount::test
