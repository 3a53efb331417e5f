// Method: rewriting rules shorten the sketch; guards mark what is not asserted; fact rules run in
// order, and each figure goes to the first rule that claims it. Then, from left to right, every match
// is filled: whose it is from the clause, where it is from the clause, the sentence or the passage.
#include "extractor/discourse/sentence_reader.h"

#include <algorithm>
#include <cmath>

#include "extractor/discourse/subject.h"

namespace recount {
namespace {

constexpr const char* kPassage = "what the passage is about";

std::string describe(const std::vector<Mention>& mentions, const SymbolTable& symbols) {
  std::string out;
  for (const Mention& mention : mentions) {
    if (!out.empty()) out += ' ';
    out += '<' + symbols[mention.symbol].name + '>';
  }
  return out;
}

}  // namespace

void SentenceReader::note(TraceSentence* trace, TraceKind kind, const Rule& rule, const Span& span, std::string text) const {
  if (trace == nullptr || span.end <= span.begin) return;
  const Mention& first = (*mentions_)[static_cast<std::size_t>(span.begin)];
  const Mention& last = (*mentions_)[static_cast<std::size_t>(span.end - 1)];
  trace->events.push_back({kind, rule.id, std::move(text), annotation_->tokens[first.first].begin,
                           annotation_->tokens[last.last - 1].end});
}

void SentenceReader::read(std::uint32_t index, Annotation& annotation, Context& context,
                          std::vector<Frame>& out, TraceSentence* trace) {
  annotation_ = &annotation;
  sentence_ = index;
  mentions_ = &annotation.mentions[index];
  if (mentions_->empty()) return;
  first_frame_ = out.size();
  sketch_.build(*mentions_);
  rewrite(rules_.rewrites, *mentions_, sketch_, nullptr, nullptr);
  if (trace != nullptr) trace->sketch = describe(*mentions_, lexicon_.symbols);
  roles_ = 0;
  for (const Mention& mention : *mentions_) roles_ |= lexicon_.symbols[mention.symbol].roles;
  context.enter(annotation.sentences[index], *mentions_);
  find_matches(trace);
  if (!matches_.empty()) {
    find_guards(trace);
    for (std::size_t i = 0; i < matches_.size(); ++i) {
      for (const Yield& yield : matches_[i].rule->yields) fill(i, yield, context, out, trace);
    }
  }
  const std::vector<Frame> frames(out.begin() + static_cast<std::ptrdiff_t>(first_frame_), out.end());
  context.leave(*mentions_, frames);
}

void SentenceReader::find_guards(TraceSentence* trace) {
  dead_.assign(mentions_->size(), {});
  Match match;
  for (const Rule& guard : rules_.guards) {
    if (!can_match(guard, sketch_)) continue;
    std::int32_t from = 0;
    while (next_match(guard, sketch_, from, match)) {
      Span zone = match.span;
      for (const int slot : guard.slots_named("zone")) {
        if (match.slots[static_cast<std::size_t>(slot)].matched()) zone = match.slots[static_cast<std::size_t>(slot)];
      }
      if (guard.whole_sentence) zone = {0, static_cast<std::int32_t>(mentions_->size())};
      if (guard.rest_of_sentence) zone.end = static_cast<std::int32_t>(mentions_->size());
      for (std::int32_t i = zone.begin; i < zone.end; ++i) dead_[static_cast<std::size_t>(i)].push_back(&guard);
      note(trace, TraceKind::kGuard, guard, zone, guard.says);
      if (guard.whole_sentence) break;
      from = std::max(match.span.begin + 1, match.span.end);
    }
  }
}

void SentenceReader::find_matches(TraceSentence* trace) {
  matches_.clear();
  claimed_.assign(mentions_->size(), false);
  Match match;
  for (const Rule& rule : rules_.facts) {
    if (!can_match(rule, sketch_)) continue;
    std::int32_t from = 0;
    while (next_match(rule, sketch_, from, match)) {
      from = resume_after(match);
      // Figures and triggers are claimed; parties and places may serve many facts.
      bool taken = false;
      const auto claims = [this](std::int32_t i) {
        const Mention& mention = (*mentions_)[static_cast<std::size_t>(i)];
        return mention.party == kNone && mention.name == kNone &&
               (lexicon_.symbols[mention.symbol].roles & (kRolePartyAnaphor | kRoleCouncilAnaphor)) == 0;
      };
      for (const Span& slot : match.slots) {
        for (std::int32_t i = slot.begin; i < slot.end; ++i) {
          if (claims(i) && (*mentions_)[static_cast<std::size_t>(i)].symbol != lexicon_.core.word &&
              claimed_[static_cast<std::size_t>(i)]) {
            taken = true;
          }
        }
      }
      if (taken) {
        note(trace, TraceKind::kSkipped, rule, match.span, "an earlier rule has taken the figure");
        from = match.span.begin + 1;
        continue;
      }
      for (const Span& slot : match.slots) {
        for (std::int32_t i = slot.begin; i < slot.end; ++i) {
          const Mention& mention = (*mentions_)[static_cast<std::size_t>(i)];
          const bool list = lexicon_.symbols.has(mention.symbol, kRoleJoint) || lexicon_.symbols.has(mention.symbol, kRoleListMark);
          if (claims(i) && !list) claimed_[static_cast<std::size_t>(i)] = true;
        }
      }
      note(trace, TraceKind::kMatch, rule, match.span, rule.says);
      matches_.push_back(match);
    }
  }
  std::stable_sort(matches_.begin(), matches_.end(), [](const Match& a, const Match& b) { return a.span.begin < b.span.begin; });
}

const Rule* SentenceReader::guard_of(const Match& match, Measure measure) const {
  for (std::int32_t i = match.span.begin; i < match.span.end; ++i) {
    for (const Rule* guard : dead_[static_cast<std::size_t>(i)]) {
      if (guard->only.empty() || std::find(guard->only.begin(), guard->only.end(), measure) != guard->only.end()) return guard;
    }
  }
  return nullptr;
}

namespace {

/// Mentions in whichever of the named slots took part in the match.
template <typename Visit>
void visit_slots(const Match& match, const std::vector<int>& slots, const Visit& visit) {
  for (const int slot : slots) {
    const Span& span = match.slots[static_cast<std::size_t>(slot)];
    for (std::int32_t i = span.begin; i < span.end; ++i) visit(i);
  }
}

}  // namespace

void SentenceReader::fill(std::size_t match_index, const Yield& yield, const Context& context,
                          std::vector<Frame>& out, TraceSentence* trace) {
  const Match& match = matches_[match_index];
  const Rule& rule = *match.rule;
  const auto& mentions = *mentions_;
  const auto drop = [&](const std::string& why) { note(trace, TraceKind::kDropped, rule, match.span, why); };

  if (!yield.condition.empty() &&
      std::none_of(yield.condition.begin(), yield.condition.end(),
                   [&match](int slot) { return match.slots[static_cast<std::size_t>(slot)].matched(); })) {
    return;
  }
  Frame frame;
  frame.rule = &rule;
  frame.measure = yield.measure;
  frame.sentence = sentence_;
  frame.confidence = rule.confidence;
  frame.carries = rule.carries;
  frame.outcome = yield.outcome;

  if (yield.carry) {  // measure and direction of the nearest carrying frame before it
    const Frame* lead = nullptr;
    for (std::size_t i = first_frame_; i < out.size(); ++i) {
      if (out[i].carries && out[i].outcome.empty()) lead = &out[i];
    }
    if (lead == nullptr) return drop("there is no figure before it whose verb it could share");
    frame.measure = lead->measure;
    frame.direction = lead->direction;
    frame.carries = true;
    if (lead->place_kind == PlaceKind::kArea || lead->place_kind == PlaceKind::kAll) {
      frame.place_kind = lead->place_kind;
      frame.place = lead->place;
    }
  }
  if (const Rule* guard = guard_of(match, frame.measure)) return drop("guard " + guard->id + ": " + guard->says);

  std::vector<const Mention*> values;
  int sign = yield.sign * frame.direction;
  double factor = 1;
  visit_slots(match, yield.factor_slots, [&](std::int32_t i) {
    const Mention& mention = mentions[static_cast<std::size_t>(i)];
    if (mention.sign != 0) sign *= mention.sign;
    else if (mention.has_value) factor *= mention.value;
  });
  visit_slots(match, yield.value_slots, [&](std::int32_t i) {
    if (mentions[static_cast<std::size_t>(i)].has_value) values.push_back(&mentions[static_cast<std::size_t>(i)]);
  });
  if (yield.same && out.size() == first_frame_) return drop("there is no figure before it");
  const double same = yield.same ? std::fabs(out.back().number) : 0;
  if (!yield.literal && !yield.same && yield.outcome.empty() && values.empty()) return;  // an optional slot that took no part

  PartyRef parties;
  switch (yield.who) {
    case Who::kNobody: parties.parties = {kNone}; break;
    case Who::kParty: parties.parties = {yield.party}; break;
    case Who::kLast:
      parties = find_subject(lexicon_, context, mentions, match.span.begin);
      // A subject of its own counts for more: "the Tories were down 30 and the Lib Dems down 25".
      if (out.size() > first_frame_ && parties.at < out.back().mention) {
        parties = {};
        parties.parties = {out.back().party};
        parties.reason = "party of the figure before";
      }
      break;
    case Who::kSubject: parties = find_subject(lexicon_, context, mentions, match.span.begin); break;
    case Who::kSlot: {
      bool took_part = false;
      visit_slots(match, yield.who_slots, [&](std::int32_t i) {
        took_part = true;
        const Mention& mention = mentions[static_cast<std::size_t>(i)];
        const bool anaphor = (lexicon_.symbols[mention.symbol].roles & (kRolePartyAnaphor | kRoleFormer | kRoleLatter | kRoleFirstPerson)) != 0;
        if (mention.party == kNone && !anaphor) return;
        const PartyRef found = party_at(lexicon_, context, mentions, i);
        parties.parties.insert(parties.parties.end(), found.parties.begin(), found.parties.end());
        parties.reason = found.reason;
        parties.at = found.at;
      });
      if (!took_part) return;
      break;
    }
  }
  if (parties.parties.empty()) return drop(std::string("no party: ") + parties.reason);
  const bool far = yield.who == Who::kSubject && parties.at < 0;
  if (far) frame.confidence -= settings_.penalty_subject;

  if (parties.parties.size() > 1 && values.size() != parties.parties.size() && yield.who == Who::kSubject && !yield.outcome.size()) {
    const bool each = (roles_ & kRoleEach) != 0;
    if (!each) return drop("one figure for several parties");
  }
  if (values.size() > 1 && values.size() != parties.parties.size()) return drop("the figures do not pair off with the parties");

  std::vector<PlaceRef> places;
  const char* place_reason = "named in the match";
  if (yield.where == Where::kSlot) {
    visit_slots(match, yield.where_slots, [&](std::int32_t i) {
      const Mention& mention = mentions[static_cast<std::size_t>(i)];
      if (mention.place == kNone) return;
      places.push_back({mention.symbol == lexicon_.core.area ? PlaceKind::kArea : PlaceKind::kCouncil, mention.place});
    });
  }
  if (places.empty()) {
    if (yield.carry && frame.place_kind != PlaceKind::kUnknown) {
      PlaceRef here = locate(match_index, frame.measure, context, frame.confidence, place_reason);
      // What the passage is about counts for less than the list that the figure stands in.
      if (here.kind == PlaceKind::kUnknown || here.kind == PlaceKind::kAll || place_reason == kPassage) here = {frame.place_kind, frame.place};
      places.push_back(here);
    } else {
      places.push_back(locate(match_index, frame.measure, context, frame.confidence, place_reason));
    }
  }

  const auto last_token = mentions[static_cast<std::size_t>(match.span.end - 1)].last;
  frame.first_token = mentions[static_cast<std::size_t>(match.span.begin)].first;
  frame.last_token = last_token;
  if (yield.who == Who::kSubject && parties.at >= 0 && match.span.begin - parties.at <= 6) {
    frame.first_token = std::min(frame.first_token, mentions[static_cast<std::size_t>(parties.at)].first);
  }
  frame.partial = (roles_ & kRolePartial) != 0;
  frame.baseline = roles_ & (kRoleBaselineLast | kRoleBaselineEve | kRoleBaselineNotional);
  frame.direction = sign;
  frame.mention = match.span.end;

  for (std::size_t p = 0; p < parties.parties.size(); ++p) {
    frame.party = parties.parties[p];
    if (yield.literal || yield.same) {
      frame.number = (yield.same ? same : yield.number) * sign;
    } else if (!values.empty()) {
      const Mention& value = *values[values.size() == 1 ? 0 : p];
      frame.number = value.value * factor * sign;
      frame.bound = value.bound;
      if (is_change(frame.measure) && value.sign != 0 && yield.factor_slots.empty()) frame.number = value.value * value.sign;
    }
    for (PlaceRef place : places) {
      // An outcome of no council that is named or meant ("Labour takes power across the country").
      const bool largest_of_area = frame.measure == Measure::kLargestParty && place.kind == PlaceKind::kArea;
      if (!frame.outcome.empty() && !largest_of_area && place.kind != PlaceKind::kCouncil && place.kind != PlaceKind::kUnknown) {
        drop("no council is named or meant");
        continue;
      }
      const bool one_council = place.kind == PlaceKind::kCouncil || place.kind == PlaceKind::kUnknown;
      if (frame.outcome.empty() && one_council && std::fabs(frame.number) > settings_.largest_council) {
        place = {PlaceKind::kAll, kNone};
      }
      frame.place_kind = place.kind;
      frame.place = place.place;
      if (trace != nullptr) {
        note(trace, TraceKind::kFrame, rule, match.span,
             std::string(measure_name(frame.measure)) + "; party: " + parties.reason + "; place: " + place_reason);
      }
      emit(match, frame, out, trace);
    }
  }
}

void SentenceReader::emit(const Match& match, Frame frame, std::vector<Frame>& out, TraceSentence* trace) const {
  if (frame.outcome.empty()) {
    const bool percent = frame.measure == Measure::kVoteShare || frame.measure == Measure::kTurnout;
    if (!percent && frame.number != std::floor(frame.number)) {
      return note(trace, TraceKind::kDropped, *match.rule, match.span, "no whole number");
    }
    const bool majority = frame.measure == Measure::kMajority || frame.measure == Measure::kMajorityBefore;
    if (majority && std::fabs(frame.number) > settings_.largest_council) {
      return note(trace, TraceKind::kDropped, *match.rule, match.span, "no council has such a majority");
    }
    if (percent && (frame.number < 0 || frame.number > 100)) {
      return note(trace, TraceKind::kDropped, *match.rule, match.span, "no percentage");
    }
  }
  out.push_back(std::move(frame));
}

PlaceRef SentenceReader::locate(std::size_t match_index, Measure measure, const Context& context,
                                double& confidence, const char*& reason) const {
  const auto& mentions = *mentions_;
  const Match& match = matches_[match_index];
  std::int32_t left = 0, right = static_cast<std::int32_t>(mentions.size());
  for (std::size_t i = 0; i < match_index; ++i) left = std::max(left, std::min(matches_[i].span.end, match.span.begin));
  for (std::size_t i = match_index + 1; i < matches_.size(); ++i) {
    if (matches_[i].span.begin >= match.span.end) {
      right = matches_[i].span.begin;
      break;
    }
  }
  const auto at = [&](std::int32_t i) -> const Mention& { return mentions[static_cast<std::size_t>(i)]; };
  const bool counts_councils = measure == Measure::kCouncils || measure == Measure::kCouncilsChange;
  const auto council = [&](std::int32_t i) {
    return !counts_councils && at(i).symbol == lexicon_.core.council && at(i).place != kNone;
  };
  const auto area = [&](std::int32_t i) {
    return at(i).symbol == lexicon_.core.area && at(i).place != kNone && i > 0 && lexicon_.symbols.has(at(i - 1).symbol, kRolePlaceAttach);
  };
  PlaceRef wide;       // an area in the clause
  bool anaphor = false;
  for (std::int32_t i = match.span.begin; i < match.span.end; ++i) {
    if (council(i)) { reason = "in the match"; return {PlaceKind::kCouncil, at(i).place}; }
    if (area(i) && wide.place == kNone) wide = {PlaceKind::kArea, at(i).place};
    if (lexicon_.symbols.has(at(i).symbol, kRoleCouncilAnaphor)) anaphor = true;
  }
  for (std::int32_t i = match.span.begin - 1; i >= left; --i) {
    if (council(i)) { reason = "before it in the clause"; return {PlaceKind::kCouncil, at(i).place}; }
    if (area(i) && wide.place == kNone) wide = {PlaceKind::kArea, at(i).place};
    if (lexicon_.symbols.has(at(i).symbol, kRoleCouncilAnaphor)) anaphor = true;
  }
  for (std::int32_t i = match.span.end; i < right; ++i) {
    if (lexicon_.symbols.has(at(i).symbol, kRoleClauseBreak)) break;
    const bool attached = i > 0 && lexicon_.symbols.has(at(i - 1).symbol, kRolePlaceAttach);
    if (council(i) && attached) { reason = "after it in the clause"; return {PlaceKind::kCouncil, at(i).place}; }
    if (area(i) && wide.place == kNone) wide = {PlaceKind::kArea, at(i).place};
    if (lexicon_.symbols.has(at(i).symbol, kRoleCouncilAnaphor)) anaphor = true;
  }
  if (!anaphor) {
    if (wide.place != kNone) { reason = "area in the clause"; return wide; }
    for (std::int32_t i = left - 1; i >= 0; --i) {
      if (council(i)) { reason = "earlier in the sentence"; return {PlaceKind::kCouncil, at(i).place}; }
      if (area(i)) { reason = "area earlier in the sentence"; return {PlaceKind::kArea, at(i).place}; }
    }
  }
  for (std::int32_t i = match.span.begin - 1; anaphor && i >= 0; --i) {  // "… in Lewes, where they run the council"
    if (council(i)) { reason = "the council told before it"; return {PlaceKind::kCouncil, at(i).place}; }
  }
  const Context::Focus focus = context.focus();
  const bool area_focus = focus.place.kind == PlaceKind::kArea;
  const bool share = measure == Measure::kVoteShare || measure == Measure::kTurnout;
  const bool national = !anaphor && ((roles_ & kRoleNational) != 0 || (share && focus.distance > 1));
  if (focus.known && (area_focus ? !anaphor : !counts_councils && !national)) {
    if (focus.carried) confidence -= settings_.penalty_place;
    reason = kPassage;
    return focus.place;
  }
  reason = "nothing tells";
  if (counts_councils || share || national || (!anaphor && !context.live_page())) return {PlaceKind::kAll, kNone};
  return {PlaceKind::kUnknown, kNone};
}

}  // namespace recount
