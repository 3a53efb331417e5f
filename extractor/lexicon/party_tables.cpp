// The tables of parties and of the shapes of local parties' names.
#include <algorithm>
#include <tuple>
#include <unordered_map>
#include <unordered_set>

#include "extractor/lexicon/load_context.h"

namespace recount {
namespace {

class PartyTableLoader {
 public:
  explicit PartyTableLoader(LoadContext& context) : context_(context) {}

  void load_names(const TsvTable& parties) {
    const auto clashes =
        read_tsv(context_.files, "parties/words.tsv", {"name", "clash"}, context_.faults);
    std::unordered_set<std::string> doubtful;
    for (const TsvRow& row : clashes.rows) doubtful.insert(std::string(row.cells[0]));
    std::unordered_map<std::string, std::string> owner;
    std::int32_t index = -1;
    for (const TsvRow& row : parties.rows) {
      const auto& c = row.cells;
      ++index;
      const auto add = [&](std::string_view name, bool capital) {
        const std::string key(name);
        const auto [it, added] = owner.emplace(key, std::string(c[0]));
        if (!added) {
          if (it->second != c[0]) {
            context_.faults.add({"parties/parties.tsv", row.line, std::string(c[0]), key,
                                 "also a name of " + it->second});
          }
          return;
        }
        Sense sense;
        sense.kind = SenseKind::kParty;
        sense.needs_capital = capital;
        sense.needs_proof = doubtful.count(key) != 0;
        sense.index = index;
        for (const std::string& variant : name_spellings(name)) {
          const auto ids = context_.words_of(variant);
          if (!ids.empty()) context_.lexicon.phrases.add(ids, sense);
        }
      };
      if (c[0] != "noc") add(c[1], true);
      for (const auto name : split_list(c[4])) add(name, true);
      for (const auto word : split_list(c[5])) add(word, false);
    }
    for (const std::string& name : doubtful) {
      if (owner.count(name) == 0)
        context_.faults.add({"parties/words.tsv", 0, "", name, "no party has this name"});
    }
  }

  /// The parties that stand in one nation. REQUIRES: the places are loaded.
  void load_nations() {
    const auto nations =
        read_tsv(context_.files, "parties/nations.tsv", {"party", "nation"}, context_.faults);
    for (const TsvRow& row : nations.rows) {
      const std::int32_t party = context_.lexicon.party_named(row.cells[0]);
      const std::int32_t area = context_.lexicon.place_named(row.cells[1]);
      if (party == -1 || area == -1) {
        context_.faults.add({"parties/nations.tsv", row.line, std::string(row.cells[0]),
                             std::string(row.cells[party == -1 ? 0 : 1]),
                             party == -1 ? "no party has this id" : "no area has this id"});
        continue;
      }
      context_.lexicon.parties[static_cast<std::size_t>(party)].nation =
          context_.lexicon.places.places[static_cast<std::size_t>(area)].within.itself;
    }
  }

  void load_leaders() {
    const auto table =
        read_tsv(context_.files, "parties/leaders.tsv", {"name", "party"}, context_.faults);
    auto& leaders = context_.lexicon.leaders;
    for (const TsvRow& row : table.rows) {
      const std::string_view name = row.cells[0];
      const std::size_t blank = name.find(' ');
      const std::int32_t party = context_.lexicon.party_named(row.cells[1]);
      if (party == -1 || blank == std::string_view::npos) {
        context_.faults.add({"parties/leaders.tsv", row.line, std::string(name),
                             std::string(party == -1 ? row.cells[1] : name),
                             party == -1 ? "no party has this id" : "expected two names"});
        continue;
      }
      leaders.push_back(
          {std::string(name.substr(0, blank)), std::string(name.substr(blank + 1)), party});
    }
    std::sort(leaders.begin(), leaders.end(), [](const Leader& a, const Leader& b) {
      return std::tie(a.surname, a.given) < std::tie(b.surname, b.given);
    });
  }

  void load_shapes() {
    const auto shapes = read_tsv(context_.files, "parties/shapes.tsv", {"ending"}, context_.faults);
    for (const TsvRow& row : shapes.rows) {
      const auto ids = context_.words_of(row.cells[0]);
      if (ids.empty()) continue;
      context_.lexicon.party_shapes.add(ids, Sense{});
      if (context_.lexicon.shape_word.size() <= ids.front())
        context_.lexicon.shape_word.resize(ids.front() + 1);
      context_.lexicon.shape_word[ids.front()] = true;
    }
  }

 private:
  LoadContext& context_;
};

}  // namespace

TsvTable declare_parties(LoadContext& context) {
  TsvTable parties =
      read_tsv(context.files, "parties/parties.tsv",
               {"id", "name", "colour", "singular_people", "names", "words"}, context.faults);
  for (const TsvRow& row : parties.rows)
    context.lexicon.parties.push_back({std::string(row.cells[0]), std::string(row.cells[1])});
  return parties;
}

void load_party_tables(LoadContext& context, const TsvTable& parties) {
  PartyTableLoader loader(context);
  loader.load_names(parties);
  loader.load_nations();
  loader.load_leaders();
  loader.load_shapes();
}

}  // namespace recount
