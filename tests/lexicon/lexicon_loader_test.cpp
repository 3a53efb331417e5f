// Every kind of fault that the word lists and tables can have, one at a time.
#include <doctest/doctest.h>

#include "extractor/lexicon/lexicon.h"
#include "extractor/lexicon/load_context.h"
#include "extractor/text/tokenizer.h"
#include "tests/support/mini_patterns.h"

using namespace recount;
using test::mini_plus;
using test::mini_with;

namespace {

Lexicon loaded(const PatternFiles& files, Faults& faults) {
  Lexicon lexicon;
  load_lexicon(files, lexicon, faults, [] {});
  return lexicon;
}

/// The only fault of `files`; fails the test when there is none or are several.
Fault only_fault(const PatternFiles& files) {
  Faults faults;
  loaded(files, faults);
  CAPTURE(faults.report());
  REQUIRE(faults.list().size() == 1);
  return faults.list().front();
}

Fault class_fault(const std::string& line) {
  return only_fault(mini_plus("lexicon/words.toml", "\n" + line + "\n"));
}

/// A class may not follow the table [number-word] of the mini patterns, so it has a file of its
/// own.
Fault extra_fault(const std::string& content) {
  return only_fault(mini_with("lexicon/zextra.toml", content));
}

}  // namespace

TEST_CASE("the mini patterns have no fault") {
  Faults faults;
  const Lexicon lexicon = loaded(PatternFiles(test::mini_files()), faults);
  CHECK(faults.report() == "");
  CHECK(lexicon.party_named("labour") != kNone);
  CHECK(lexicon.party_named("nobody") == kNone);
  CHECK(lexicon.place_named("medway") != kNone);
  CHECK(lexicon.polling_days.size() == 4);
  CHECK(lexicon.symbols.find("gained") != kNoSymbol);
  CHECK(lexicon.symbols[lexicon.symbols.find("lost")].sign == -1);
  CHECK(lexicon.places.places[static_cast<std::size_t>(lexicon.place_named("medway"))].slug ==
        "medway-towns");
}

TEST_CASE("a word list that is no TOML is a fault with its line") {
  const Fault fault = extra_fault("a = 1\nb = [\n");
  CHECK(fault.file == "lexicon/zextra.toml");
  CHECK(fault.line >= 2);
}

TEST_CASE("a class must be a table with a description") {
  CHECK(extra_fault("shed = 1\n").message == "expected a table");
  const Fault fault = extra_fault("\nshed = { words = [\"shed\"] }\n");
  CHECK(fault.piece == "about");
  CHECK(fault.line == 2);
  CHECK(fault.rule == "class shed");
}

TEST_CASE("keys and roles and signs and bounds of a class are checked") {
  CHECK(extra_fault("shed = { about = \"x\", word = [\"shed\"] }\n").piece == "word");
  CHECK(extra_fault("shed = { about = \"x\", roles = [\"kipper\"] }\n").piece == "kipper");
  CHECK(extra_fault("shed = { about = \"x\", roles = \"skip\" }\n").piece == "roles");
  CHECK(extra_fault("shed = { about = \"x\", sign = 2 }\n").piece == "sign");
  CHECK(extra_fault("shed = { about = \"x\", bound = \"exactly\" }\n").piece == "exactly");
  CHECK(extra_fault("shed = { about = \"x\", words = \"shed\" }\n").piece == "words");
  CHECK(extra_fault("shed = { about = \"x\", is = \"kipper\" }\n").message == "no such class");
  CHECK(extra_fault("shed = { about = \"x\", hyphened = \"kipper\" }\n").piece == "kipper");
}

TEST_CASE("a class is declared once") {
  CHECK(extra_fault("gained = { about = \"x\" }\n").piece == "gained");
  CHECK(extra_fault("party = { about = \"x\" }\n").piece == "party");  // the engine's own
}

TEST_CASE("a word is in one class only") {
  const Fault fault =
      extra_fault("shed = { about = \"x\", words = [\n\"shed\",\n\"gained\",\n] }\n");
  CHECK(fault.piece == "gained");
  CHECK(fault.line == 3);
  CHECK(extra_fault("shed = { about = \"x\", words = [\"shed\", \"shed\"] }\n").piece == "shed");
}

TEST_CASE("words of a class must be words") {
  CHECK(extra_fault("shed = { about = \"x\", words = [\"shed{,s\"] }\n").message ==
        "unclosed brace");
  CHECK(extra_fault("shed = { about = \"x\", words = [\" \"] }\n").message ==
        "expected at least one word");
  CHECK(extra_fault("shed = { about = \"x\", words = [5] }\n").message ==
        "expected at least one word");
}

TEST_CASE("sets of words and number words are checked") {
  CHECK(class_fault("[number-word.twelfth]\na = 1").piece == "twelfth");
  const PatternFiles no_list =
      mini_with("lexicon/zextra.toml", "abbreviation = { word = [\"a\"] }\n");
  CHECK(only_fault(no_list).piece == "words");
  CHECK(extra_fault("number-word = { unit = 1 }\n").message == "expected a table of values");
}

