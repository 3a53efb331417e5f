// One sentence: rewriting, guards, rules, and the slots of what they found.
#pragma once

#include <span>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "extractor/discourse/context.h"
#include "extractor/discourse/frame.h"
#include "extractor/discourse/sentence_view.h"
#include "extractor/discourse/trace.h"
#include "extractor/lexicon/annotator.h"
#include "extractor/rules/matcher.h"

namespace recount {

/// Reads the sentences of one document in order. Holds scratch memory that is reused; not to be
/// shared between threads.
class SentenceReader {
 public:
  SentenceReader(std::string_view text, const Lexicon& lexicon, const RuleSet& rules,
                 const EngineSettings& settings)
      : text_(text), rules_(rules), view_{lexicon, settings} {}

  /// Appends the frames of sentence `index` to `out` and moves `context` on. `trace` may be null.
  void read(std::uint32_t index, Annotation& annotation, Context& context, std::vector<Frame>& out,
            TraceSentence* trace);

 private:
  bool told_before();
  bool opens_item(const Token& token) const;
  bool drops_block();
  bool still_elsewhere(std::uint32_t block, const std::vector<Mention>& mentions);
  bool claims(std::int32_t mention) const;
  bool follows(const Rule& rule) const;
  void find_guards();
  void find_matches(std::span<const Frame> told);

  std::string_view text_;
  const RuleSet& rules_;
  SentenceView view_;  // of the sentence at hand
  Sketch sketch_;
  MatchScratch scratch_;
  std::vector<RuleStart> guard_starts_, fact_starts_;
  Match match_;
  const Frame* told_just_before_ = nullptr;  // the last figure of the sentences just before
  std::vector<bool> claimed_;                // by mention
  std::unordered_set<std::uint64_t> told_;   // longer sentences with figures
  std::uint32_t dead_block_ = 0;             // one more than the paragraph that a guard has taken
  std::uint32_t dead_passage_ = 0;           // the same, of the rest of a paragraph
};

}  // namespace recount
