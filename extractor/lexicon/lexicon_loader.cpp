// Reads the tables of places, parties and days and the word lists, and builds the trie over them.
#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include <toml++/toml.h>

#include "extractor/lexicon/brace.h"
#include "extractor/lexicon/lexicon.h"
#include "extractor/lexicon/mention.h"
#include "extractor/lexicon/tsv.h"
#include "extractor/text/tokenizer.h"

namespace recount {
namespace {

class LexiconLoader {
 public:
  LexiconLoader(const PatternFiles& files, Faults& faults) : files_(files), faults_(faults) {}

  Lexicon load() {
    add_core_symbols();
    load_words();
    load_places();
    load_parties();
    load_shapes();
    load_polling_days();
    lexicon_.abbreviations.resize(lexicon_.vocabulary.size());
    lexicon_.shape_word.resize(lexicon_.vocabulary.size());
    lexicon_.joins_name.resize(lexicon_.vocabulary.size());
    return std::move(lexicon_);
  }

 private:
  void add_core_symbols() {
    const auto core = [this](const char* name, const char* about, std::uint32_t roles = 0) {
      SymbolClass symbol_class;
      symbol_class.name = name;
      symbol_class.about = about;
      symbol_class.roles = roles;
      return lexicon_.symbols.add(std::move(symbol_class));
    };
    lexicon_.core.word = core("w", "a run of words that no list knows", kRoleNounInner);
    lexicon_.core.number = core("n", "a number", kRoleFigureLead);
    lexicon_.core.year = core("year", "a year in four digits");
    lexicon_.core.party = core("party", "a party");
    lexicon_.core.council = core("council", "a council by name");
    lexicon_.core.area = core("area", "a nation, region or county as a whole");
  }

  std::vector<WordId> words_of(std::string_view phrase, bool* capital = nullptr) {
    std::vector<WordId> ids;
    for (const std::string& word : fold_phrase(phrase)) {
      if (word.empty()) return {};
      ids.push_back(lexicon_.vocabulary.add(word));
    }
    if (capital != nullptr) *capital = !phrase.empty() && phrase[0] >= 'A' && phrase[0] <= 'Z';
    return ids;
  }

  static std::string folded(std::string_view phrase) {
    std::string out;
    for (const std::string& word : fold_phrase(phrase)) {
      if (!out.empty()) out += ' ';
      out += word == "&" ? "and" : word;
    }
    return out;
  }

  // --- word lists -------------------------------------------------------------------------------

  void load_words() {
    for (const PatternFile& file : files_.files()) {
      if (file.path.rfind("lexicon/", 0) != 0 || !file.path.ends_with(".toml")) continue;
      toml::table table;
      try {
        table = toml::parse(std::string_view(file.content), std::string_view(file.path));
      } catch (const toml::parse_error& error) {
        faults_.add({file.path, error.source().begin.line, "", "", std::string(error.description())});
        continue;
      }
      for (const auto& [key, node] : table) load_class(file, std::string(key.str()), node);
    }
  }

