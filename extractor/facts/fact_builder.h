// Frames to facts: names for indexes, quotes, ids, and each fact once.
#pragma once

#include <vector>

#include "corpus/document.h"
#include "extractor/discourse/frame.h"
#include "extractor/discourse/trace.h"
#include "extractor/facts/calibration.h"
#include "extractor/facts/election.h"
#include "extractor/facts/fact.h"
#include "extractor/lexicon/annotator.h"

namespace recount {

/// The facts of `frames` in text order. Of facts that agree in place, party, measure and value only
/// the first stays. With `trace`, also what each of them rests on.
std::vector<Fact> build_facts(const Document& document, const Lexicon& lexicon,
                              const Annotation& annotation, const Election& election,
                              const std::vector<Frame>& frames, const Calibration& calibration,
                              TopicClarity topic, Trace* trace = nullptr);

}  // namespace recount
