// The tables of councils and areas, their names, and the forms that may follow a name.
#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include "extractor/lexicon/load_context.h"
#include "extractor/lexicon/tsv.h"
#include "extractor/text/ascii.h"

namespace recount {
namespace {

class PlaceTableLoader {
 public:
  explicit PlaceTableLoader(LoadContext& context) : context_(context) {}

  void load_places() {
    const auto councils = read_tsv(context_.files, "places/councils.tsv",
                                   {"id", "name", "official", "kind", "nation", "region", "county",
                                    "start", "end", "gss", "code", "dc", "names"},
                                   context_.faults);
    const auto areas = read_tsv(context_.files, "places/areas.tsv",
                                {"id", "name", "kind", "nation", "region", "names", "adjectives"},
                                context_.faults);
    const auto ambiguous = read_tsv(context_.files, "places/ambiguous.tsv",
                                    {"name", "id", "decides"}, context_.faults);
    const auto words =
        read_tsv(context_.files, "places/words.tsv", {"name", "clash"}, context_.faults);
    const auto forms =
        read_tsv(context_.files, "places/forms.tsv", {"form", "kinds"}, context_.faults);
    for (const TsvRow& row : councils.rows) add_council(row);
    for (const TsvRow& row : areas.rows) add_area(row);
    std::unordered_map<std::string, std::int32_t> by_id;
    auto& places = context_.lexicon.places;
    for (std::size_t i = 0; i < places.places.size(); ++i) {
      if (!by_id.emplace(places.places[i].id, static_cast<std::int32_t>(i)).second) {
        context_.faults.add(
            {"places/councils.tsv", 0, "", places.places[i].id, "the id stands twice"});
      }
    }
    for (const TsvRow& row : ambiguous.rows) {
      const auto known = by_id.find(std::string(row.cells[1]));
      if (known == by_id.end()) {
        context_.faults.add({"places/ambiguous.tsv", row.line, std::string(row.cells[0]),
                             std::string(row.cells[1]), "no council or area has this id"});
        continue;
      }
      if (row.cells[2] != "default" && row.cells[2] != "context" && row.cells[2] != "area") {
        context_.faults.add({"places/ambiguous.tsv", row.line, std::string(row.cells[0]),
                             std::string(row.cells[2]), "expected default, context or area"});
      }
      PlaceName& name = name_of(row.cells[0]);
      auto it = std::find_if(name.candidates.begin(), name.candidates.end(),
                             [&](const PlaceCandidate& c) { return c.place == known->second; });
      if (it == name.candidates.end()) it = name.candidates.insert(it, {known->second, false});
      it->fallback = row.cells[2] == "default";
      decided_.insert(name.folded + '\t' + std::string(row.cells[1]));
    }
    for (const PlaceName& name : places.names) {
      check_decided(name);
      NameTraits& traits = places.traits.emplace_back();
      const auto is_area = [&places](const PlaceCandidate& c) {
        return places.places[static_cast<std::size_t>(c.place)].is_area();
      };
      traits.areas_only = std::all_of(name.candidates.begin(), name.candidates.end(), is_area);
      traits.formal = name.folded.find(" council") != std::string::npos;
    }
    number_areas();
    for (const TsvRow& row : words.rows) {
      const auto it = by_name_.find(folded_phrase(row.cells[0]));
      if (it == by_name_.end()) {
        context_.faults.add({"places/words.tsv", row.line, "", std::string(row.cells[0]),
                             "no place has this name"});
      } else {
        NameTraits& traits = places.traits[it->second];
        traits.needs_proof = true;
        traits.other_name = row.cells[1] != "word" && row.cells[1] != "abroad";
      }
    }
    for (const TsvRow& row : forms.rows) add_form(row);
  }

 private:
  void number_areas() {
    auto& places = context_.lexicon.places;
    std::unordered_map<std::string, std::int32_t> numbers{{"", 0}};
    const auto number = [&numbers](const std::string& id) {
      return numbers.emplace(id, static_cast<std::int32_t>(numbers.size())).first->second;
    };
    for (Place& place : places.places) {
      place.within = {number(place.nation), number(place.region), number(place.county),
                      place.is_area() ? number(place.id) : 0};
    }
    places.within_count = numbers.size();
  }