  void load_class(const PatternFile& file, const std::string& name, const toml::node& node) {
    const std::size_t line = node.source().begin.line;
    const auto fault = [&](std::string piece, std::string message, std::size_t at) {
      faults_.add({file.path, at, "class " + name, std::move(piece), std::move(message)});
    };
    const toml::table* table = node.as_table();
    if (table == nullptr) return fault("", "expected a table", line);
    if (name == "abbreviation") return load_word_set(file, *table, lexicon_.abbreviations);
    if (name == "name-joint") return load_word_set(file, *table, lexicon_.joins_name);
    if (name == "number-word") return load_number_words(*table, fault);
    SymbolClass symbol_class;
    symbol_class.name = name;
    for (const auto& [key, value] : *table) {
      const std::size_t at = value.source().begin.line;
      if (key == "about") {
        symbol_class.about = value.value_or(std::string());
      } else if (key == "sign") {
        symbol_class.sign = value.value_or(0);
        if (symbol_class.sign != 1 && symbol_class.sign != -1) fault("sign", "expected 1 or -1", at);
      } else if (key == "bound") {
        const auto text = value.value_or(std::string());
        if (text == "over") symbol_class.bound = Bound::kOver;
        else if (text == "under") symbol_class.bound = Bound::kUnder;
        else if (text == "about") symbol_class.bound = Bound::kAbout;
        else fault(text, "expected over, under or about", at);
      } else if (key == "roles") {
        const toml::array* roles = value.as_array();
        if (roles == nullptr) { fault("roles", "expected a list", at); continue; }
        for (const toml::node& role : *roles) {
          const auto text = role.value_or(std::string());
          const std::uint32_t bit = SymbolTable::role_named(text);
          if (bit == 0) fault(text, "no such role", at);
          symbol_class.roles |= bit;
        }
      } else if (key != "words" && key != "values") {
        fault(std::string(key.str()), "no such key; expected about, roles, sign, bound, words, values", at);
      }
    }
    if (symbol_class.about.empty()) fault("about", "expected a sentence that says what the class is", line);
    const bool article = (symbol_class.roles & kRoleArticle) != 0;
    const Symbol symbol = lexicon_.symbols.add(std::move(symbol_class));
    if (symbol == kNoSymbol) return fault(name, "the class exists already, or there are 255", line);
    if (article) lexicon_.core.article = symbol;
    if (name == "percent") lexicon_.core.percent = symbol;
    Sense sense;
    sense.symbol = symbol;
    if (const toml::node* words = table->get("words"); words != nullptr) {
      const toml::array* list = words->as_array();
      if (list == nullptr) return fault("words", "expected a list", words->source().begin.line);
      for (const toml::node& item : *list) {
        add_words(item.value_or(std::string()), sense, item.source().begin.line, fault);
      }
    }
    if (const toml::node* values = table->get("values"); values != nullptr && values->as_table() != nullptr) {
      for (const auto& [word, value] : *values->as_table()) {
        Sense valued = sense;
        valued.has_value = true;
        valued.value = value.value_or(0.0);
        add_words(word.str(), valued, value.source().begin.line, fault);
      }
    }
  }

  template <typename FaultFunction>
  void add_words(std::string_view item, const Sense& sense, std::size_t line, const FaultFunction& fault) {
    const std::vector<std::string> words = expand_braces(item);
    if (words.empty()) fault(std::string(item), "unclosed brace", line);
    for (const std::string& word : words) {
      Sense s = sense;
      const std::vector<WordId> ids = words_of(word, &s.needs_capital);
      if (ids.empty()) { fault(word, "expected at least one word", line); continue; }
      if (!seen_.insert(word).second) fault(word, "the word is in another class already", line);
      lexicon_.phrases.add(ids, s);
    }
  }

  void load_word_set(const PatternFile& file, const toml::table& table, std::vector<bool>& set) {
    const toml::array* words = table["words"].as_array();
    if (words == nullptr) {
      faults_.add({file.path, table.source().begin.line, "", "words", "expected a list of words"});
      return;
    }
    for (const toml::node& item : *words) {
      for (const std::string& word : expand_braces(item.value_or(std::string()))) {
        for (const WordId id : words_of(word)) {
          if (set.size() <= id) set.resize(id + 1);
          set[id] = true;
        }
      }
    }
  }

