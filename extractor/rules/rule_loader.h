// Reads patterns/master.toml and the rule files it lists.
#pragma once

#include "extractor/lexicon/lexicon.h"
#include "extractor/lexicon/pattern_files.h"
#include "extractor/rules/engine_settings.h"
#include "extractor/rules/rule.h"

namespace recount {

/// Parses and compiles every rule. Every fault of every file goes to `faults`; the set is only fit
/// for use when none was added.
RuleSet load_rules(const PatternFiles& files, const Lexicon& lexicon, EngineSettings& settings,
                   Faults& faults);

}  // namespace recount
