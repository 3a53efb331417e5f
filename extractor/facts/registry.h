// The councils, areas and parties that facts name, with the keys by which other data know them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "corpus/result.h"
#include "extractor/lexicon/pattern_files.h"

namespace recount {

struct CouncilEntry {
  std::string id;  // as in Fact::place
  std::string name;
  std::string official;  // the full form
  std::string kind;      // county, unitary, district …
  std::string nation;    // these three are ids of areas, empty where there is none
  std::string region;
  std::string county;
  std::string start;               // ISO day of the first election; empty: as long as records go
  std::string end;                 // ISO day of the abolition; empty: lives
  std::string gss;                 // these are empty where not known
  std::string code;                // three letters
  std::string open_council_data;   // number
  std::string democracy_club;      // its name in ids of elections; never empty
  std::vector<std::string> names;  // others by which it goes
};

/// What stands behind the name of a council, as "borough council".
struct FormEntry {
  std::string form;                // lower case
  std::vector<std::string> kinds;  // of councils that call themselves so, the most usual first
};

struct AreaEntry {
  std::string id;  // as in Fact::place
  std::string name;
  std::string kind;
  std::string nation;
  std::string region;
};

struct PartyEntry {
  std::string id;  // as in Fact::party
  std::string name;
  std::string colour;                // "#e4003b"
  std::string electoral_commission;  // number of its main registration, "PP53"; or empty
  std::vector<std::string> names;    // others by which it goes
};

/// A party fights under several registrations with the Electoral Commission.
struct RegistrationEntry {
  std::string number;  // "PP53"
  std::string party;
  std::string name;  // as registered
  bool main = false;
};

/// Each list by id, registrations by party and number.
struct Registry {
  std::vector<CouncilEntry> councils;
  std::vector<AreaEntry> areas;
  std::vector<PartyEntry> parties;
  std::vector<RegistrationEntry> registrations;
  std::vector<FormEntry> council_forms;  // as the table has them
};

/// Reads the tables under places/ and parties/. places/forms.tsv and the two with keys of other
/// data, places/keys.tsv and parties/registrations.tsv, may be missing. What is wrong goes to
/// `faults`.
Registry load_registry(const PatternFiles& files, Faults& faults);

/// The same from the patterns in `directory`, or from those built into the library if that is
/// empty. Errors kUnreadable, and kBadPatterns with every fault.
Result<Registry> load_registry(const std::string& directory);

}  // namespace recount