  template <typename FaultFunction>
  void load_number_words(const toml::table& table, const FaultFunction& fault) {
    for (const auto& [kind, node] : table) {
      if (kind == "about") continue;
      Sense sense;
      if (kind == "unit") sense.kind = SenseKind::kNumberUnit;
      else if (kind == "ten") sense.kind = SenseKind::kNumberTen;
      else if (kind == "scale") sense.kind = SenseKind::kNumberScale;
      else if (kind == "joint") sense.kind = SenseKind::kNumberJoint;
      else { fault(std::string(kind.str()), "expected unit, ten, scale or joint", node.source().begin.line); continue; }
      if (node.as_table() == nullptr) { fault("", "expected a table of values", node.source().begin.line); continue; }
      for (const auto& [word, value] : *node.as_table()) {
        Sense s = sense;
        s.has_value = true;
        s.value = value.value_or(0.0);
        lexicon_.phrases.add(words_of(word.str()), s);
      }
    }
  }

  // --- places -----------------------------------------------------------------------------------

  void load_places() {
    const auto councils = read_tsv(files_, "places/councils.tsv",
                                   {"id", "name", "official", "kind", "nation", "region", "county", "start",
                                    "end", "gss", "code", "dc", "names"}, faults_);
    const auto areas = read_tsv(files_, "places/areas.tsv",
                                {"id", "name", "kind", "nation", "region", "names", "adjectives"}, faults_);
    const auto ambiguous = read_tsv(files_, "places/ambiguous.tsv", {"name", "id", "decides"}, faults_);
    const auto words = read_tsv(files_, "places/words.tsv", {"name", "clash"}, faults_);
    const auto forms = read_tsv(files_, "places/forms.tsv", {"form", "kinds"}, faults_);
    for (const TsvRow& row : councils.rows) add_council(row);
    for (const TsvRow& row : areas.rows) add_area(row);
    std::unordered_map<std::string, std::int32_t> by_id;
    auto& places = lexicon_.places;
    for (std::size_t i = 0; i < places.places.size(); ++i) {
      if (!by_id.emplace(places.places[i].id, static_cast<std::int32_t>(i)).second) {
        faults_.add({"places/councils.tsv", 0, "", places.places[i].id, "the id stands twice"});
      }
    }
    for (const TsvRow& row : ambiguous.rows) {
      const auto known = by_id.find(std::string(row.cells[1]));
      if (known == by_id.end()) {
        faults_.add({"places/ambiguous.tsv", row.line, std::string(row.cells[0]), std::string(row.cells[1]),
                     "no council or area has this id"});
        continue;
      }
      if (row.cells[2] != "default" && row.cells[2] != "context" && row.cells[2] != "area") {
        faults_.add({"places/ambiguous.tsv", row.line, std::string(row.cells[0]), std::string(row.cells[2]),
                     "expected default, context or area"});
      }
      PlaceName& name = name_of(row.cells[0]);
      auto it = std::find_if(name.candidates.begin(), name.candidates.end(),
                             [&](const PlaceCandidate& c) { return c.place == known->second; });
      if (it == name.candidates.end()) it = name.candidates.insert(it, {known->second, false});
      it->fallback = row.cells[2] == "default";
      decided_.insert(name.folded + '\t' + std::string(row.cells[1]));
    }
    for (const PlaceName& name : places.names) check_decided(name);
    for (const TsvRow& row : words.rows) {
      const auto it = by_name_.find(folded(row.cells[0]));
      if (it == by_name_.end()) {
        faults_.add({"places/words.tsv", row.line, "", std::string(row.cells[0]), "no place has this name"});
      } else {
        places.names[it->second].needs_proof = true;
      }
    }
    for (const TsvRow& row : forms.rows) add_form(row);
  }

  void add_council(const TsvRow& row) {
    const auto& c = row.cells;
    Place place;
    place.id = c[0];
    place.name = c[1];
    place.official = folded(c[2]);
    place.kind = place_kind_named(c[3]);
    if (place.kind == 0 || place.kind == kArea) {
      faults_.add({"places/councils.tsv", row.line, place.id, std::string(c[3]), "no such kind of council"});
    }
    place.nation = c[4];
    place.region = c[5];
    place.county = c[6];
    place.start = day(c[7], row.line, place.id);
    place.end = day(c[8], row.line, place.id);
    place.slug = c[11].empty() ? place.id : std::string(c[11]);
    const auto index = static_cast<std::int32_t>(lexicon_.places.places.size());
    lexicon_.places.places.push_back(std::move(place));
    add_name(c[1], index);
    add_name(c[2], index);
    for (const auto name : split_list(c[12])) add_name(name, index);
  }

