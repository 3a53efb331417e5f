// Records as lines of JSON.
#pragma once

#include <nlohmann/json.hpp>
#include <sstream>
#include <string>
#include <vector>

#include "output/records/jsonl.h"
#include "tests/support/told.h"

namespace recount::testing {

/// Facts as `extract` writes them.
inline std::string lines(const std::vector<Fact>& facts) {
  std::string out;
  for (const Fact& fact : facts) out += to_json_line(fact) + '\n';
  return out;
}

inline std::string lines(const ToldFacts& told) { return lines(told.facts()); }

/// The records in what a command wrote.
inline std::vector<nlohmann::json> records(const std::string& text) {
  std::vector<nlohmann::json> out;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) out.push_back(nlohmann::json::parse(line));
  return out;
}

}  // namespace recount::testing
