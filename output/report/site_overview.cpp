// The data of the overview and of what all pages need.
#include <algorithm>
#include <array>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <tuple>
#include <vector>

#include "extractor/facts/fingerprint.h"
#include "output/reconciler/directory.h"
#include "output/records/json_values.h"
#include "output/report/site_data.h"

namespace recount {
namespace {

using nlohmann::ordered_json;

constexpr int kFormat = 1;
constexpr std::size_t kMostPlaces = 12;  // that an article is found by

struct Severities {
  std::size_t errors = 0;
  std::size_t warnings = 0;
};

template <typename Conflicts>
Severities severities_of(const Reconciliation& all, const Conflicts& conflicts) {
  Severities out;
  for (const std::uint32_t one : conflicts)
    ++(all.conflicts[one].severity == Severity::kError ? out.errors : out.warnings);
  return out;
}

ordered_json nation_json(const std::string& nation) {
  return nation.empty() ? ordered_json() : ordered_json(nation);
}

/// The worst conflict; else whether anything is agreed.
std::string_view status_of(const Reconciliation& all, const SiteContest& contest,
                           const Severities& severities) {
  if (severities.errors > 0) return "error";
  if (severities.warnings > 0) return "warning";
  const auto agreed = [&all](std::uint32_t row) {
    return all.consensus[row].status == Status::kAgreed;
  };
  return status_name(std::ranges::any_of(contest.rows, agreed) ? Status::kAgreed : Status::kSingle);
}

/// Who runs the council afterwards; null when that is not known.
ordered_json control_of(const Reconciliation& all, const SiteContest& contest) {
  for (const std::uint32_t number : contest.rows) {
    const ConsensusRow& row = all.consensus[number];
    if (row.measure != Measure::kControl || row.status == Status::kConflicting || !row.party ||
        !row.value)
      continue;
    const auto* value = std::get_if<std::string_view>(&*row.value);
    if (value == nullptr || *value == "loss") continue;
    return {{"party", *row.party}, {"value", *value}};
  }
  return nullptr;
}

ordered_json contest_json(const SiteSource& source, const SitePlace& place,
                          const SiteContest& contest) {
  const Severities severities = severities_of(source.all, contest.conflicts);
  return {{"place", place.key},
          {"kind", place_kind_name(place.kind)},
          {"name", place.name},
          {"election", text_or_null(contest.election)},
          {"nation", nation_json(place.nation)},
          {"status", status_of(source.all, contest, severities)},
          {"facts", contest.facts.size()},
          {"articles", article_count(source.index, contest.facts)},
          {"errors", severities.errors},
          {"warnings", severities.warnings},
          {"parties", parties_of(source.all, contest.facts)},
          {"control", control_of(source.all, contest)}};
}

/// A conflict in brief, with what it is sorted by.
struct Brief {
  Severity severity;
  std::size_t articles;
  std::string name;
  std::string election;
  std::string id;
  ordered_json json;
};

Brief brief_of(const SiteSource& source, const ConflictRow& row) {
  const std::int32_t number = row.facts.empty() ? -1 : source.index.place[row.facts.front()];
  const SitePlace* place =
      number < 0 ? nullptr : &source.index.places[static_cast<std::size_t>(number)];
  std::set<std::string> sources;
  for (const std::uint32_t fact : row.facts) {
    const Provenance& article = *source.all.facts[fact].article;
    sources.insert(article.source.value_or(article.doc));
  }
  const std::string name = place != nullptr
                               ? place->name
                               : row.subject.place_name.value_or("a council that is not named");
  Brief out{row.severity,   article_count(source.index, row.facts),
            name,           row.subject.election.value_or(""),
            to_hex(row.id), {}};
  out.json = {{"id", out.id},
              {"place", place != nullptr ? ordered_json(place->key) : ordered_json()},
              {"name", name},
              {"kind", place_kind_name(row.subject.place_kind)},
              {"election", text_or_null(row.subject.election)},
              {"nation", nation_json(place != nullptr ? place->nation : "")},
              {"severity", severity_name(row.severity)},
              {"conflict", conflict_kind_name(row.kind)},
              {"message", row.message},
              {"parties", parties_of(source.all, row.facts)},
              {"facts", row.facts.size()},
              {"articles", out.articles},
              {"sources", sources}};
  return out;
}

ordered_json parties_json(const SiteSource& source) {
  std::set<std::string> ids;
  for (const Fact& fact : source.all.facts) {
    if (fact.party) ids.insert(*fact.party);
  }
  for (const ConsensusRow& row : source.all.consensus) {
    if (row.party) ids.insert(*row.party);
  }
  const Directory directory(source.registry);
  const std::vector<PartyEntry>& listed = source.registry.parties;
  ordered_json out = ordered_json::array();
  for (const std::string& id : ids) {
    const auto at = std::ranges::lower_bound(listed, id, {}, &PartyEntry::id);
    const bool known = at != listed.end() && at->id == id && id != "noc" && !at->colour.empty();
    out.push_back({{"id", id},
                   {"name", directory.party_name(id)},
                   {"colour", known ? ordered_json(at->colour) : ordered_json()}});
  }
  return out;
}

ordered_json nations_json(const SiteSource& source) {
  std::set<std::string> ids;
  for (const SitePlace& place : source.index.places) {
    if (!place.nation.empty()) ids.insert(place.nation);
  }
  ordered_json out = ordered_json::array();
  for (const std::string& id : ids) {
    const auto at = std::ranges::find(source.registry.areas, id, &AreaEntry::id);
    const bool known = at != source.registry.areas.end();
    out.push_back({{"id", id}, {"name", known ? at->name : id}});
  }
  return out;
}

ordered_json rules_json(const SiteSource& source) {
  ordered_json out = ordered_json::array();
  for (const SiteRule& rule : source.rules) {
    out.push_back({{"id", rule.id},
                   {"says", text_or_null(source.says(rule.id))},
                   {"facts", rule.facts.size()},
                   {"listed", std::min(rule.facts.size(), kMostOfRule)}});
  }
  return out;
}

}  // namespace

ordered_json run_data(const SiteSource& source) {
  const Reconciliation& all = source.all;
  const SiteIndex& index = source.index;
  std::uint64_t id = hash_bytes("");
  for (const Fact& fact : all.facts) id = hash_bytes(to_hex(fact.id), id);
  std::array<std::size_t, kStatusCount> by_status{};
  for (const ConsensusRow& row : all.consensus) ++by_status[static_cast<std::size_t>(row.status)];
  const auto rows = [&](Status status) { return by_status[static_cast<std::size_t>(status)]; };
  std::size_t contests = 0;
  for (const SitePlace& place : index.places) contests += place.contests.size();
  const auto errors = static_cast<std::size_t>(
      std::ranges::count(all.conflicts, Severity::kError, &ConflictRow::severity));
  return {{"format", kFormat},
          {"id", to_hex(id)},
          {"title", source.options.title},
          {"articles", index.articles.size()},
          {"articles_with_facts",
           std::ranges::count_if(index.articles,
                                 [](const SiteArticle& one) { return one.begin < one.end; })},
          {"facts", all.facts.size()},
          {"facts_before", nullptr},
          {"councils", std::ranges::count(index.places, PlaceKind::kCouncil, &SitePlace::kind)},
          {"contests", contests},
          {"agreed", rows(Status::kAgreed)},
          {"single", rows(Status::kSingle)},
          {"derived", rows(Status::kDerived)},
          {"conflicting", rows(Status::kConflicting)},
          {"errors", errors},
          {"warnings", all.conflicts.size() - errors},
          {"texts", std::ranges::any_of(source.notes, &SiteArticleNotes::has_text)},
          {"parties", parties_json(source)},
          {"nations", nations_json(source)},
          {"rules", rules_json(source)}};
}

ordered_json overview_data(const SiteSource& source) {
  std::vector<const SitePlace*> places;
  for (const SitePlace& place : source.index.places) places.push_back(&place);
  std::ranges::stable_sort(places, {}, &SitePlace::name);
  ordered_json contests = ordered_json::array();
  for (const SitePlace* place : places) {
    for (const SiteContest& contest : place->contests)
      contests.push_back(contest_json(source, *place, contest));
  }
  std::vector<Brief> briefs;
  for (const ConflictRow& row : source.all.conflicts) briefs.push_back(brief_of(source, row));
  std::ranges::sort(briefs, [](const Brief& a, const Brief& b) {
    return std::tie(a.severity, b.articles, a.name, b.election, a.id) <
           std::tie(b.severity, a.articles, b.name, a.election, b.id);
  });
  ordered_json conflicts = ordered_json::array();
  for (Brief& brief : briefs) conflicts.push_back(std::move(brief.json));
  return {{"contests", std::move(contests)}, {"conflicts", std::move(conflicts)}};
}

ordered_json articles_data(const SiteSource& source) {
  const SiteIndex& index = source.index;
  ordered_json articles = ordered_json::array();
  for (std::size_t number = 0; number < index.articles.size(); ++number) {
    const SiteArticle& article = index.articles[number];
    const Metadata& metadata = source.notes[number].metadata;
    std::set<std::string> elections, nations, parties, places;
    std::set<std::uint32_t> conflicts;
    for (std::uint32_t i = article.begin; i < article.end; ++i) {
      const Fact& fact = source.all.facts[i];
      if (fact.election) elections.insert(*fact.election);
      if (fact.party) parties.insert(*fact.party);
      conflicts.insert(index.conflicts[i].begin(), index.conflicts[i].end());
      if (index.place[i] < 0) continue;
      const SitePlace& place = index.places[static_cast<std::size_t>(index.place[i])];
      if (!place.nation.empty()) nations.insert(place.nation);
      if (place.kind != PlaceKind::kAll) places.insert(place.name);
    }
    while (places.size() > kMostPlaces) places.erase(std::prev(places.end()));
    const Severities severities = severities_of(source.all, conflicts);
    articles.push_back({{"key", article.key},
                        {"doc", article.doc},
                        {"title", text_or_null(metadata.title)},
                        {"source", text_or_null(metadata.source)},
                        {"published", text_or_null(metadata.published)},
                        {"facts", article.end - article.begin},
                        {"errors", severities.errors},
                        {"warnings", severities.warnings},
                        {"elections", elections},
                        {"nations", nations},
                        {"parties", parties},
                        {"places", places}});
  }
  return {{"articles", std::move(articles)}};
}

}  // namespace recount
