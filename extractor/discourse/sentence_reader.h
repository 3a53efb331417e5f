// One sentence: rewriting, guards, rules, and the slots of what they found.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "extractor/discourse/context.h"
#include "extractor/discourse/frame.h"
#include "extractor/discourse/sentence_view.h"
#include "extractor/discourse/trace.h"
#include "extractor/facts/item_index.h"
#include "extractor/lexicon/annotator.h"
#include "extractor/rules/matcher.h"

namespace recount {

/// Memory that is needed for one document at a time. One thread may reuse it for document after
/// document.
struct ReadScratch {
  std::vector<Sketch> sketches;           // by sentence
  std::vector<std::string_view> symbols;  // of the sketches
  std::vector<char> speaks_of_councils;   // by sentence, as it stands in the text
  std::vector<std::uint32_t> changed;     // sentences whose mentions a step has changed
  StartLists found;                       // by sentence: where wide guards and facts may begin
  // For the sentence at hand:
  MatchScratch matching;
  std::vector<RuleStart> starts;
  Match match;
  std::vector<Match> matches;  // those of the sentence at hand are the first
  std::vector<char> claimed;   // by mention
  std::vector<Ban> bans;
};

/// Reads the sentences of one document in order.
class SentenceReader {
 public:
  /// Rewrites the mentions of all sentences.
  SentenceReader(std::string_view text, Annotation& annotation, const Lexicon& lexicon,
                 const RuleSet& rules, const EngineSettings& settings, ReadScratch& scratch);

  /// Appends the frames of sentence `index` to `out` and moves `context` on. `trace` may be null.
  void read(std::uint32_t index, Context& context, std::vector<Frame>& out, TraceSentence* trace);

 private:
  void rewrite_all();
  const Sketch& sketch() const { return scratch_.sketches[view_.index]; }
  std::span<const RuleStart> starts() const { return scratch_.found.of(view_.index); }
  void fetch_rules() const;
  bool told_before();
  bool opens_item(const Token& token) const;
  bool heads_rest(const Context& context) const;
  bool drops_block();
  bool still_elsewhere(std::uint32_t block);
  bool claims(std::int32_t mention) const;
  bool follows(const Rule& rule) const;
  void find_guards();
  void find_matches(std::span<const Frame> told);

  std::string_view text_;
  Annotation& annotation_;
  const RuleSet& rules_;
  SentenceView view_;  // of the sentence at hand
  ReadScratch& scratch_;
  const Frame* told_just_before_ = nullptr;  // the last figure of the sentences just before
  ItemIndex told_;                           // longer sentences with figures
  std::uint32_t dead_block_ = 0;             // one more than the paragraph that a guard has taken
  bool ended_ = false;                       // the article is over, its page is not
  bool links_ = false;                       // lines that lead to other articles
  std::uint32_t dead_passage_ = 0;           // the same, of the rest of a paragraph
};

}  // namespace recount
