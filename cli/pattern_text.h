// Rules as their authors wrote them.
#pragma once

#include <string>

#include "extractor/rules/rule.h"

namespace recount::cli {

/// The lines of the rule file from `[[rule]]` to the end of the rule, comments included; ends with
/// a newline. `directory` holds the patterns that the rule was loaded from, empty for the embedded
/// ones. If the file is gone meanwhile, the pattern alone.
std::string rule_source(const Rule& rule, const std::string& directory);

}  // namespace recount::cli
