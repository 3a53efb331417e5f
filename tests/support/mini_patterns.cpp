#include "tests/support/mini_patterns.h"

#include <stdexcept>
#include <utility>

namespace recount::test {
namespace {

constexpr const char* kWords = R"toml(
article = { about = "an article", roles = ["article"], words = ["a", "an"] }
the = { about = "an article that says nothing", roles = ["skip"], words = ["the"] }
council-word = { about = "a council", roles = ["council-form", "counted"] }
council-prefix = { about = "before a name", roles = ["council-prefix", "place-lead"], words = ["London Borough of"] }
seats = { about = "seats", roles = ["counted"], words = ["seat{,s}", "councillor{,s}"] }
gained = { about = "gains", sign = 1, roles = ["figure-lead"], words = ["gain{,s,ed}"] }
lost = { about = "losses", sign = -1, roles = ["figure-lead"], words = ["lose{,s}", "lost"] }
held = { about = "having", roles = ["figure-lead"], words = ["ha{ve,s,d}", "hold{,s}"] }
from = { about = "governs what is no subject", roles = ["oblique"], words = ["from", "against"] }
in = { about = "before a place", roles = ["place-attach", "place-lead"], words = ["in", "at"] }
and = { about = "joins", roles = ["joint"], words = ["and"] }
comma = { about = "separates", roles = ["list-mark"], words = [","] }
they = { about = "a party told before", roles = ["party-anaphor"], words = ["they", "the party"] }
former = { about = "first of two", roles = ["former"], words = ["the former"] }
latter = { about = "second of two", roles = ["latter"], words = ["the latter"] }
authority = { about = "a council told before", roles = ["council-anaphor"], words = ["the authority"] }
nobody = { about = "no party", roles = ["subject-stop"], words = ["turnout", "Sir Keir"] }
we = { about = "the party of the site", roles = ["first-person"], words = ["we"] }
each = { about = "one figure for several", roles = ["each"], words = ["each"] }
so-far = { about = "running count", roles = ["partial"], words = ["so far"] }
nearly = { about = "a bound", bound = "under", words = ["nearly"] }
over = { about = "a bound", bound = "over", words = ["more than"] }
eve = { about = "baseline", roles = ["baseline-eve"], words = ["since dissolution"] }
locals = { about = "the elections meant", roles = ["local-election"], words = ["{local,council} elections"] }
post = { about = "a new post", roles = ["post-break"], words = ["posted"] }
but = { about = "a new clause", roles = ["clause-break"], words = ["but"] }
could = { about = "not asserted", words = ["could", "might"] }
handful = { about = "a word with a value", values = { "both" = 2 } }
abbreviation = { words = ["Cllr", "St"] }

[number-word]
unit = { one = 1, two = 2, three = 3, five = 5, six = 6, fifteen = 15 }
ten = { twenty = 20, fifty = 50 }
scale = { dozen = 12, hundred = 100, thousand = 1000, million = 1000000 }
joint = { and = 0 }
)toml";

constexpr const char* kCouncils =
    "id\tname\tofficial\tkind\tnation\tregion\tcounty\tstart\tend\tgss\tcode\tdc\tnames\n"
    "bath\tBath\tBath City Council\tdistrict\tengland\t\t\t\t\t\t\t\t\n"
    "durham\tDurham\tDurham County Council\tcounty\tengland\tnorth\tdurham-area\t\t\t\t\t\t\n"
    "durham-city\tDurham City\tDurham City "
    "Council\tdistrict\tengland\tnorth\tdurham-area\t1973-06-07\t2009-04-01\t\t\t\tDurham\n"
    "kent\tKent\tKent County Council\tcounty\tengland\tsouth\tkent-area\t\t\t\t\t\t\n"
    "lochside\tLochside\tLochside Council\tscottish\tscotland\t\t\t\t\t\t\t\t\n"
    "medway\tMedway\tMedway "
    "Council\tunitary\tengland\tsouth\tkent-area\t\t\t\t\tmedway-towns\tMedway Towns\n"
    "newport-north\tNewport\tNewport Borough "
    "Council\tdistrict\tengland\tnorth\tdurham-area\t\t\t\t\t\t\n"
    "newport-south\tNewport\tNewport City "
    "Council\tunitary\tengland\tsouth\tkent-area\t\t\t\t\t\t\n";

constexpr const char* kAreas =
    "id\tname\tkind\tnation\tregion\tnames\tadjectives\n"
    "durham-area\tDurham\tcounty area\tengland\tnorth\t\t\n"
    "england\tEngland\tnation\tengland\t\t\tEnglish\n"
    "kent-area\tKent\tcounty area\tengland\tsouth\tGarden of England\t\n"
    "north\tNorth\tregion\tengland\t\tthe North\t\n"
    "scotland\tScotland\tnation\tscotland\t\t\tScottish\n"
    "south\tSouth\tregion\tengland\t\tthe South\t\n";

constexpr const char* kAmbiguous =
    "name\tid\tdecides\n"
    "Durham\tdurham\tdefault\n"
    "Durham\tdurham-area\tarea\n"
    "Durham\tdurham-city\tcontext\n"
    "Kent\tkent\tdefault\n"
    "Kent\tkent-area\tarea\n"
    "Newport\tnewport-north\tcontext\n"
    "Newport\tnewport-south\tcontext\n";

constexpr const char* kForms =
    "form\tkinds\n"
    "borough council\tdistrict|unitary|london\n"
    "city council\tdistrict|unitary\n"
    "council\tcounty|unitary|district|scottish\n"
    "county council\tcounty\n";

constexpr const char* kParties =
    "id\tname\tcolour\tsingular_people\tnames\twords\n"
    "alliance\tAlliance\t\t\tAlliance\t\n"
    "conservative\tConservative\t\t\tConservatives|Tories\ttory\n"
    "green\tGreen\t\t\tGreens|Green Party\t\n"
    "labour\tLabour\t\t\tLabour Party\t\n"
    "noc\tNo overall control\t\t\tNOC\tno overall control\n";

constexpr const char* kDays =
    "day\tnations\tkinds\tnote\n"
    "2021-05-06\tengland\tcounty|district\t\n"
    "2022-05-05\tengland|scotland\tdistrict|scottish\t\n"
    "2023-05-04\tengland\tunitary|district\t\n"
    "2023-05-18\tscotland\tscottish\tas Northern Ireland did\n";

constexpr const char* kMaster = R"toml(
macros = ["macros.toml"]
[engine]
largest_council = 150
focus_blocks = 2
focus_blocks_live = 1
[[stage]]
name = "rewriting"
kind = "rewrite"
files = ["rules/rewrite.toml"]
[[stage]]
name = "guards"
kind = "guard"
files = ["guards/modal.toml"]
[[stage]]
name = "figures"
kind = "fact"
files = ["rules/seats.toml"]
)toml";

