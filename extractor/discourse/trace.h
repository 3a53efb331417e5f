// A record of how facts came about, for `recount explain`. Costs nothing when nobody asks for it.
#pragma once

#include <string>
#include <vector>

#include "extractor/facts/fact.h"
#include "extractor/lexicon/mention.h"

namespace recount {

enum class TraceKind { kRewrite, kGuard, kMatch, kSkipped, kFrame, kDropped };

struct TraceEvent {
  TraceKind kind;
  std::string rule;
  std::string text;     // a sentence for a person
  std::uint32_t begin;  // bytes of the document text
  std::uint32_t end;
};

struct TraceMention {
  std::string symbol;  // name of the class
  std::string detail;  // party, place or value, or empty
  std::uint32_t begin;
  std::uint32_t end;
};

struct TraceSentence {
  std::uint32_t begin;
  std::uint32_t end;
  bool heading = false;
  std::vector<TraceMention> mentions;  // as annotated
  std::string sketch;                  // after rewriting, by class names
  std::vector<TraceEvent> events;
};

/// What the confidence of a fact is made of.
struct TraceEvidence {
  double prior;                    // the rule's own confidence
  std::vector<std::string> names;  // weights of patterns/calibration.toml: "party:named"
};

struct Trace {
  std::vector<std::string> document;    // what was settled for the document as a whole
  std::vector<TraceEvidence> evidence;  // of each fact, in their order
  std::vector<TraceSentence> sentences;
};

}  // namespace recount
