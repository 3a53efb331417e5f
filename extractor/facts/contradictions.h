// Figures of one article that cannot both be right.
#pragma once

#include <vector>

#include "extractor/discourse/frame.h"
#include "extractor/discourse/trace.h"
#include "extractor/facts/calibration.h"
#include "extractor/lexicon/annotator.h"
#include "extractor/rules/engine_settings.h"

namespace recount {

/// Drops figures of a council that another of the same party and measure contradicts, where the
/// sentence does not name the council: mostly they are of a ward, of another council or of another
/// year. The first stays, or one that is surer by `contradiction_margin`. Where more parties than
/// `contradiction_parties` are told of twice, these are two states of the council, and all stay.
/// Running counts, figures that are not exact and those of before the vote contradict nothing. With
/// `trace`, says so there.
void drop_contradicted(const EngineSettings& settings, const Calibration& calibration,
                       TopicClarity topic, const Annotation& annotation, std::vector<Frame>& frames,
                       Trace* trace = nullptr);

}  // namespace recount
