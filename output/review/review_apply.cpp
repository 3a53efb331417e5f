// Method: a correction is laid over the record as JSON and read like any record, so that what is no
// fact is found by the same rules. What hangs on a field that changed is made anew before that:
// place and name, id of the election, baseline, id.
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "corpus/date.h"
#include "extractor/facts/fact_id.h"
#include "extractor/facts/fingerprint.h"
#include "output/records/jsonl.h"
#include "output/review/review.h"

namespace recount {
namespace {

using nlohmann::ordered_json;

struct NamedPlace {
  PlaceKind kind;
  std::string id;
  std::string name;
};

bool same_word(std::string_view a, std::string_view b) {
  const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; };
  if (a.size() != b.size()) return false;
  for (std::size_t i = 0; i < a.size(); ++i) {
    if (lower(a[i]) != lower(b[i])) return false;
  }
  return true;
}

/// The one place that `fits`; nothing when there is none or there are several.
template <typename Fits>
std::optional<NamedPlace> find_place(const Registry& registry, Fits fits) {
  std::optional<NamedPlace> out;
  int found = 0;
  for (const CouncilEntry& council : registry.councils) {
    if (!fits(council.id, council.name, council.official)) continue;
    out = {PlaceKind::kCouncil, council.id, council.name};
    ++found;
  }
  for (const AreaEntry& area : registry.areas) {
    if (!fits(area.id, area.name, area.name)) continue;
    out = {PlaceKind::kArea, area.id, area.name};
    ++found;
  }
  return found == 1 ? out : std::nullopt;
}

/// Sets kind, id and name of the place after one of them was corrected. False when the id is none.
bool settle_place(const ordered_json& changes, const Registry& registry, ordered_json& record) {
  const auto is = [&changes](const char* key) {
    const auto at = changes.find(key);
    return at != changes.end() && at->is_string();
  };
  std::optional<NamedPlace> place;
  if (is("place")) {
    const std::string wanted = changes.at("place");
    place = find_place(registry, [&](const std::string& id, auto&, auto&) { return id == wanted; });
    if (!place) return false;
  } else if (is("place_name")) {
    const std::string wanted = changes.at("place_name");
    place = find_place(registry, [&](auto&, const std::string& name, const std::string& official) {
      return same_word(name, wanted) || same_word(official, wanted);
    });
    record["place"] = nullptr;
    record["place_kind"] = place_kind_name(PlaceKind::kUnknown);
  } else if (changes.contains("place") || changes.contains("place_name")) {  // null
    record["place"] = record["place_name"] = nullptr;
    if (!changes.contains("place_kind"))
      record["place_kind"] = place_kind_name(PlaceKind::kUnknown);
  }
  if (!place) return true;
  record["place_kind"] = place_kind_name(place->kind);
  record["place"] = place->id;
  record["place_name"] = place->name;
  return true;
}

void settle_measure(ordered_json& record) {
  if (!record["measure"].is_string()) return;
  const std::optional<Measure> measure = measure_named(record["measure"].get<std::string>());
  if (!measure) return;
  if (!is_change(*measure)) record["baseline"] = nullptr;
  if (is_change(*measure) && record["baseline"].is_null()) record["baseline"] = "unstated";
  if (!needs_party(*measure)) record["party"] = nullptr;
}

/// Democracy Club's id of the election, as extraction would give it.
std::optional<std::string> election_id_of(const Fact& fact, const Registry& registry) {
  if (fact.place_kind != PlaceKind::kCouncil || !fact.place || !fact.election) return std::nullopt;
  if (!is_iso_day(*fact.election)) return std::nullopt;
  for (const CouncilEntry& council : registry.councils) {
    if (council.id == *fact.place) return "local." + council.democracy_club + '.' + *fact.election;
  }
  return std::nullopt;
}

}  // namespace

Result<Fact> corrected(const Fact& fact, const CheckedFact& checked, const Registry& registry) {
  const ordered_json changes = ordered_json::parse(checked.corrected, nullptr, false);
  ordered_json record = ordered_json::parse(to_json_line(fact), nullptr, false);
  for (const auto& [key, value] : changes.items()) record[key] = value;
  if (!settle_place(changes, registry, record))
    return Error{ErrorCode::kBadRecord, "\"place\": expected the id of a council or an area, not " +
                                            changes.at("place").dump()};
  settle_measure(record);
  Result<Fact> read = parse_fact(record.dump());
  if (!read.ok()) return read;
  Fact& out = read.value();
  if (needs_party(out.measure) && !out.party)
    return Error{ErrorCode::kBadRecord,
                 "\"party\": expected one for " + std::string(measure_name(out.measure))};
  if (out.election && !is_election_date(*out.election))
    return Error{ErrorCode::kBadRecord, "\"election\": expected a day as 2023-05-04 or a year"};
  out.article = fact.article;
  out.quote = fact.quote;
  if (changes.contains("place") || changes.contains("place_name") || changes.contains("election") ||
      changes.contains("place_kind"))
    out.election_id = election_id_of(out, registry);
  out.id = fact_id(out, hash_bytes(out.article->doc));
  return read;
}

ReviewCounts apply_review(const Review& review, const Registry& registry, std::vector<Fact>& facts,
                          std::vector<Error>& errors) {
  ReviewCounts counts;
  std::erase_if(facts, [&](Fact& fact) {
    const CheckedFact* checked = review.find(fact.id);
    if (checked == nullptr) return false;
    if (checked->opinion == Opinion::kAccept) return ++counts.accepted, false;
    if (checked->opinion == Opinion::kReject) return ++counts.rejected, true;
    Result<Fact> mended = corrected(fact, *checked, registry);
    if (!mended.ok()) {
      errors.push_back(
          {mended.error().code, fact.article->doc + ": the correction of fact " + to_hex(fact.id) +
                                    " is left out with the fact: " + mended.error().message});
      return ++counts.rejected, true;
    }
    fact = std::move(mended.value());
    return ++counts.corrected, false;
  });
  return counts;
}

}  // namespace recount
