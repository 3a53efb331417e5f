// Facts as lines of JSON: the record that other programs read.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "corpus/result.h"
#include "extractor/facts/fact.h"

namespace recount {

/// One fact as a JSON object on one line, without the newline: every key, always in the same order,
/// null for what is unknown. Whole numbers have no decimals; confidence has at most three. The line
/// is valid UTF-8 whatever the text held: bytes that are none become U+FFFD, while `start` and
/// `end` still count the bytes of the text.
std::string to_json_line(const Fact& fact);

/// The fact that such a line holds. Error kBadRecord, without the place of the line, when it is no
/// JSON object, a key is missing or has a value that no fact has; keys of other names are passed
/// over. A fact of the article `before` shares its provenance.
Result<Fact> parse_fact(std::string_view line,
                        const std::shared_ptr<const Provenance>& before = nullptr);

}  // namespace recount
