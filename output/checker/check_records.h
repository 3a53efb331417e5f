// Checks of facts, for other programs and for a person.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "output/checker/checker.h"
#include "output/reconciler/directory.h"

namespace recount {

/// A check as a JSON object on one line, without the newline: fact (id of 16 hex digits), doc,
/// source, election, place, place_name, party, measure, value, status (right, wrong, not_covered),
/// official (what the results say: a number or a party), line (of the results), severity (of what
/// is wrong: error, or warning where counting from another day explains it), reason (why it is not
/// covered), quote, start, end. Every key is there, always in this order, null for what is not.
std::string to_json_line(const Check& check, const std::vector<Fact>& facts);

/// What is wrong, article by article, each with its words; then the counts of each article and of
/// each source, why facts are not covered, and a line that counts. Ends with a newline. No line but
/// those of wrong facts is wider than `width` columns. Safe to show on a terminal.
std::string checks_text(const std::vector<Check>& checks, const std::vector<Fact>& facts,
                        const OfficialResults& results, const Directory& directory,
                        std::size_t width);

}  // namespace recount
