// Method: rewriting rules shorten the sketch; guards mark what is not asserted; fact rules run in
// order, and each figure goes to the first rule that claims it. Then, from left to right, every match
// is filled: whose it is from the clause, where it is from the clause, the sentence or the passage.
#include "extractor/discourse/sentence_reader.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <span>

#include "extractor/discourse/subject.h"

namespace recount {
namespace {

constexpr std::uint32_t kRepeatTokens = 8;
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

void SentenceReader::note(TraceSentence* trace, TraceKind kind, const Rule& rule, const Span& span, std::string_view text) const {
  if (trace == nullptr || span.end <= span.begin) return;
  const Mention& first = (*mentions_)[static_cast<std::size_t>(span.begin)];
  const Mention& last = (*mentions_)[static_cast<std::size_t>(span.end - 1)];
  trace->events.push_back({kind, rule.id, std::string(text), annotation_->tokens[first.first].begin,
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
  rewrite(rules_.rewrites, rules_.rewrite_index, *mentions_, sketch_, scratch_);
  if (trace != nullptr) trace->sketch = describe(*mentions_, lexicon_.symbols);
  roles_ = 0;
  for (const Mention& mention : *mentions_) roles_ |= lexicon_.symbols[mention.symbol].roles;
  context.enter(annotation.sentences[index], *mentions_, roles_);
  too_large_ = false;
  matches_.clear();
  if (drops_block(trace)) dead_block_ = annotation.sentences[index].block + 1;
  const bool dead = dead_block_ == annotation.sentences[index].block + 1;
  if (!dead && !context.other_section()) find_matches(trace);
  if (!matches_.empty() && told_before()) return;
  if (!matches_.empty()) {
    find_guards(trace);
    for (std::size_t i = 0; i < matches_.size(); ++i) {
      const Rule& rule = *matches_[i].rule;
      const bool takes_head = std::any_of(rule.yields.begin(), rule.yields.end(), [](const Yield& y) { return y.head; });
      if (takes_head && context.head().empty()) {
        note(trace, TraceKind::kDropped, rule, matches_[i].span, "no heading over a list stands above");
        continue;
      }
      headed_.clear();
      headed_here_ = false;
      carried_ = Measure::kSeats;
      for (const Yield& yield : rule.yields) fill(i, yield, context, out, trace);
      if (!headed_.empty()) context.set_head(headed_, takes_head);
      if (headed_here_) context.head_only_here();
    }
    settle_tally(context, out);
  }
  context.leave(*mentions_, std::span<const Frame>(out).subspan(first_frame_));
}

/// Pages repeat teasers word for word. A longer sentence that stands twice says nothing new, and its
/// second place says nothing about the passage.
bool SentenceReader::told_before() {
  const Sentence& sentence = annotation_->sentences[sentence_];
  if (sentence.last - sentence.first < kRepeatTokens) return false;
  const std::uint32_t begin = annotation_->tokens[sentence.first].begin;
  const std::uint32_t end = annotation_->tokens[sentence.last - 1].end;
  return !told_.insert(std::hash<std::string_view>()(text_.substr(begin, end - begin))).second;
}

/// Whether a guard takes the whole paragraph.
bool SentenceReader::drops_block(TraceSentence* trace) {
  bool dropped = false;
  rules_.guard_index.candidates(sketch_.symbols, bits_);
  visit_rules(bits_, [&](std::size_t r) {
    const Rule& guard = rules_.guards[r];
    if (dropped || !guard.whole_block || !next_match(guard, sketch_, 0, scratch_, match_)) return;
    note(trace, TraceKind::kGuard, guard, match_.span, guard.says);
    dropped = true;
  });
  return dropped;
}

/// A figure larger than any council makes a national tally of its line and of the lines next to it.
void SentenceReader::settle_tally(Context& context, std::vector<Frame>& out) {
  if (too_large_) context.note_tally();
  if (!context.in_tally()) return;
  const bool named = std::any_of(mentions_->begin(), mentions_->end(), [this](const Mention& m) {
    return m.place != kNone && m.symbol == lexicon_.core.council;
  });
  if (named || (!too_large_ && context.place_in_block())) return;
  for (std::size_t i = first_frame_; i < out.size(); ++i) {
    if (!out[i].outcome.empty() || out[i].place_kind != PlaceKind::kCouncil) continue;
    out[i].place_kind = PlaceKind::kAll;
    out[i].place = kNone;
  }
}

void SentenceReader::find_guards(TraceSentence* trace) {
  dead_.assign(mentions_->size(), {});
  Match& match = match_;
  rules_.guard_index.candidates(sketch_.symbols, bits_);
  visit_rules(bits_, [&](std::size_t r) {
    const Rule& guard = rules_.guards[r];
    std::int32_t from = 0;
    while (next_match(guard, sketch_, from, scratch_, match)) {
      Span zone = match.span;
      for (const int slot : guard.zone_slots) {
        if (match.slots[static_cast<std::size_t>(slot)].matched()) zone = match.slots[static_cast<std::size_t>(slot)];
      }
      if (guard.whole_sentence) zone = {0, static_cast<std::int32_t>(mentions_->size())};
      if (guard.rest_of_sentence) zone.end = static_cast<std::int32_t>(mentions_->size());
      for (std::int32_t i = zone.begin; i < zone.end; ++i) dead_[static_cast<std::size_t>(i)].push_back(&guard);
      note(trace, TraceKind::kGuard, guard, zone, guard.says);
      if (guard.whole_sentence) break;
      from = std::max(match.span.begin + 1, match.span.end);
    }
  });
}

void SentenceReader::find_matches(TraceSentence* trace) {
  matches_.clear();
  claimed_.assign(mentions_->size(), false);
  Match& match = match_;
  rules_.fact_index.candidates(sketch_.symbols, bits_);
  visit_rules(bits_, [&](std::size_t r) {
    const Rule& rule = rules_.facts[r];
    std::int32_t from = 0;
    while (next_match(rule, sketch_, from, scratch_, match)) {
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
  });
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

/// What the heading above says, of the places in the slot.
void SentenceReader::fill_head(const Match& match, const Yield& yield, Context& context,
                               std::vector<Frame>& out, TraceSentence* trace) {
  std::int32_t party = kNone;  // "GAINS", then "Labour: Medway, Dover"
  visit_slots(match, yield.who_slots, [&](std::int32_t i) { party = (*mentions_)[static_cast<std::size_t>(i)].party; });
  visit_slots(match, yield.where_slots, [&](std::int32_t i) {
    const Mention& mention = (*mentions_)[static_cast<std::size_t>(i)];
    if (mention.symbol != lexicon_.core.council || mention.place == kNone) return;
    for (Frame frame : context.head()) {
      if ((frame.party == kNone) != (party != kNone)) continue;
      if (party != kNone) frame.party = party;
      frame.place_kind = PlaceKind::kCouncil;
      frame.place = mention.place;
      frame.sentence = sentence_;
      frame.first_token = mention.first;
      frame.last_token = mention.last;
      frame.mention = match.span.end;
      frame.partial = frame.partial || (roles_ & kRolePartial) != 0;
      note(trace, TraceKind::kFrame, *match.rule, match.span, std::string(measure_name(frame.measure)) + "; the heading above says it");
      emit(match, frame, out, trace);
    }
    context.use_head();
  });
}

void SentenceReader::fill(std::size_t match_index, const Yield& yield, Context& context,
                          std::vector<Frame>& out, TraceSentence* trace) {
  const Match& match = matches_[match_index];
  const Rule& rule = *match.rule;
  const auto& mentions = *mentions_;
  const auto drop = [&](std::string_view why) { note(trace, TraceKind::kDropped, rule, match.span, why); };

  if (!yield.condition.empty() &&
      std::none_of(yield.condition.begin(), yield.condition.end(),
                   [&match](int slot) { return match.slots[static_cast<std::size_t>(slot)].matched(); })) {
    return;
  }
  if (yield.head) {
    if (guard_of(match, Measure::kControl) == nullptr) fill_head(match, yield, context, out, trace);
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
      if (!out[i].carries || !out[i].outcome.empty() || !needs_party(out[i].measure)) continue;
      // Of "33 (+9)" the first figure leads, not the change behind it.
      if (lead == nullptr || lead->rule != out[i].rule || lead->mention != out[i].mention) lead = &out[i];
    }
    if (lead == nullptr) return drop("there is no figure before it whose verb it could share");
    frame.measure = carried_ = lead->measure;
    frame.direction = lead->direction;
    frame.carries = true;
    if (lead->place_kind == PlaceKind::kArea || lead->place_kind == PlaceKind::kAll) {
      frame.place_kind = lead->place_kind;
      frame.place = lead->place;
    }
  }
  // "Labour 71 councils (+22), Conservatives 33 (-47)"
  const bool of_councils = carried_ == Measure::kCouncils || carried_ == Measure::kCouncilsChange;
  if (!yield.carry && of_councils && frame.measure == Measure::kSeatsChange) frame.measure = Measure::kCouncilsChange;
  for (const Yield& other : rule.yields) {  // "took three of the four seats": a ward's, not the council's
    if (other.measure != Measure::kCouncilSeats || !other.outcome.empty()) continue;
    bool small = false;
    visit_slots(match, other.value_slots, [&](std::int32_t i) {
      const Mention& size = mentions[static_cast<std::size_t>(i)];
      if (size.has_value && size.value < settings_.smallest_council) small = true;
    });
    if (small) return drop("no council is that small");
  }
  if (const Rule* guard = guard_of(match, frame.measure)) {
    return trace == nullptr ? void() : drop("guard " + guard->id + ": " + guard->says);
  }

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
      for (std::size_t i = out.size(); i > first_frame_; --i) {
        const Frame& before = out[i - 1];
        if (before.party == kNone) continue;  // the council's own figure ("16 of the 51 seats, up two")
        if (parties.at < before.mention) {
          parties = {};
          parties.parties = {before.party};
          parties.reason = "party of the figure before";
          // "runs ten councils, up eight": nothing is counted anew, so it is still councils.
          const bool councils = before.measure == Measure::kCouncils || before.measure == Measure::kCouncilsChange;
          bool counted = false;
          for (std::int32_t k = match.span.begin; k < match.span.end; ++k) {
            if ((lexicon_.symbols[mentions[static_cast<std::size_t>(k)].symbol].roles & kRoleCounted) != 0) counted = true;
          }
          if (councils && !counted && frame.measure == Measure::kSeatsChange) frame.measure = Measure::kCouncilsChange;
        }
        break;
      }
      break;
    case Who::kSubject: parties = find_subject(lexicon_, context, mentions, match.span.begin); break;
    case Who::kLabel:
      if (context.label() != kNone) parties.parties = {context.label()};
      else if (rule.heads == Heads::kAlways && yield.where == Where::kContext) parties.parties = {kNone};  // the lines below name it
      parties.reason = "named in a line above";
      break;
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
  if (parties.parties.empty() && parties.free && (yield.who == Who::kSubject || yield.who == Who::kLast) &&
      context.party() != kNone && refers_back(match)) {
    parties.parties = {context.party()};
    parties.reason = "its, their: the party of an earlier sentence";
  }
  if (parties.parties.empty()) {
    return trace == nullptr ? void() : drop(std::string("no party: ") + parties.reason);
  }
  // "They also won Medway from the Conservatives": then they are somebody else.
  if (yield.who == Who::kSubject && parties.parties.size() == 1 && parties.guessed) {
    for (std::int32_t i = match.span.begin; i < match.span.end; ++i) {
      const Mention& mention = mentions[static_cast<std::size_t>(i)];
      if (mention.symbol == lexicon_.core.party && mention.party == parties.parties.front()) {
        return drop("the party would do it to itself");
      }
    }
  }
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
  const bool any_council = std::any_of(mentions.begin(), mentions.end(), [this](const Mention& m) {
    return m.symbol == lexicon_.core.council && m.place != kNone;
  });
  const bool over_list = places.empty() && !any_council && !frame.outcome.empty() &&
                         (rule.heads == Heads::kAlways || (rule.heads == Heads::kUnplaced && context.in_heading() && !context.labelled_place()));
  const bool tallied = frame.measure == Measure::kSeats || frame.measure == Measure::kSeatsChange ||
                       frame.measure == Measure::kCouncils || frame.measure == Measure::kCouncilsChange;
  if (places.empty() && yield.who == Who::kLabel && tallied && !context.labelled_place()) {
    const Context::Focus focus = context.focus();
    places.push_back(focus.place.kind == PlaceKind::kArea ? focus.place : PlaceRef{PlaceKind::kAll, kNone});
    place_reason = "a tally by party";
  } else if (places.empty() && !over_list) {
    if (yield.carry && frame.place_kind != PlaceKind::kUnknown) {
      PlaceRef here = locate(match_index, frame.measure, context, frame.confidence, place_reason);
      // What the passage is about counts for less than the list that the figure stands in.
      if (here.kind == PlaceKind::kUnknown || here.kind == PlaceKind::kAll || place_reason == kPassage) here = {frame.place_kind, frame.place};
      places.push_back(here);
    } else {
      if (yield.outcome.empty() && parties.parties.size() == 1) places = places_behind(match);
      if (places.size() > 1) {
        place_reason = "councils behind it";
        if ((roles_ & kRoleEach) == 0) places = {{PlaceKind::kAll, kNone}};
      } else {
        places = {locate(match_index, frame.measure, context, frame.confidence, place_reason)};
      }
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
    if (over_list) {
      note(trace, TraceKind::kFrame, rule, match.span, std::string(measure_name(frame.measure)) + " of the councils below; party: " + parties.reason);
      headed_.push_back(frame);
      continue;
    }
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
        too_large_ = true;
      }
      if (frame.measure == Measure::kCouncilSeats && place.kind != PlaceKind::kCouncil && place.kind != PlaceKind::kUnknown) {
        drop("the size of no council");
        continue;
      }
      frame.place_kind = place.kind;
      frame.place = place.place;
      if (trace != nullptr) {
        note(trace, TraceKind::kFrame, rule, match.span,
             std::string(measure_name(frame.measure)) + "; party: " + parties.reason + "; place: " + place_reason);
      }
      emit(match, frame, out, trace);
    }
    // "Labour gains: Medway (Conservative), Luton (…)": the brackets behind it take it up.
    if (rule.heads != Heads::kNo && yield.where == Where::kSlot && !frame.outcome.empty()) {
      headed_.push_back(frame);
      headed_here_ = true;
    }
  }
}

void SentenceReader::emit(const Match& match, Frame frame, std::vector<Frame>& out, TraceSentence* trace) const {
  if (frame.outcome.empty()) {
    const bool chamber = frame.measure == Measure::kMajority || frame.measure == Measure::kMajorityBefore ||
                         frame.measure == Measure::kShortOfMajority || frame.measure == Measure::kCouncilSeats;
    if (chamber && frame.number > settings_.largest_council) {
      return note(trace, TraceKind::kDropped, *match.rule, match.span, "no council is that large");
    }
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

bool SentenceReader::refers_back(const Match& match) const {
  const std::uint32_t begin = annotation_->sentences[sentence_].first;
  const std::uint32_t end = (*mentions_)[static_cast<std::size_t>(match.span.end - 1)].last;
  return std::any_of(annotation_->possessives.begin(), annotation_->possessives.end(),
                     [&](std::uint32_t at) { return at >= begin && at < end; });
}

std::vector<PlaceRef> SentenceReader::places_behind(const Match& match) const {
  std::vector<PlaceRef> out;
  const auto& mentions = *mentions_;
  const auto size = static_cast<std::int32_t>(mentions.size());
  const auto has = [&](std::int32_t i, RoleSet roles) {
    return (lexicon_.symbols[mentions[static_cast<std::size_t>(i)].symbol].roles & roles) != 0;
  };
  std::int32_t i = match.span.end;
  if (i < size && has(i, kRoleEach)) ++i;
  if (i >= size || !has(i, kRolePlaceAttach)) return out;
  for (++i; i < size; ++i) {
    const Mention& mention = mentions[static_cast<std::size_t>(i)];
    if (mention.symbol == lexicon_.core.council && mention.place != kNone) {
      out.push_back({PlaceKind::kCouncil, mention.place});
    } else if (!has(i, kRoleJoint | kRoleListMark)) {
      break;
    } else if (i + 1 < size && !has(i + 1, kRoleJoint) && mentions[static_cast<std::size_t>(i + 1)].symbol != lexicon_.core.council) {
      break;
    }
  }
  return out;
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
  // "in the Kent mill town": a name between an article and a noun is no place of its own.
  const auto adjective = [&](std::int32_t i) {
    return at(i - 1).last < at(i).first && i + 1 < static_cast<std::int32_t>(mentions.size()) &&
           at(i + 1).symbol == lexicon_.core.word && at(i + 1).first == at(i).last;
  };
  const auto area = [&](std::int32_t i) {
    if (at(i).symbol != lexicon_.core.area || at(i).place == kNone) return false;
    if (i > 0) return lexicon_.symbols.has(at(i - 1).symbol, kRolePlaceAttach) && !adjective(i);
    // "SCOTLAND: SNP 421 …"
    return mentions.size() > 1 && (lexicon_.symbols[at(1).symbol].roles & (kRoleListMark | kRoleFigureLead)) != 0;
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
    const RoleSet lead = i > 0 ? lexicon_.symbols[at(i - 1).symbol].roles : 0;
    // Right behind the match "of" attaches as well: "no party has control of Swale".
    const bool behind = i == match.span.end + 1 && (lead & kRolePlaceLead) != 0 && (lead & kRoleOblique) == 0;
    const bool attached = behind || (lead & kRolePlaceAttach) != 0;
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
  Context::Focus focus = context.focus();
  if (!anaphor && wide.place == kNone) {  // "With 22 seats Labour keeps Luton"
    for (std::int32_t i = match.span.end; i < static_cast<std::int32_t>(mentions.size()); ++i) {
      constexpr RoleSet kBreak = kRoleClauseBreak | kRoleListMark | kRoleJoint | kRoleRelative;
      if ((lexicon_.symbols[at(i).symbol].roles & kBreak) != 0) break;
      if (council(i)) { reason = "further on in the clause"; return {PlaceKind::kCouncil, at(i).place}; }
    }
  }
  if (!anaphor && !focus.known) {  // "Labour, previously on 22, has 17 seats in Bury": one place, no other can be meant
    PlaceRef only;
    for (std::int32_t i = right; i < static_cast<std::int32_t>(mentions.size()); ++i) {
      if (!council(i)) continue;
      const bool attached = i > 0 && lexicon_.symbols.has(at(i - 1).symbol, kRolePlaceAttach);
      if (!attached || (only.place != kNone && only.place != at(i).place)) {
        only = {};
        break;
      }
      only = {PlaceKind::kCouncil, at(i).place};
    }
    if (only.place != kNone) { reason = "the only council in the sentence"; return only; }
  }
  // A turnout told on its own is that of what the article is about.
  if (measure == Measure::kTurnout && focus.distance > 0 && !context.in_heading()) {
    if (context.title().place != kNone) focus = {context.title(), true, true};
    else if (context.many_councils()) focus = {};
  }
  const bool area_focus = focus.place.kind == PlaceKind::kArea;
  const bool share = measure == Measure::kVoteShare || measure == Measure::kTurnout;
  const bool national = (roles_ & kRoleNational) != 0 ||
                        (share && !anaphor && focus.distance > (measure == Measure::kVoteShare ? 0 : 3));
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
