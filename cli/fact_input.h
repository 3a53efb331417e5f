// Facts as the input of a sub-command.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "extractor/facts/fact.h"

namespace recount::cli {

struct FactInput {
  std::vector<Fact> facts;
  bool all_read = true;  // nothing was wrong with any input
};

/// Reads the files, "-" being standard input, and reports what is wrong with them on stderr.
/// Nothing if none of them could be read: the caller leaves with kNoInput.
std::optional<FactInput> read_fact_input(const std::vector<std::string>& inputs);

}  // namespace recount::cli
