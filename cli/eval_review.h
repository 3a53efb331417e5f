// `recount eval --verdicts`: the rules by the verdicts of a person.
#pragma once

#include <string>
#include <vector>

namespace recount::cli {

struct ReviewOptions {
  std::string verdicts;             // file
  std::vector<std::string> inputs;  // facts
  bool show = false;
  bool json = false;
  double floor = 0;  // of precision, 0..1
};

/// Prints how right the facts are by the verdicts. The exit code.
int run_review(const ReviewOptions& options);

}  // namespace recount::cli
