// Everything that the patterns know about words: vocabulary, phrases, classes, places, parties,
// days.
#pragma once

#include <functional>
#include <span>
#include <string>
#include <vector>

#include "extractor/lexicon/pattern_files.h"
#include "extractor/lexicon/phrase_trie.h"
#include "extractor/lexicon/places.h"
#include "extractor/lexicon/symbol.h"
#include "extractor/text/run_on.h"
#include "extractor/text/segmenter.h"
#include "extractor/text/vocabulary.h"

namespace recount {

struct Party {
  std::string id;
  std::string name;
  std::int32_t home = -1;   // the council that a local party's name opens with, or -1
  std::int32_t nation = 0;  // number (Place::Within) of the one that it stands in alone; 0 is any
};

/// A politician whom everybody knows for a party's.
struct Leader {
  std::string given, surname;
  std::int32_t party = -1;
};

/// Built by load_lexicon(), then read by any number of threads.
struct Lexicon {
  Vocabulary vocabulary;
  PhraseTrie phrases;
  PhraseTrie columns;  // the headings of the columns of tables
  SymbolTable symbols;
  CoreSymbols core{};
  AbbreviationSet abbreviations;
  std::vector<RunOn> run_ons;
  Places places;
  std::vector<Party> parties;
  std::int32_t noc = -1;                 // index of the party that stands for no overall control
  std::int32_t others = -1;              // … of "others", who are no party that a text is about
  std::vector<Leader> leaders;           // by surname, then by the name before it
  std::vector<bool> shape_word;          // by WordId: this word can end a local party's name
  PhraseTrie party_shapes;               // the endings of local parties' names
  std::vector<PollingDay> polling_days;  // by day, ascending
  std::vector<Day> other_days;           // of votes on something else alone, ascending
  std::vector<std::uint8_t> months;      // by WordId: the month of that name, 1 to 12, or 0

  /// Index of the party with that id, or kNone.
  std::int32_t party_named(std::string_view id) const;
  /// Index of the place with that id, or kNone.
  std::int32_t place_named(std::string_view id) const;
  /// The polling days of a year, ascending.
  std::span<const PollingDay> polled_in(int year) const;
};

/// Reads lexicon/, places/, parties/ and calendar/ into `lexicon`, which is empty. What is wrong
/// goes to `faults`; the lexicon is only fit for use when none was added. `known` is called once
/// the classes and the ids of the parties are known, which is all that rules are loaded with:
/// another thread may read these while the rest follows.
void load_lexicon(const PatternFiles& files, Lexicon& lexicon, Faults& faults,
                  const std::function<void()>& known);

}  // namespace recount
