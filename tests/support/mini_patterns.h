// A small but complete set of patterns, so that tests of the engine do not hang on the real ones.
#pragma once

#include <string>
#include <vector>

#include "extractor/extractor.h"
#include "extractor/lexicon/pattern_files.h"

namespace recount::test {

/// Files that load without a fault: some twenty classes, eight councils, five parties, three rules.
std::vector<PatternFile> mini_files();

/// The same with one file replaced, or added.
PatternFiles mini_with(const std::string& path, const std::string& content);

/// The same with `line` appended to one file.
PatternFiles mini_plus(const std::string& path, const std::string& line);

/// The same without one file.
PatternFiles mini_without(const std::string& path);

/// The mini patterns, loaded once.
const Extractor& mini();

/// What is wrong with the rules in `files`, read with the lexicon of the mini patterns.
Faults rule_faults(const PatternFiles& files);

/// The embedded patterns, loaded once. Throws their faults, so that the test fails with them.
const Extractor& real();

/// The places of the facts of a text, joined by ", ".
std::string places_told(const Extractor& extractor, const std::string& text, const char* title,
                        const char* published);

/// The files in patterns/ of the repository, read once.
const PatternFiles& real_files();

}  // namespace recount::test
