// Method: rewriting rules shorten the sketches of all sentences, and where rules may begin is told
// for all of them at once. Then, sentence by sentence: guards mark what is not asserted; fact rules
// run in order, and each figure goes to the first rule that claims it. Then, from left to right,
// every match is filled: whose it is from the clause, where it is from the clause, the sentence or
// the passage.
#include "extractor/discourse/sentence_reader.h"

#include <algorithm>
#include <functional>
#include <span>
#include <tuple>

#include "extractor/discourse/frame_filler.h"
#include "extractor/discourse/persons.h"
#include "extractor/discourse/place_pairs.h"
#include "extractor/discourse/quotation.h"
#include "extractor/discourse/recast.h"
#include "extractor/text/fetch.h"

namespace recount {
namespace {

constexpr std::uint32_t kRepeatTokens = 8;

// Rules are many and large: what a match is filled by is fetched in steps, as each part tells where
// the next one is.
void fetch_yields(std::span<const Match> matches) {
  for (const Match& match : matches) {
    for (const Yield& yield : match.rule->yields) {
      fetch_line(&yield.head);
      fetch_line(&yield.value_slots);
      fetch_line(&yield.who_slots);
      fetch_line(&yield.whole);
    }
  }
}
void fetch_slots(std::span<const Match> matches) {
  for (const Match& match : matches) {
    for (const Yield& yield : match.rule->yields) {
      fetch_line(yield.value_slots.data());
      fetch_line(yield.who_slots.data());
      fetch_line(yield.factor_slots.data());
      fetch_line(yield.where_slots.data());
    }
  }
}

std::string describe(const std::vector<Mention>& mentions, const SymbolTable& symbols) {
  std::string out;
  for (const Mention& mention : mentions) {
    if (!out.empty()) out += ' ';
    out += '<' + symbols[mention.symbol].name + '>';
  }
  return out;
}

}  // namespace

SentenceReader::SentenceReader(std::string_view text, Annotation& annotation,
                               const Lexicon& lexicon, const RuleSet& rules,
                               const EngineSettings& settings, ReadScratch& scratch)
    : text_(text),
      annotation_(annotation),
      rules_(rules),
      view_{lexicon, settings, &annotation},
      scratch_(scratch) {
  rewrite_all();
  rules_.fact_starts.find(scratch_.symbols, scratch_.found);
}

void SentenceReader::rewrite_all() {
  const std::size_t count = annotation_.sentences.size();
  if (scratch_.sketches.size() < count) scratch_.sketches.resize(count);
  scratch_.symbols.resize(count);
  scratch_.speaks_of_councils.resize(count);
  for (std::size_t i = 0; i < count; ++i) {
    const std::vector<Mention>& mentions = annotation_.mentions[i];
    scratch_.sketches[i].build(mentions);
    scratch_.symbols[i] = scratch_.sketches[i].symbols;
    RoleSet roles = 0;
    for (const Mention& mention : mentions) roles |= view_.lexicon.symbols.roles(mention.symbol);
    scratch_.speaks_of_councils[i] = (roles & (kRoleLocalElection | kRoleCouncilTalk)) != 0;
  }
  rules_.rewrite_starts.find(scratch_.symbols, scratch_.found);
  for (std::size_t i = 0; i < count; ++i) {
    const std::span<const RuleStart> starts = scratch_.found.of(i);
    if (starts.empty()) continue;
    rewrite(rules_, starts, annotation_.mentions[i], scratch_.sketches[i], scratch_.matching);
    scratch_.symbols[i] = scratch_.sketches[i].symbols;
  }
  const auto sketch_again = [this] {
    for (const std::uint32_t i : scratch_.changed) {
      scratch_.sketches[i].build(annotation_.mentions[i]);
      scratch_.symbols[i] = scratch_.sketches[i].symbols;
    }
  };
  settle_persons(view_.lexicon, text_, annotation_, scratch_.changed);
  sketch_again();
  settle_place_pairs(view_.lexicon, annotation_, scratch_.changed);
  sketch_again();
}

void SentenceReader::read(std::uint32_t index, Context& context, std::vector<Frame>& out,
                          TraceSentence* trace) {
  const Annotation& annotation = annotation_;
  const std::vector<Mention>& mentions = annotation.mentions[index];
  if (ended_) return;
  if (mentions.empty()) {  // the hour over a post stands alone
    if (annotation.sentences[index].post)
      context.enter(annotation.sentences[index], mentions, {}, false);
    return;
  }
  view_.mentions = &mentions;
  view_.index = index;
  view_.first_frame = out.size();
  view_.trace = trace;
  fetch_rules();
  const bool elsewhere = still_elsewhere(annotation.sentences[index].block);
  if (trace != nullptr) trace->sketch = describe(mentions, view_.lexicon.symbols);
  view_.here = survey(view_.lexicon, mentions);
  const Sentence& sentence = annotation.sentences[index];
  const auto& possessives = annotation.possessives;
  view_.here.refers_back =
      view_.here.has_party && any_within(possessives, sentence.first, sentence.first + 1);
  const auto named = std::find_if(mentions.begin(), mentions.end(), [&](const Mention& mention) {
    return mention.symbol == view_.lexicon.core.party;
  });
  view_.here.owned =
      named != mentions.end() && any_within(possessives, sentence.first, named->first);
  const bool item = sentence.block_start && opens_item(annotation.tokens[sentence.first]);
  context.enter(sentence, mentions, view_.here, item);
  if (heads_rest(context)) {
    links_ = view_.has(kRoleCaption);
    ended_ = !links_;
  }
  links_ = links_ && context.in_heading();
  view_.matches = {};
  if (drops_block()) dead_block_ = sentence.block + 1;
  const bool dead = elsewhere || links_ || dead_block_ == sentence.block + 1;
  if (!dead && !context.other_section()) find_matches(out);
  if (!view_.matches.empty()) {
    if (told_before()) return;
    fetch_yields(view_.matches);
    find_guards();
    fetch_slots(view_.matches);
    FrameFiller filler(view_, context, out);
    for (std::size_t i = 0; i < view_.matches.size(); ++i) filler.fill(i);
    settle_losses(view_, out);
    settle_winners(view_, out);
    settle_former(view_, out);
    settle_totals(view_, filler.too_large(), context, out);
  }
  // Somebody's words without a figure.
  if (out.size() == view_.first_frame && (view_.here.has_party || view_.here.names_council)) {
    const auto aside = [&](const Mention& mention) {
      const bool names = mention.place != kNone || mention.symbol == view_.lexicon.core.party;
      return !names || in_quotation(text_, annotation, index, mention.first);
    };
    const bool anybody = view_.here.parties > 0 || view_.here.names_council;
    view_.here.quoted = in_quotation(text_, annotation, index, sentence.first + 1) ||
                        (anybody && std::all_of(mentions.begin(), mentions.end(), aside));
  }
  context.leave(mentions, view_.here, std::span<const Frame>(out).subspan(view_.first_frame));
}

/// The rules are many, and each sentence asks for others: what they need is fetched while the
/// sentence is still looked at.
void SentenceReader::fetch_rules() const {
  const std::size_t guards = rules_.wide_guards.size();
  for (const RuleStart& start : starts()) {
    if (start.rule >= guards) rules_.fact_tries[start.rule - guards].program.fetch(start.at);
  }
  if (view_.index + 1 == annotation_.sentences.size()) return;
  for (const RuleStart& start : scratch_.found.of(view_.index + 1)) {
    if (start.rule >= guards) fetch_line(&rules_.fact_tries[start.rule - guards]);
  }
}

/// "Comments", "More from our pages": what follows, or the lines next to it, are no part of the
/// article. A live page has such lines between its posts.
bool SentenceReader::heads_rest(const Context& context) const {
  constexpr std::int32_t kMentions = 4;
  return view_.has(kRolePageEnd) && context.in_heading() && !context.live_page() &&
         view_.here.councils == 0 && view_.here.parties == 0 && view_.size() <= kMentions &&
         view_.index * 2 >= view_.annotation->sentences.size();
}

/// A mark that is no bracket and no quotation mark opens an item of a list.
bool SentenceReader::opens_item(const Token& token) const {
  return token.kind == TokenKind::kPunct &&
         std::string_view("([\"'<").find(text_[token.begin]) == std::string_view::npos &&
         text_.substr(token.begin, token.end - token.begin) != "\u201c" &&
         text_.substr(token.begin, token.end - token.begin) != "\u2018";
}

/// Pages repeat teasers word for word. A longer sentence that stands twice says nothing new, and
/// its second place says nothing about the passage.
bool SentenceReader::told_before() {
  const Sentence& sentence = view_.annotation->sentences[view_.index];
  if (sentence.last - sentence.first < kRepeatTokens) return false;
  const std::uint32_t begin = view_.annotation->tokens[sentence.first].begin;
  const std::uint32_t end = view_.annotation->tokens[sentence.last - 1].end;
  const std::uint64_t hash = std::hash<std::string_view>()(text_.substr(begin, end - begin));
  return !told_.add(hash, view_.index, [](std::uint32_t) { return true; });
}

/// Whether a guard has taken what follows in the paragraph: until councils are spoken of again.
bool SentenceReader::still_elsewhere(std::uint32_t block) {
  if (dead_passage_ != block + 1) return false;
  if (scratch_.speaks_of_councils[view_.index] == 0) return true;
  dead_passage_ = 0;
  return false;
}

/// Whether a guard takes the whole paragraph.
bool SentenceReader::drops_block() {
  for (const RuleStart& start : starts()) {
    if (start.rule >= rules_.wide_guards.size()) break;
    const Rule& guard = rules_.guards[rules_.wide_guards[start.rule]];
    if (!match_at(guard, sketch(), start.at, scratch_.matching, scratch_.match)) continue;
    if (guard.rest_of_passage) {
      dead_passage_ = view_.annotation->sentences[view_.index].block + 1;
      continue;
    }
    view_.note(TraceKind::kGuard, guard, scratch_.match.span, guard.says);
    return true;
  }
  return false;
}

void SentenceReader::find_guards() {
  scratch_.bans.clear();
  rules_.guard_starts.find(sketch().symbols, scratch_.starts);
  const Match& match = scratch_.match;
  RuleStart next;
  for (const RuleStart& start : scratch_.starts) {
    if (start < next) continue;
    const Rule& guard = rules_.guards[start.rule];
    if (!match_at(guard, sketch(), start.at, scratch_.matching, scratch_.match)) continue;
    Span zone = match.span;
    for (const int slot : guard.zone_slots) {
      if (match.slots[static_cast<std::size_t>(slot)].matched())
        zone = match.slots[static_cast<std::size_t>(slot)];
    }
    if (guard.whole_sentence) zone = {0, view_.size()};
    if (guard.rest_of_sentence) zone.end = view_.size();
    scratch_.bans.push_back({zone, &guard});
    view_.note(TraceKind::kGuard, guard, zone, guard.says);
    next = {start.rule, std::max(match.span.begin + 1, match.span.end)};
    if (guard.whole_sentence) next = {start.rule + 1, 0};
  }
  view_.bans = scratch_.bans;
}

/// Whether a rule may be asked that wants something told just before.
bool SentenceReader::follows(const Rule& rule) const {
  const auto in = [](const auto& list, auto value) {
    return std::find(list.begin(), list.end(), value) != list.end();
  };
  if (told_just_before_ != nullptr && in(rule.after, told_just_before_->measure)) return true;
  if (rule.after_classes.empty()) return false;
  const auto names = [&](const Sketch& named) {
    return std::any_of(rule.after_classes.begin(), rule.after_classes.end(), [&](Symbol symbol) {
      return named.symbols.find(static_cast<char>(symbol)) != std::string::npos;
    });
  };
  return names(sketch()) || (view_.index > 0 && names(scratch_.sketches[view_.index - 1]));
}

void SentenceReader::find_matches(std::span<const Frame> told) {
  const std::size_t guards = rules_.wide_guards.size();
  if (starts().empty() || starts().back().rule < guards) return;
  told_just_before_ = last_told(told, view_.index);
  scratch_.claimed.assign(view_.mentions->size(), 0);
  const Match& match = scratch_.match;
  const auto any_slot = [&match](const auto& is) {
    for (const Span& slot : match.slots) {
      for (std::int32_t i = slot.begin; i < slot.end; ++i) {
        if (is(i)) return true;
      }
    }
    return false;
  };
  std::size_t accepted = 0;
  RuleStart next{static_cast<std::uint32_t>(guards), 0};
  for (const RuleStart& start : starts()) {
    if (start < next) continue;
    const Rule& rule = rules_.facts[start.rule - guards];
    const RuleTry& rule_try = rules_.fact_tries[start.rule - guards];
    if (rule_try.follows && !follows(rule)) continue;
    if (!match_at(rule, rule_try.program, sketch(), start.at, scratch_.matching, scratch_.match))
      continue;
    const bool taken = any_slot([this](std::int32_t i) {
      return scratch_.claimed[static_cast<std::size_t>(i)] != 0 && view_.claimable(i);
    });
    next = {start.rule, taken ? match.span.begin + 1 : resume_after(match)};
    if (taken) {
      view_.note(TraceKind::kSkipped, rule, match.span, "an earlier rule has taken the figure");
      continue;
    }
    any_slot([this](std::int32_t i) {
      scratch_.claimed[static_cast<std::size_t>(i)] = 1;
      return false;
    });
    view_.note(TraceKind::kMatch, rule, match.span, rule.says);
    fetch_line(&rule.yields);
    fetch_line(&rule.takes_head);
    auto& matches = scratch_.matches;
    if (matches.size() == accepted) matches.emplace_back();
    std::swap(matches[accepted++], scratch_.match);  // the memory of either is used again
  }
  const auto first = scratch_.matches.begin();
  std::sort(first, first + static_cast<std::ptrdiff_t>(accepted),
            [](const Match& a, const Match& b) {  // a rule matches only once at a place
              return std::tie(a.span.begin, a.rule) < std::tie(b.span.begin, b.rule);
            });
  view_.matches = {scratch_.matches.data(), accepted};
}

}  // namespace recount
