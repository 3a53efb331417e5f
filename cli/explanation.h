// A trace of the extractor as text for a person.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "corpus/document.h"
#include "extractor/discourse/trace.h"
#include "extractor/facts/fact.h"

namespace recount::cli {

/// Which sentences to show.
struct ExplanationFilter {
  std::string rule;                 // id: only those with an event of this rule; empty for any
  std::optional<std::uint32_t> at;  // only the one that holds this byte
  bool all = false;                 // also those without events
};

/// Whether the byte of the document text lies in the sentence.
bool holds(const TraceSentence& sentence, std::uint32_t byte);

/// What was settled for the document, then each sentence that passes `filter`: its text, mentions
/// and sketch, what its rules did, and its facts. `facts` and `trace` are of one extract(). With
/// `colour`, terminal codes. Ends with a newline. Nothing in the text can steer the terminal.
std::string explanation(const Document& document, const Trace& trace,
                        const std::vector<Fact>& facts, const ExplanationFilter& filter,
                        bool colour);

}  // namespace recount::cli
