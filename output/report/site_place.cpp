// The data of the page of a council or an area.
#include <algorithm>
#include <cstdint>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "output/reconciler/laws.h"
#include "output/reconciler/verdict_records.h"
#include "output/records/json_values.h"
#include "output/report/chamber.h"
#include "output/report/chamber_svg.h"
#include "output/report/site_data.h"

namespace recount {
namespace {

using nlohmann::ordered_json;

ordered_json chart_json(const ChamberPicture& picture, ChamberTime time, const Chamber& chamber) {
  ordered_json legend = ordered_json::array();
  for (const Bench& bench : chamber.benches) {
    legend.push_back({{"party", bench.party},
                      {"name", bench.name},
                      {"letters", bench.letters},
                      {"colour", bench.colour},
                      {"seats", bench.seats},
                      {"disputed", bench.disputed}});
  }
  const auto if_told = [&chamber](int seats) {
    return chamber.size_told ? ordered_json(seats) : ordered_json();
  };
  return {{"when", time == ChamberTime::kBefore ? "before" : "after"},
          {"svg", chamber_svg(picture, time, chamber)},
          {"legend", std::move(legend)},
          {"untold", chamber.untold},
          {"size", if_told(chamber.seats)},
          {"majority", if_told(chamber.seats / 2 + 1)},
          {"text", chamber_text(chamber)}};
}

ordered_json charts_json(const SiteSource& source, const SitePlace& place,
                         const SiteContest& contest) {
  ordered_json out = ordered_json::array();
  if (place.kind != PlaceKind::kCouncil) return out;
  std::vector<const ConsensusRow*> rows;
  for (const std::uint32_t row : contest.rows) rows.push_back(&source.all.consensus[row]);
  const ChamberPicture picture = chamber_picture(rows, source.registry);
  if (picture.before) out.push_back(chart_json(picture, ChamberTime::kBefore, *picture.before));
  if (picture.after) out.push_back(chart_json(picture, ChamberTime::kAfter, *picture.after));
  return out;
}

ordered_json conflict_json(const SiteSource& source, const ConflictRow& row) {
  ordered_json out = ordered_json::parse(to_json_line(row, source.all.facts));
  const auto law = std::ranges::find(laws(), row.law, &LawEntry::name);
  const bool known = !row.law.empty() && law != laws().end();
  out["law_says"] = known ? ordered_json(law->sentence) : ordered_json();
  out["unless"] = known && !law->unless.empty() ? ordered_json(law->unless) : ordered_json();
  return out;
}

/// The facts that the page of a contest shows: all of them, or where there are many, those of its
/// conflicts and the first ones of each figure.
std::vector<std::uint32_t> shown_facts(const SiteSource& source, const SiteContest& contest) {
  if (contest.facts.size() <= kMostOfContest) return contest.facts;
  std::multimap<std::uint64_t, std::uint32_t> numbers;  // by id
  for (const std::uint32_t fact : contest.facts) numbers.emplace(source.all.facts[fact].id, fact);
  std::set<std::uint32_t> out;
  for (const std::uint32_t conflict : contest.conflicts) {
    const std::vector<std::uint32_t>& facts = source.all.conflicts[conflict].facts;
    out.insert(facts.begin(), facts.end());
  }
  const auto add = [&](const ConsensusRow& row) {
    std::size_t left = kMostOfRow;
    for (const std::uint64_t id : row.facts) {
      if (left-- == 0) break;
      const auto [begin, end] = numbers.equal_range(id);
      for (auto at = begin; at != end; ++at) out.insert(at->second);
    }
  };
  for (const std::uint32_t row : contest.rows) add(source.all.consensus[row]);
  for (const std::uint32_t row : contest.replaced) add(source.all.replaced[row].told);
  return {out.begin(), out.end()};
}

}  // namespace

ordered_json contest_data(const SiteSource& source, const SitePlace& place,
                          const SiteContest& contest) {
  ordered_json out{{"election", text_or_null(contest.election)}, {"election_id", nullptr}};
  for (const std::uint32_t fact : contest.facts) {
    if (!source.all.facts[fact].election_id) continue;
    out["election_id"] = *source.all.facts[fact].election_id;
    break;
  }
  out["charts"] = charts_json(source, place, contest);
  ordered_json& rows = out["rows"] = ordered_json::array();
  for (const std::uint32_t row : contest.rows)
    rows.push_back(ordered_json::parse(to_json_line(source.all.consensus[row])));
  for (const std::uint32_t row : contest.replaced) {
    const auto& [told, by] = source.all.replaced[row];
    rows.push_back(ordered_json::parse(to_json_line(told)));
    if (by) rows.back()["later"] = site_fact(source, *by);
  }
  ordered_json& conflicts = out["conflicts"] = ordered_json::array();
  for (const std::uint32_t row : contest.conflicts)
    conflicts.push_back(conflict_json(source, source.all.conflicts[row]));
  ordered_json& facts = out["facts"] = ordered_json::array();
  for (const std::uint32_t fact : shown_facts(source, contest))
    facts.push_back(site_fact(source, fact));
  out["total"] = contest.facts.size();
  out["articles"] = article_count(source.index, contest.facts);
  return out;
}

ordered_json place_data(const SitePlace& place) {
  ordered_json out{{"key", place.key},
                   {"kind", place_kind_name(place.kind)},
                   {"place", text_or_null(place.id)},
                   {"name", place.name},
                   {"official", nullptr},
                   {"nation", place.nation.empty() ? ordered_json() : ordered_json(place.nation)}};
  if (place.council != nullptr && !place.council->official.empty())
    out["official"] = place.council->official;
  ordered_json& contests = out["contests"] = ordered_json::array();
  for (const SiteContest& contest : place.contests)
    contests.push_back({{"key", contest.key},
                        {"election", text_or_null(contest.election)},
                        {"conflicts", contest.conflicts.size()}});
  return out;
}

ordered_json known_places_data(const Registry& registry) {
  ordered_json places = ordered_json::array();
  const auto add = [&places](PlaceKind kind, const auto& entry) {
    places.push_back({{"kind", place_kind_name(kind)}, {"id", entry.id}, {"name", entry.name}});
  };
  for (const CouncilEntry& council : registry.councils) add(PlaceKind::kCouncil, council);
  for (const AreaEntry& area : registry.areas) add(PlaceKind::kArea, area);
  return {{"places", std::move(places)}};
}

}  // namespace recount
