// Method: each council is weighed by the sentences that name it; in a list each counts for little,
// the first of all for more, as an article opens with what it is about.
#include "extractor/discourse/subject_council.h"

#include <algorithm>
#include <vector>

namespace recount {
namespace {

constexpr double kFirst = 1;     // more for the first of the text, told alone …
constexpr double kFormal = 0.5;  // … and for the name in full
constexpr double kInner = 0.5;   // for a name within that of something else
constexpr double kAhead = 0.75;  // the subject weighs so many times what the others do together …
constexpr double kAlone = 2.5;   // … if nothing else tells that a council is spoken of
constexpr std::size_t kMostOthers = 6;  // an article that names more councils is about none of them

struct Weighed {
  std::int32_t council = kNone;
  double weight = 0;
};

}  // namespace

PlaceRef subject_council(const Lexicon& lexicon, const Context& context, const Annotation& text) {
  std::vector<Weighed> named;  // in the order of the text
  std::vector<std::int32_t> here;
  named.reserve(kMostOthers + 2);
  here.reserve(kMostOthers + 2);
  int meant = 0;            // sentences that speak of a council without its name
  bool area_first = false;  // a country or a region is named before any council
  for (std::size_t s = 0; s < text.sentences.size(); ++s) {
    const Contents& contents = text.contents[s];
    if ((contents.roles & kRolePageEnd) != 0 && text.sentences[s].kind == BlockKind::kHeading)
      break;
    if (!contents.names) {
      meant += (contents.roles & kRoleCouncilAnaphor) != 0;
      continue;
    }
    here.clear();
    for (const Mention& mention : text.mentions[s]) {
      area_first =
          area_first || (named.empty() && here.empty() && mention.symbol == lexicon.core.area);
      const bool council = mention.symbol == lexicon.core.council || mention.inner;
      if (!council || mention.place == kNone || !context.polled(mention.place)) continue;
      if (std::find(here.begin(), here.end(), mention.place) == here.end())
        here.push_back(mention.place);
    }
    if (here.empty()) meant += (contents.roles & kRoleCouncilAnaphor) != 0;
    for (const std::int32_t council : here) {
      auto known = std::find_if(named.begin(), named.end(),
                                [council](const Weighed& w) { return w.council == council; });
      const auto told = [&](auto is) {
        return std::any_of(text.mentions[s].begin(), text.mentions[s].end(),
                           [&](const Mention& m) { return m.place == council && is(m); });
      };
      const bool itself = told([](const Mention& m) { return !m.inner; });
      if (known == named.end())
        known = named.insert(known,
                             {council, named.empty() && itself && here.size() == 1 ? kFirst : 0});
      known->weight += (itself ? 1 : kInner) / static_cast<double>(here.size() * here.size());
      if (told([](const Mention& m) { return m.formal; })) known->weight += kFormal;
    }
    if (named.size() > kMostOthers + 1) return {};
  }
  if (named.empty()) return {};
  const auto best =
      std::max_element(named.begin(), named.end(),
                       [](const Weighed& a, const Weighed& b) { return a.weight < b.weight; });
  double others = 0;
  for (const Weighed& other : named) {
    if (other.council == best->council) continue;
    if (other.weight >= best->weight) return {};
    others += other.weight;
  }
  const bool vague = meant == 0 || area_first || best != named.begin();
  if (best->weight < others * (vague ? kAlone : kAhead)) return {};
  return {PlaceKind::kCouncil, best->council};
}

PlaceRef page_council(const Lexicon& lexicon, const Context& context, const Annotation& text) {
  const PlaceRef subject = subject_council(lexicon, context, text);
  if (subject.place == kNone) return {};
  for (std::size_t s = 0; s < text.sentences.size() && !text.sentences[s].post; ++s) {
    for (const Mention& mention : text.mentions[s])
      if (mention.place == subject.place && mention.symbol == lexicon.core.council) return subject;
  }
  return {};
}

}  // namespace recount
