// The pipeline of `recount extract`.
#pragma once

#include "cli/extract_output.h"
#include "cli/extract_work.h"
#include "corpus/article_source.h"
#include "extractor/extractor.h"

namespace recount::cli {

/// Reads all parcels of `source`, works on them with `threads` threads, and hands what came of them
/// to `output` in the order of the input, whatever the number of threads. Ends early when `output`
/// says so or a signal asks for it (StopSignals); what has begun is finished. Whether the input has
/// come to its end.
bool run_pipeline(const Extractor& extractor, ArticleSource& source, const WorkOptions& options,
                  int threads, ExtractOutput& output);

}  // namespace recount::cli
