// The site of a report, for `recount report` and for those that end with one.
#pragma once

#include <string>
#include <vector>

namespace recount::cli {

struct ReportRequest {
  std::vector<std::string> inputs;  // files of facts, or folders of a run with facts.jsonl, texts/
  std::string texts;     // folder of texts as --emit-text writes them; empty: those of the runs
  std::string output;    // folder of the site
  std::string patterns;  // folder; empty: the built-in ones
};

/// Holds the facts against each other and writes the site; says on stderr what is wrong. The exit
/// code.
int write_report(const ReportRequest& request);

}  // namespace recount::cli