  Day day(std::string_view cell, std::size_t line, const std::string& id) {
    if (cell.empty()) return 0;
    const Day parsed = parse_day(cell);
    if (parsed == 0) faults_.add({"places/councils.tsv", line, id, std::string(cell), "expected an ISO date"});
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
    const auto index = static_cast<std::int32_t>(lexicon_.places.places.size());
    lexicon_.places.places.push_back(std::move(place));
    add_name(c[1], index);
    for (const auto name : split_list(c[5])) add_name(name, index);
  }

  PlaceName& name_of(std::string_view name) {
    const std::string key = folded(name);
    const auto [it, added] = by_name_.emplace(key, lexicon_.places.names.size());
    if (added) {
      PlaceName place_name;
      place_name.folded = key;
      lexicon_.places.names.push_back(std::move(place_name));
      Sense sense;
      sense.kind = SenseKind::kPlace;
      sense.needs_capital = true;
      sense.index = static_cast<std::int32_t>(it->second);
      for (const std::string& variant : spellings(name)) {
        const auto ids = words_of(variant);
        if (!ids.empty()) lexicon_.phrases.add(ids, sense);
      }
    }
    return lexicon_.places.names[it->second];
  }

  /// "&" and "and" are one, an apostrophe may be missing, "St" may have a full stop.
  static std::vector<std::string> spellings(std::string_view name) {
    std::vector<std::string> out{std::string(name)};
    const auto also = [&out](std::string_view from, std::string_view to) {
      const std::size_t n = out.size();
      for (std::size_t i = 0; i < n; ++i) {
        const std::size_t at = out[i].find(from);
        if (at == std::string::npos) continue;
        std::string variant = out[i];
        variant.replace(at, from.size(), to);
        out.push_back(std::move(variant));
      }
    };
    also(" and ", " & ");
    also(" & ", " and ");
    also("'", "");
    also("St ", "St. ");
    // Hull's and Wales' possessives are no part of names, but "King's Lynn" is: both forms stand.
    std::sort(out.begin(), out.end());
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
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
      const std::string& id = lexicon_.places.places[static_cast<std::size_t>(c.place)].id;
      if (decided_.count(name.folded + '\t' + id) == 0) {
        faults_.add({"places/ambiguous.tsv", 0, name.folded, id, "the name has several places, but no row says what decides"});
      }
    }
  }

  void add_form(const TsvRow& row) {
    std::uint16_t kinds = 0;
    for (const auto kind : split_list(row.cells[1])) {
      const std::uint16_t bit = place_kind_named(kind);
      if (bit == 0) faults_.add({"places/forms.tsv", row.line, std::string(row.cells[0]), std::string(kind), "no such kind"});
      kinds |= bit;
    }
    const Symbol symbol = lexicon_.symbols.find("council-word");
    if (symbol == kNoSymbol) {
      faults_.add({"places/forms.tsv", row.line, "", "council-word", "the lexicon declares no such class"});
      return;
    }
    Sense sense;
    sense.symbol = symbol;
    sense.index = static_cast<std::int32_t>(lexicon_.places.forms.size());
    lexicon_.places.forms.push_back({folded(row.cells[0]), kinds});
    lexicon_.phrases.add(words_of(row.cells[0]), sense);
  }

  // --- parties ----------------------------------------------------------------------------------

