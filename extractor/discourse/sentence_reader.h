// One sentence: rewriting, guards, rules, and the slots of what they found.
#pragma once

#include <string_view>
#include <unordered_set>
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
  SentenceReader(std::string_view text, const Lexicon& lexicon, const RuleSet& rules, const EngineSettings& settings)
      : text_(text), lexicon_(lexicon), rules_(rules), settings_(settings) {}

  /// Appends the frames of sentence `index` to `out` and moves `context` on. `trace` may be null.
  void read(std::uint32_t index, Annotation& annotation, Context& context, std::vector<Frame>& out,
            TraceSentence* trace);

 private:
  bool told_before();
  bool drops_block(TraceSentence* trace);
  void settle_tally(Context& context, std::vector<Frame>& out);
  void find_guards(TraceSentence* trace);
  void find_matches(TraceSentence* trace);
  const Rule* guard_of(const Match& match, Measure measure) const;
  void fill(std::size_t match_index, const Yield& yield, Context& context, std::vector<Frame>& out,
            TraceSentence* trace);
  void fill_head(const Match& match, const Yield& yield, Context& context, std::vector<Frame>& out,
                 TraceSentence* trace);
  PlaceRef locate(std::size_t match_index, Measure measure, const Context& context, double& confidence,
                  const char*& reason) const;
  /// Whether a word that was left out before the end of `match` refers back to a party ("its majority").
  bool refers_back(const Match& match) const;
  /// The councils that share the figure of `match`: "in Bury, Luton and Lewes" behind it.
  std::vector<PlaceRef> places_behind(const Match& match) const;
  void emit(const Match& match, Frame frame, std::vector<Frame>& out, TraceSentence* trace) const;
  void note(TraceSentence* trace, TraceKind kind, const Rule& rule, const Span& span, std::string_view text) const;

  std::string_view text_;
  const Lexicon& lexicon_;
  const RuleSet& rules_;
  const EngineSettings& settings_;

  std::unordered_set<std::uint64_t> told_;  // longer sentences with figures

  // The sentence at hand.
  Annotation* annotation_ = nullptr;
  std::vector<Mention>* mentions_ = nullptr;
  std::uint32_t sentence_ = 0;
  Sketch sketch_;
  MatchScratch scratch_;
  RuleBits bits_;
  Match match_;
  std::vector<std::vector<const Rule*>> dead_;  // guards by mention
  std::vector<bool> claimed_;                   // by mention
  std::vector<Match> matches_;                  // in text order
  RoleSet roles_ = 0;                     // of all mentions together
  std::vector<Frame> headed_;                   // what this sentence says of the lines below
  Measure carried_ = Measure::kSeats;           // what the match at hand has taken from the figure before
  std::uint32_t dead_block_ = 0;                // one more than the paragraph that a guard has taken
  bool too_large_ = false;                      // a figure is too large for a council
  bool headed_here_ = false;                    // … and of its own councils
  std::size_t first_frame_ = 0;                 // of this sentence in the output
};

}  // namespace recount
