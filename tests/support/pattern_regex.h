// Patterns as regular expressions, to hold the matcher against RE2.
#pragma once

#include <string>

#include "extractor/rules/pattern.h"

namespace recount::test {

/// The regular expression over sketch bytes (Latin-1); slot i is capturing group i + 1.
std::string regex_of(const Pattern& pattern);

}  // namespace recount::test
