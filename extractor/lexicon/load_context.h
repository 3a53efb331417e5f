// What the loaders of the tables share. Private to extractor/lexicon.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "extractor/lexicon/lexicon.h"
#include "extractor/lexicon/toml_tree.h"
#include "extractor/lexicon/tsv.h"

namespace recount {

/// The lexicon being built, where it is read from and where faults go.
struct LoadContext {
  const PatternFiles& files;
  Faults& faults;
  Lexicon& lexicon;
  std::vector<WordId> ids = {};  // scratch memory of words_of()
  std::string folded = {};       // likewise

  /// The ids of the words of a phrase, new ones added; empty when it holds no word. They stay until
  /// the next call. `capital` tells whether the phrase is listed with a capital, and so only
  /// matched with one.
  std::span<const WordId> words_of(std::string_view phrase, bool* capital = nullptr);
};

/// The words of a phrase as a key: folded, with "&" as "and", one space between.
std::string folded_phrase(std::string_view phrase);

/// The ways in which a name is spelled: "&" and "and" are one, an apostrophe may be missing, "St"
/// may have a full stop.
std::vector<std::string> name_spellings(std::string_view name);

/// The word lists of lexicon/*.toml, before their words are read.
struct WordLists {
  struct List {
    const PatternFile* file = nullptr;
    const TomlNode* node = nullptr;
    Sense sense;  // of its words
  };
  std::vector<TomlTree> trees;
  std::vector<List> lists;
};

WordLists declare_classes(LoadContext& context);
void load_words(LoadContext& context, const WordLists& lists);
/// The rows of parties/parties.tsv, the ids of which the lexicon then has.
TsvTable declare_parties(LoadContext& context);
/// The names in these rows and the rest of parties/. REQUIRES: the places are loaded.
void load_party_tables(LoadContext& context, const TsvTable& parties);
void load_place_tables(LoadContext& context);  // places/*.tsv
void load_polling_days(LoadContext& context);  // calendar/polling-days.tsv
void load_months(LoadContext& context);        // calendar/months.tsv

}  // namespace recount
