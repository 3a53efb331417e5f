// The site of a report, for `recount report` and for those that end with one.
#pragma once

#include <string>
#include <vector>

#include "extractor/extractor.h"
#include "extractor/facts/registry.h"
#include "output/reconciler/reconciler.h"

namespace recount::cli {

struct ReportRequest {
  std::vector<std::string> inputs;  // files of facts, or folders of a run with facts.jsonl, texts/
  std::string texts;     // folder of texts as --emit-text writes them; empty: those of the runs
  std::string output;    // folder of the site
  std::string patterns;  // folder; empty: the built-in ones
  bool quiet = false;    // say only what is wrong
};

/// Writes the site of verdicts on the facts of the inputs, which are not read again; says on stderr
/// what is wrong, and where the site is. `extractor` reads the texts again. The exit code.
int write_report(const ReportRequest& request, const Reconciliation& all, const Registry& registry,
                 const Extractor& extractor);

}  // namespace recount::cli
