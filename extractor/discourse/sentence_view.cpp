#include "extractor/discourse/sentence_view.h"

#include <algorithm>

namespace recount {

/// Whether a figure or trigger of `match` lies in `zone`; when it has none, any part of it.
bool SentenceView::covers(const Span& zone, const Match& match) const {
  bool any = false;
  for (const Span& slot : match.slots) {
    for (std::int32_t i = slot.begin; i < slot.end; ++i) {
      if (!claimable(i)) continue;
      if (i >= zone.begin && i < zone.end) return true;
      any = true;
    }
  }
  return !any;
}

const Rule* SentenceView::guard_of(const Match& match, Measure measure) const {
  for (const Ban& ban : bans) {
    if (ban.zone.begin >= match.span.end || ban.zone.end <= match.span.begin) continue;
    // "failed in their bid to regain Uttlesford, which residents held": what they did is asserted.
    if (!covers(ban.zone, match)) continue;
    const auto& only = ban.guard->only;
    if (only.empty() || std::find(only.begin(), only.end(), measure) != only.end())
      return ban.guard;
  }
  return nullptr;
}

bool SentenceView::shared(std::int32_t from, std::int32_t to) const {
  return from >= 0 && to < size() && any_within(annotation->shared, at(from).first, at(to).last);
}

bool SentenceView::whole(std::int32_t i) const {
  const std::uint32_t from = i > 0 ? at(i - 1).last : annotation->sentences[index].first;
  return any_within(annotation->shared, from, at(i).first);
}

bool SentenceView::counts_go_on() const {
  if (!has(kRolePartial)) return false;
  for (std::int32_t i = 0; i < size(); ++i) {
    if ((roles_at(i) & kRolePartial) != 0 && (i == 0 || !at(i - 1).has_value || !whole(i - 1)))
      return true;
  }
  return false;
}

bool SentenceView::refers_back(const Match& match) const {
  const std::uint32_t begin = annotation->sentences[index].first;
  const std::uint32_t end = at(match.span.end - 1).last;
  return any_within(annotation->possessives, begin, end);
}

bool SentenceView::points_back(std::int32_t from, std::int32_t to) const {
  const std::uint32_t end = to < size() ? at(to).first : annotation->sentences[index].last;
  if (!any_within(annotation->there, at(from).first, end)) return false;
  for (std::int32_t i = from; i < to; ++i) {
    // "Labour has four and there is one independent": points nowhere.
    const std::uint32_t before = at(i).first - 1;
    if ((roles_at(i) & kRoleAuxiliary) != 0 && at(i).first > 0 &&
        any_within(annotation->there, before, before + 1))
      return false;
  }
  return true;
}

bool SentenceView::opens(const Match& match) const {
  for (std::int32_t i = 0; i < match.span.begin; ++i) {
    constexpr RoleSet kLead = kRolePlaceAttach | kRoleListMark | kRoleJoint | kRoleClauseBreak;
    const bool place = i > 0 && at(i).place != kNone && (roles_at(i - 1) & kRolePlaceAttach) != 0;
    // "With seven gains it …"
    const bool mere = roles_at(i) == 0 && at(i).symbol != lexicon.core.word && !at(i).has_value;
    if (!place && !mere && (roles_at(i) & kLead) == 0) return false;
  }
  return true;
}

bool SentenceView::refers_on(const Match& match) const {
  return any_within(annotation->possessives, at(match.span.end - 1).last,
                    annotation->sentences[index].last);
}

bool SentenceView::nobody_before(const Match& match) const {
  for (std::int32_t i = 0; i < match.span.begin; ++i) {
    constexpr RoleSet kStands = kRolePartyAnaphor | kRoleSubjectStop | kRoleSkip;
    const RoleSet stands = roles_at(i) & kStands;
    if (at(i).party != kNone || (stands != 0 && (stands & kRoleSkip) == 0)) return false;
  }
  return true;
}

bool SentenceView::refers_back_here(const Match& match) const {
  const std::uint32_t first = at(match.span.begin).first;
  if (!nobody_before(match)) return false;
  constexpr RoleSet kDummy = kRoleSkip | kRolePartyAnaphor;
  for (std::int32_t i = std::max(match.span.begin - 1, 0); i <= match.span.begin; ++i) {
    if ((roles_at(i) & kDummy) == kDummy) return true;
  }
  return any_within(annotation->possessives, first > 0 ? first - 1 : first, first + 1);
}

bool SentenceView::names_elsewhere(const Match& match) const {
  std::int32_t i = match.span.end;
  if (i > match.span.begin && (roles_at(i - 1) & kRolePlaceAttach) == 0) ++i;
  return i > 0 && i < size() && (roles_at(i - 1) & kRolePlaceAttach) != 0 &&
         at(i).symbol == lexicon.core.word && at(i - 1).last == at(i).first &&
         annotation->tokens[at(i).first].has(kCapital);
}

bool SentenceView::in_relative_clause(std::int32_t i) const {
  for (--i; i >= 0 && (roles_at(i) & kRoleClauseBreak) == 0; --i) {
    if ((roles_at(i) & kRoleRelative) != 0) return true;
  }
  return false;
}

bool SentenceView::resumed_at(std::int32_t i) const {
  bool comma = false;
  for (--i; i >= 0; --i) {
    if ((roles_at(i) & kRoleRelative) != 0) return comma;
    comma = comma || (roles_at(i) & kRoleListMark) != 0;
  }
  return false;
}

void SentenceView::record(TraceKind kind, const Rule& rule, const Span& span,
                          std::string_view text) const {
  trace->events.push_back({kind, rule.id, std::string(text),
                           annotation->tokens[at(span.begin).first].begin,
                           annotation->tokens[at(span.end - 1).last - 1].end});
}

bool SentenceView::counts_on(const Match& match, const Frame& before) const {
  if (!counts_councils(before.measure) || before.mention > match.span.begin) return false;
  for (std::int32_t i = before.mention; i < match.span.end; ++i) {
    const bool noun = (roles_at(i) & kRoleCounted) != 0 && lexicon.symbols[at(i).symbol].sign == 0;
    const bool many = at(i).has_value && at(i).value > settings.largest_council;
    if (noun || many || is_council(i)) return false;
  }
  return true;
}

}  // namespace recount