  void add_council(const TsvRow& row) {
    const auto& c = row.cells;
    Place place;
    place.id = c[0];
    place.name = c[1];
    place.official = folded_phrase(c[2]);
    place.kind = place_kind_named(c[3]);
    if (place.kind == 0 || place.kind == kArea) {
      context_.faults.add({"places/councils.tsv", row.line, place.id, std::string(c[3]),
                           "no such kind of council"});
    }
    place.nation = c[4];
    place.region = c[5];
    place.county = c[6];
    place.start = day(c[7], row.line, place.id);
    place.end = day(c[8], row.line, place.id);
    place.slug = c[11].empty() ? place.id : std::string(c[11]);
    const auto index = static_cast<std::int32_t>(context_.lexicon.places.places.size());
    context_.lexicon.places.places.push_back(std::move(place));
    add_name(c[1], index);
    add_name(c[2], index);
    for (const auto name : split_list(c[12])) add_name(name, index);
  }

  Day day(std::string_view cell, std::size_t line, const std::string& id) {
    if (cell.empty()) return 0;
    const Day parsed = parse_day(cell);
    if (parsed == 0)
      context_.faults.add(
          {"places/councils.tsv", line, id, std::string(cell), "expected an ISO date"});
    return parsed;
  }

  void add_area(const TsvRow& row) {
    const auto& c = row.cells;
    Place place;
    place.id = c[0];
    place.name = c[1];
    place.kind = kArea;
    place.nation = c[3];
    place.region = c[4];
    const auto index = static_cast<std::int32_t>(context_.lexicon.places.places.size());
    context_.lexicon.places.places.push_back(std::move(place));
    add_name(c[1], index);
    for (const auto name : split_list(c[5])) add_name(name, index);
  }

  PlaceName& name_of(std::string_view name) {
    const std::string key = folded_phrase(name);
    const auto [it, added] = by_name_.emplace(key, context_.lexicon.places.names.size());
    if (added) {
      PlaceName place_name;
      place_name.folded = key;
      context_.lexicon.places.names.push_back(std::move(place_name));
      Sense sense;
      sense.kind = SenseKind::kPlace;
      // "the north-west" as well
      sense.needs_capital = std::any_of(name.begin(), name.end(), ascii_upper);
      sense.index = static_cast<std::int32_t>(it->second);
      for (const std::string& variant : name_spellings(name)) {
        const auto ids = context_.words_of(variant);
        if (!ids.empty()) context_.lexicon.phrases.add(ids, sense);
      }
    }
    return context_.lexicon.places.names[it->second];
  }

  void add_name(std::string_view name, std::int32_t place) {
    auto& candidates = name_of(name).candidates;
    for (const PlaceCandidate& c : candidates) {
      if (c.place == place) return;
    }
    candidates.push_back({place, true});
  }

  /// A name with several places must say in ambiguous.tsv what decides.
  void check_decided(const PlaceName& name) {
    if (name.candidates.size() < 2) return;
    for (const PlaceCandidate& c : name.candidates) {
      const std::string& id = context_.lexicon.places.places[static_cast<std::size_t>(c.place)].id;
      if (decided_.count(name.folded + '\t' + id) == 0) {
        context_.faults.add({"places/ambiguous.tsv", 0, name.folded, id,
                             "the name has several places, but no row says what decides"});
      }
    }
  }

  void add_form(const TsvRow& row) {
    std::uint16_t kinds = 0;
    for (const auto kind : split_list(row.cells[1])) {
      const std::uint16_t bit = place_kind_named(kind);
      if (bit == 0)
        context_.faults.add({"places/forms.tsv", row.line, std::string(row.cells[0]),
                             std::string(kind), "no such kind"});
      kinds |= bit;
    }
    const Symbol symbol = context_.lexicon.symbols.find("council-word");
    if (symbol == kNoSymbol) {
      context_.faults.add(
          {"places/forms.tsv", row.line, "", "council-word", "the lexicon declares no such class"});
      return;
    }
    Sense sense;
    sense.symbol = symbol;
    sense.index = static_cast<std::int32_t>(context_.lexicon.places.forms.size());
    context_.lexicon.places.forms.push_back({folded_phrase(row.cells[0]), kinds});
    context_.lexicon.phrases.add(context_.words_of(row.cells[0]), sense);
  }

  LoadContext& context_;
  std::unordered_map<std::string, std::size_t> by_name_;
  std::unordered_set<std::string> decided_;  // "name \t id" rows of ambiguous.tsv
};

}  // namespace

void load_place_tables(LoadContext& context) { PlaceTableLoader(context).load_places(); }

}  // namespace recount