  void load_parties() {
    const auto parties = read_tsv(files_, "parties/parties.tsv",
                                  {"id", "name", "colour", "singular_people", "names", "words"}, faults_);
    const auto clashes = read_tsv(files_, "parties/words.tsv", {"name", "clash"}, faults_);
    std::unordered_set<std::string> doubtful;
    for (const TsvRow& row : clashes.rows) doubtful.insert(std::string(row.cells[0]));
    std::unordered_map<std::string, std::string> owner;
    for (const TsvRow& row : parties.rows) {
      const auto& c = row.cells;
      const auto index = static_cast<std::int32_t>(lexicon_.parties.size());
      lexicon_.parties.push_back({std::string(c[0]), std::string(c[1])});
      const auto add = [&](std::string_view name, bool capital) {
        const std::string key(name);
        const auto [it, added] = owner.emplace(key, std::string(c[0]));
        if (!added) {
          if (it->second != c[0]) {
            faults_.add({"parties/parties.tsv", row.line, std::string(c[0]), key, "also a name of " + it->second});
          }
          return;
        }
        Sense sense;
        sense.kind = SenseKind::kParty;
        sense.needs_capital = capital;
        sense.needs_proof = doubtful.count(key) != 0;
        sense.index = index;
        for (const std::string& variant : spellings(name)) {
          const auto ids = words_of(variant);
          if (!ids.empty()) lexicon_.phrases.add(ids, sense);
        }
      };
      if (c[0] != "noc") add(c[1], true);
      for (const auto name : split_list(c[4])) add(name, true);
      for (const auto word : split_list(c[5])) add(word, false);
    }
    for (const std::string& name : doubtful) {
      if (owner.count(name) == 0) faults_.add({"parties/words.tsv", 0, "", name, "no party has this name"});
    }
  }

  void load_shapes() {
    const auto shapes = read_tsv(files_, "parties/shapes.tsv", {"ending"}, faults_);
    for (const TsvRow& row : shapes.rows) {
      const auto ids = words_of(row.cells[0]);
      if (ids.empty()) continue;
      lexicon_.party_shapes.add(ids, Sense{});
      if (lexicon_.shape_word.size() <= ids.front()) lexicon_.shape_word.resize(ids.front() + 1);
      lexicon_.shape_word[ids.front()] = true;
    }
  }

  void load_polling_days() {
    const auto days = read_tsv(files_, "calendar/polling-days.tsv", {"day", "nations", "kinds", "note"}, faults_);
    for (const TsvRow& row : days.rows) {
      PollingDay polling_day;
      polling_day.day = parse_day(row.cells[0]);
      if (polling_day.day == 0) {
        faults_.add({"calendar/polling-days.tsv", row.line, "", std::string(row.cells[0]), "expected an ISO date"});
      }
      for (const auto nation : split_list(row.cells[1])) {
        if (lexicon_.place_named(nation) == kNone) {
          faults_.add({"calendar/polling-days.tsv", row.line, "", std::string(nation), "no area has this id"});
        }
        polling_day.nations.emplace_back(nation);
      }
      for (const auto kind : split_list(row.cells[2])) {
        const std::uint16_t bit = place_kind_named(kind);
        if (bit == 0) faults_.add({"calendar/polling-days.tsv", row.line, "", std::string(kind), "no such kind of council"});
        polling_day.kinds |= bit;
      }
      if (!lexicon_.polling_days.empty() && polling_day.day <= lexicon_.polling_days.back().day) {
        faults_.add({"calendar/polling-days.tsv", row.line, "", std::string(row.cells[0]), "the days must ascend"});
      }
      lexicon_.polling_days.push_back(std::move(polling_day));
    }
  }

  const PatternFiles& files_;
  Faults& faults_;
  Lexicon lexicon_;
  std::unordered_set<std::string> seen_;  // words of the classes
  std::unordered_map<std::string, std::size_t> by_name_;
  std::unordered_set<std::string> decided_;  // "name \t id" rows of ambiguous.tsv
};

}  // namespace

Lexicon load_lexicon(const PatternFiles& files, Faults& faults) {
  return LexiconLoader(files, faults).load();
}

}  // namespace recount