constexpr const char* kMacros = R"toml(
move = "<gained> | <lost>"
where = "<in> place:[<council> <area>]"
)toml";

constexpr const char* kRewrite = R"toml(
[[rule]]
id = "rewrite.bound"
says = "A bound belongs to its figure."
pattern = "bound:[<nearly> <over>] n:<n>"
into = "n"
examples = ["Labour has nearly 20 seats", "Labour has more than 20 seats"]
counter = ["Labour has 20 seats"]
)toml";

constexpr const char* kGuards = R"toml(
[[rule]]
id = "guard.modal"
says = "What could be is not."
pattern = "<could>"
drops = "rest"
examples = ["Labour could have 20 seats", "The Greens might gain one seat"]
counter = ["Labour has 20 seats"]
)toml";

constexpr const char* kSeats = R"toml(
[[rule]]
id = "seats.change"
says = "A party gains or loses seats."
pattern = "dir:(@move) n:<n> <seats>? (@where)?"
yields = ["seats_change dir*n of subject in place"]
examples = ["Labour gained two seats in Medway", "The Tories lost 11"]
counter = ["Labour has two seats"]

[[rule]]
id = "seats.have"
says = "A party has seats."
pattern = "<held> n:<n> <seats>?"
yields = ["seats n of subject"]
examples = ["Labour has 20 seats", "The Greens have two"]
counter = ["Labour gained two seats"]

