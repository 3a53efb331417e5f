#include "extractor/discourse/site.h"

#include <algorithm>
#include <span>
#include <string>
#include <vector>

#include "extractor/discourse/context.h"
#include "extractor/discourse/quotation.h"

namespace recount {
namespace {

constexpr std::size_t kSiteSentences = 3;  // among which the name of a site stands
constexpr int kLeastCalls = 2;             // so many sentences outside quotations say "we"
constexpr int kManyCalls = 3;              // so many, and one of so few, speak for a party's page
constexpr int kOftenCalls = 8;
constexpr std::size_t kLeadSentences = 5;  // among which the page names its party

/// Whether the sentence names no party but `found` and those of `beside`. `found` becomes the one
/// that it names if none was found before.
bool agrees(const Lexicon& lexicon, const std::vector<Mention>& mentions, std::int32_t& found,
            const ToldList& beside = {}) {
  for (const Mention& mention : mentions) {
    if (mention.symbol != lexicon.core.party ||
        std::find(beside.begin(), beside.end(), mention.party) != beside.end())
      continue;
    if (found != kNone && found != mention.party) return false;
    found = mention.party;
  }
  return true;
}

/// The one party that the sentences name, or kNone.
std::int32_t only_party(const Lexicon& lexicon, std::span<const std::vector<Mention>> sentences) {
  std::int32_t found = kNone;
  for (const std::vector<Mention>& mentions : sentences) {
    if (!agrees(lexicon, mentions, found)) return kNone;
  }
  return found;
}

/// The one party that the first sentences of a page name of itself, not as somebody to beat ("We
/// took five seats from the Tories"), or kNone.
std::int32_t opens_with(const Lexicon& lexicon, const Annotation& annotation) {
  std::int32_t found = kNone;
  const std::size_t lead = std::min(annotation.sentences.size(), kLeadSentences);
  for (std::size_t s = 0; s < lead; ++s) {
    const bool we = (annotation.contents[s].roles & kRoleFirstPerson) != 0;
    if (!we && !agrees(lexicon, annotation.mentions[s], found)) return kNone;
  }
  return found;
}

/// The one party that the first `lead` sentences name and that is none of the `rivals`; or kNone.
std::int32_t unrivalled(const Lexicon& lexicon, const Annotation& annotation, std::size_t lead,
                        const ToldList& rivals) {
  std::int32_t found = kNone;
  for (std::size_t s = 0; s < std::min(annotation.sentences.size(), lead); ++s) {
    if (!agrees(lexicon, annotation.mentions[s], found, rivals)) return kNone;
  }
  return found;
}

/// "We are with the residents": of many parties by that name none has the site.
bool is_of_many(const Lexicon& lexicon, std::int32_t party) {
  if (static_cast<std::size_t>(party) >= lexicon.parties.size()) return false;
  const std::string& id = lexicon.parties[static_cast<std::size_t>(party)].id;
  return party == lexicon.noc || id == "other" || id == "residents";
}

/// Whether nothing but a party, and perhaps its place, stands in the line, or "by" before it.
bool is_name(const Lexicon& lexicon, const std::vector<Mention>& mentions) {
  bool party = false;
  for (const Mention& mention : mentions) {
    const bool lead = mentions.size() == 2 && &mention == mentions.data() &&
                      lexicon.symbols.has(mention.symbol, kRoleOblique);
    if (mention.symbol == lexicon.core.party)
      party = true;
    else if (mention.name == kNone && !lead)
      return false;
  }
  return party && mentions.size() <= 2;
}

}  // namespace

std::int32_t site_of_source(const Lexicon& lexicon, const Annotation& source) {
  return only_party(lexicon, std::span(source.mentions).first(source.sentences.size()));
}

std::int32_t site_of_text(const Lexicon& lexicon, std::string_view text,
                          const Annotation& annotation) {
  std::int32_t called = kNone;
  bool several = false;
  int calls = 0, named = 0;
  ToldList rivals;  // "We took five seats from the Tories"
  for (std::size_t s = 0; s < annotation.sentences.size(); ++s) {
    const auto& mentions = annotation.mentions[s];
    const RoleSet roles = annotation.contents[s].roles;
    const bool top = s < kSiteSentences && annotation.sentences[s].kind == BlockKind::kHeading;
    if ((roles & kRoleImprint) != 0 || (top && is_name(lexicon, mentions))) {
      const std::int32_t party = only_party(lexicon, {&mentions, 1});
      if (party != kNone) return party;
    }
    if ((roles & kRoleFirstPerson) == 0) continue;
    const auto we =
        std::find_if(mentions.begin(), mentions.end(), [&lexicon](const Mention& mention) {
          return lexicon.symbols.has(mention.symbol, kRoleFirstPerson);
        });
    if (we == mentions.end() || in_quotation(text, annotation, s, we->first)) continue;
    // "Labour came at us with everything": the others.
    const auto to = we == mentions.begin() ? we : std::prev(we);
    if ((lexicon.symbols.roles(to->symbol) & (kRoleOblique | kRolePlaceLead)) != 0) continue;
    ++calls;
    // "We Lib Dems"
    if (const auto next = std::next(we); next != mentions.end() && next->first == we->last &&
                                         next->symbol == lexicon.core.party &&
                                         !is_of_many(lexicon, next->party))
      return next->party;
    for (auto mention = we; mention != mentions.end(); ++mention) {
      const auto at = static_cast<std::int32_t>(mention - mentions.begin());
      if (mention->symbol == lexicon.core.party && is_oblique(lexicon, mentions, at))
        rivals.push_back(mention->party);
    }
    const std::int32_t party = only_party(lexicon, {&mentions, 1});
    // "a better day for Labour than for us" is a reporter's.
    if (std::next(we) == mentions.end()) continue;
    const auto has = [&](auto mention, RoleSet any) {
      return (lexicon.symbols.roles(mention->symbol) & any) != 0;
    };
    bool subject = false;
    for (auto mention = mentions.begin(); mention != we; ++mention) {
      const auto at = static_cast<std::int32_t>(mention - mentions.begin());
      // "There is no Tory left in Hart, and we have 21", "Its Labour leader was strong, we …"
      if (subject && has(mention, kRoleListMark | kRoleClauseBreak) && std::next(mention) != we)
        subject = false;
      subject =
          subject || (mention->symbol == lexicon.core.party && !is_oblique(lexicon, mentions, at) &&
                      !has(std::next(mention), kRoleSubjectStop));
    }
    if (party == kNone || !subject || is_of_many(lexicon, party)) continue;
    several = several || (called != kNone && called != party);
    called = party;
    ++named;
  }
  // "GREENS CELEBRATE RECORD NIGHT", "… from a Liberal Democrat who has knocked on doors", and "we"
  // in what follows.
  const std::size_t sentences = annotation.sentences.size();
  if (calls >= kManyCalls && static_cast<std::size_t>(calls * kOftenCalls) >= sentences) {
    std::int32_t lead = opens_with(lexicon, annotation);
    if (called == kNone) {
      if (lead == kNone && !rivals.empty())
        lead = unrivalled(lexicon, annotation, kLeadSentences, rivals);
      if (lead == kNone) lead = unrivalled(lexicon, annotation, 1, rivals);
      return lead == kNone || is_of_many(lexicon, lead) ? kNone : lead;
    }
    // "There is no Tory left and we have 21" may be said by anybody.
    if (lead != kNone && lead != called && named < kLeastCalls) return kNone;
  }
  return several || calls < kLeastCalls ? kNone : called;
}

}  // namespace recount