TEST_CASE("kinds and dates and ids of councils are checked") {
  const auto council = [](const std::string& row) {
    return only_fault(mini_plus("places/councils.tsv", row + "\n"));
  };
  CHECK(council("xham\tXham\tXham Council\tparish\tengland\t\t\t\t\t\t\t\t").piece == "parish");
  CHECK(council("xham\tXham\tXham Council\tarea\tengland\t\t\t\t\t\t\t\t").piece == "area");
  CHECK(council("xham\tXham\tXham Council\tunitary\tengland\t\t\t2009\t\t\t\t\t").piece == "2009");
  CHECK(council("xham\tXham\tXham Council\tunitary\tengland\t\t\t\t2023-02-30\t\t\t\t").piece ==
        "2023-02-30");
  CHECK(council("medway\tXham\tXham Council\tunitary\tengland\t\t\t\t\t\t\t\t").message ==
        "the id stands twice");
  const Fault cells = council("xham\tXham");
  CHECK(cells.piece == "2");
  CHECK(cells.line == 10);
}

TEST_CASE("each table must have its header") {
  for (const char* path :
       {"places/councils.tsv", "places/areas.tsv", "places/ambiguous.tsv", "places/words.tsv",
        "places/forms.tsv", "parties/parties.tsv", "parties/words.tsv", "parties/nations.tsv",
        "parties/leaders.tsv", "parties/shapes.tsv", "calendar/polling-days.tsv",
        "calendar/months.tsv"}) {
    CAPTURE(path);
    Faults wrong, missing;
    loaded(mini_with(path, "no\theader\n"), wrong);
    loaded(test::mini_without(path), missing);
    const auto tells = [&path](const Faults& faults, const std::string& message) {
      for (const Fault& fault : faults.list()) {
        if (fault.file == path && fault.message.find(message) != std::string::npos) return true;
      }
      return false;
    };
    CHECK(tells(wrong, "header"));
    CHECK(tells(missing, "missing"));
  }
}

TEST_CASE("a name of several places must be decided") {
  Faults faults;
  loaded(mini_plus("places/councils.tsv",
                   "xham\tMedway\tXham Council\tunitary\tengland\t\t\t\t\t\t\t\t\n"),
         faults);
  REQUIRE(faults.list().size() == 2);  // neither of the two has a row
  CHECK(faults.list()[0].file == "places/ambiguous.tsv");
  CHECK(faults.list()[0].rule == "medway");
  CHECK(faults.list()[0].piece == "medway");
  CHECK(faults.list()[1].piece == "xham");
}

TEST_CASE("rows that decide must name places and a way") {
  CHECK(only_fault(mini_plus("places/ambiguous.tsv", "Xham\txham\tdefault\n")).piece == "xham");
  CHECK(only_fault(mini_plus("places/ambiguous.tsv", "Chatham\tmedway\tperhaps\n")).piece ==
        "perhaps");
  CHECK(only_fault(mini_plus("places/words.tsv", "Xham\tword\n")).piece == "Xham");
  CHECK(only_fault(mini_plus("places/forms.tsv", "shire hall\tparish\n")).piece == "parish");
}

TEST_CASE("forms need the class of council words") {
  const std::string words = "seats = { about = \"x\", words = [\"seat\"] }\n";
  Faults faults;
  loaded(mini_with("lexicon/words.toml", words), faults);
  REQUIRE_FALSE(faults.empty());
  CHECK(faults.list().front().piece == "council-word");
}

TEST_CASE("a name belongs to one party") {
  const Fault fault =
      only_fault(mini_plus("parties/parties.tsv", "xparty\tX Party\t\t\tGreens\t\n"));
  CHECK(fault.piece == "Greens");
  CHECK(fault.message == "also a name of green");
  CHECK(only_fault(mini_plus("parties/words.tsv", "Nobody\tword\n")).piece == "Nobody");
}

TEST_CASE("polling days ascend and name nations and kinds") {
  const auto day = [](const std::string& row) {
    return only_fault(mini_plus("calendar/polling-days.tsv", row + "\n"));
  };
  CHECK(day("2023-05-18\tengland\tunitary\t").message == "the days must ascend");
  CHECK(day("2024-05-02\tengland\tparish\t").piece == "parish");
  CHECK(day("2024-05-02\tnarnia\tunitary\t").piece == "narnia");
  Faults faults;
  loaded(mini_plus("calendar/polling-days.tsv", "May 2024\tengland\tunitary\t\n"), faults);
  REQUIRE_FALSE(faults.empty());
  CHECK(faults.list().front().message == "expected an ISO date");
}

TEST_CASE("a faulty lexicon makes no extractor and all faults are told") {
  const auto loaded = Extractor::load(mini_plus("places/words.tsv", "Xham\tword\nYham\tword\n"));
  REQUIRE_FALSE(loaded.ok());
  CHECK(loaded.error().code == ErrorCode::kBadPatterns);
  CHECK(loaded.error().message.find("Xham") != std::string::npos);
  CHECK(loaded.error().message.find("Yham") != std::string::npos);
}

TEST_CASE("the words of a phrase are those that the tokenizer sees") {
  const PatternFiles files({});
  Faults faults;
  Lexicon lexicon;
  LoadContext context{files, faults, lexicon};
  for (const char* phrase :
       {"", " ", "Labour", "no overall control", " TWO  spaces ", "King's Lynn", "St. Helens",
        "A & E", "Sinn F\xC3\xA9in", "per-cent", "'s", "2 to 1"}) {
    CAPTURE(phrase);
    std::vector<std::string> words;
    for (const WordId id : context.words_of(phrase))
      words.emplace_back(context.lexicon.vocabulary.word(id));
    CHECK(words == fold_phrase(phrase));
  }
  CHECK(folded_phrase("Tyne & WEAR") == "tyne and wear");
  bool capital = false;
  context.words_of("Reading", &capital);
  CHECK(capital);
  context.words_of("reading", &capital);
  CHECK_FALSE(capital);
}