[[rule]]
id = "seats.carry"
says = "A party shares the verb of the one before."
pattern = "[<and> <comma>] who:<party> n:<n>"
yields = ["carry n of who"]
examples = ["Labour gained two and the Greens six", "Labour lost two, the Greens six"]
counter = ["Labour gained two seats"]
)toml";

Extractor loaded(Result<Extractor> result) {
  if (!result.ok()) throw std::runtime_error(result.error().message);
  return std::move(result.value());
}

}  // namespace

std::vector<PatternFile> mini_files() {
  return {
      {"calendar/months.tsv", "month\tnames\n5\tMay\n6\tJune|Jun\n"},
      {"calendar/polling-days.tsv", kDays},
      {"guards/modal.toml", kGuards},
      {"lexicon/words.toml", kWords},
      {"macros.toml", kMacros},
      {"master.toml", kMaster},
      {"parties/parties.tsv", kParties},
      {"parties/nations.tsv", "party\tnation\nalliance\tscotland\n"},
      {"parties/leaders.tsv", "name\tparty\n"},
      {"parties/shapes.tsv", "ending\nFirst\nResidents Association\n"},
      {"parties/words.tsv", "name\tclash\nAlliance\tword\n"},
      {"places/ambiguous.tsv", kAmbiguous},
      {"places/areas.tsv", kAreas},
      {"places/councils.tsv", kCouncils},
      {"places/forms.tsv", kForms},
      {"places/words.tsv", "name\tclash\nBath\tword\n"},
      {"rules/rewrite.toml", kRewrite},
      {"rules/seats.toml", kSeats},
  };
}

PatternFiles mini_with(const std::string& path, const std::string& content) {
  std::vector<PatternFile> files = mini_files();
  std::erase_if(files, [&path](const PatternFile& file) { return file.path == path; });
  files.push_back({path, content});
  return PatternFiles(std::move(files));
}

PatternFiles mini_plus(const std::string& path, const std::string& line) {
  std::vector<PatternFile> files = mini_files();
  for (PatternFile& file : files) {
    if (file.path == path) file.content += line;
  }
  return PatternFiles(std::move(files));
}

PatternFiles mini_without(const std::string& path) {
  std::vector<PatternFile> files = mini_files();
  std::erase_if(files, [&path](const PatternFile& file) { return file.path == path; });
  return PatternFiles(std::move(files));
}

const Extractor& mini() {
  static const Extractor extractor = loaded(Extractor::load(PatternFiles(mini_files())));
  return extractor;
}

Faults rule_faults(const PatternFiles& files) {
  Faults faults;
  EngineSettings settings;
  load_rules(files, mini().lexicon(), settings, faults);
  return faults;
}

const Extractor& real() {
  static const Extractor extractor = loaded(Extractor::load_embedded());
  return extractor;
}

const PatternFiles& real_files() {
  static const Result<PatternFiles> files = PatternFiles::read(RECOUNT_SOURCE_DIR "/patterns");
  if (!files.ok()) throw std::runtime_error(files.error().message);
  return files.value();
}

std::string places_told(const Extractor& extractor, const std::string& text, const char* title,
                        const char* published) {
  Document document{"doc", text, {}};
  document.metadata.title = title;
  document.metadata.published = published;
  std::string out;
  for (const Fact& fact : extractor.extract(document)) {
    if (!out.empty()) out += ", ";
    out += fact.place.value_or(std::string(place_kind_name(fact.place_kind)));
  }
  return out;
}

}  // namespace recount::test
