// One run of `recount extract`, from its options to its exit code.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/extract_output.h"
#include "cli/extract_work.h"
#include "extractor/extractor.h"

namespace CLI {
class App;
}

namespace recount::cli {

struct ExtractOptions {
  std::vector<std::string> inputs;
  std::string patterns;
  std::string verdicts;  // file of a review; empty: none
  std::string to;        // name of the format of the records; empty: by the extension of the file
  int threads = 0;       // 0: as many as the machine has
  bool resume = false;
  WorkOptions work;
  OutputOptions output;
  std::optional<Extractor> extractor;  // of `patterns`; loaded by the run
};

/// Adds the inputs and what they are and may be.
void add_input_options(CLI::App& command, ExtractOptions& options);

/// Runs, and leaves what is only known then in `options`. The exit code.
int run_extract(ExtractOptions& options);

}  // namespace recount::cli
