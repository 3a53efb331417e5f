// One sentence: rewriting, guards, rules, and the slots of what they found.
#pragma once

#include <vector>

#include "extractor/discourse/context.h"
#include "extractor/discourse/frame.h"
#include "extractor/discourse/trace.h"
#include "extractor/lexicon/annotator.h"
#include "extractor/rules/matcher.h"

namespace recount {

/// Reads the sentences of one document in order. Holds scratch memory that is reused; not to be
/// shared between threads.
class SentenceReader {
 public:
  SentenceReader(const Lexicon& lexicon, const RuleSet& rules, const EngineSettings& settings)
      : lexicon_(lexicon), rules_(rules), settings_(settings) {}

  /// Appends the frames of sentence `index` to `out` and moves `context` on. `trace` may be null.
  void read(std::uint32_t index, Annotation& annotation, Context& context, std::vector<Frame>& out,
            TraceSentence* trace);

 private:
  void find_guards(TraceSentence* trace);
  void find_matches(TraceSentence* trace);
  const Rule* guard_of(const Match& match, Measure measure) const;
  void fill(std::size_t match_index, const Yield& yield, const Context& context, std::vector<Frame>& out,
            TraceSentence* trace);
  PlaceRef locate(std::size_t match_index, Measure measure, const Context& context, double& confidence,
                  const char*& reason) const;
  /// Whether a word that was left out before the end of `match` refers back to a party ("its majority").
  bool refers_back(const Match& match) const;
  /// The councils that share the figure of `match`: "in Bury, Luton and Lewes" behind it.
  std::vector<PlaceRef> places_behind(const Match& match) const;
  void emit(const Match& match, Frame frame, std::vector<Frame>& out, TraceSentence* trace) const;
  void note(TraceSentence* trace, TraceKind kind, const Rule& rule, const Span& span, std::string text) const;

  const Lexicon& lexicon_;
  const RuleSet& rules_;
  const EngineSettings& settings_;

  // The sentence at hand.
  Annotation* annotation_ = nullptr;
  std::vector<Mention>* mentions_ = nullptr;
  std::uint32_t sentence_ = 0;
  Sketch sketch_;
  std::vector<std::vector<const Rule*>> dead_;  // guards by mention
  std::vector<bool> claimed_;                   // by mention
  std::vector<Match> matches_;                  // in text order
  std::uint32_t roles_ = 0;                     // of all mentions together
  std::size_t first_frame_ = 0;                 // of this sentence in the output
};

}  // namespace recount
