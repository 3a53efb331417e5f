// Reads the tables of places, parties and days and the word lists, and builds the trie over them.
#include <algorithm>
#include <unordered_map>

#include "extractor/lexicon/load_context.h"
#include "extractor/text/ascii.h"
#include "extractor/text/tokenizer.h"

namespace recount {
namespace {

void add_core_symbols(Lexicon& lexicon) {
  const auto core = [&lexicon](const char* name, const char* about, RoleSet roles = 0) {
    SymbolClass symbol_class;
    symbol_class.name = name;
    symbol_class.about = about;
    symbol_class.roles = roles;
    return lexicon.symbols.add(std::move(symbol_class));
  };
  lexicon.core.word = core("w", "a run of words that no list knows", kRoleNounInner);
  lexicon.core.number = core("n", "a number", kRoleFigureLead);
  lexicon.core.year = core("year", "a year in four digits");
  lexicon.core.party = core("party", "a party");
  lexicon.core.person =
      core("person", "a person of a party: a subject that is no party", kRoleSubjectStop);
  lexicon.core.council = core("council", "a council by name");
  lexicon.core.area = core("area", "a nation, region or county as a whole");
}

/// "boston-bypass-independents" is at home in "boston", "residents-for-uttlesford" in "uttlesford";
/// the longest name wins.
void find_homes(Lexicon& lexicon) {
  std::unordered_map<std::string_view, std::int32_t> councils;  // by id
  for (const Place& place : lexicon.places.places) {
    if (!place.is_area())
      councils.emplace(place.id, static_cast<std::int32_t>(&place - lexicon.places.places.data()));
  }
  for (Party& party : lexicon.parties) {
    const std::string_view id = party.id;
    std::size_t length = 0;
    for (std::size_t begin = 0; begin < id.size();
         begin = std::min(id.find('-', begin), id.size()) + 1) {
      for (std::size_t end = begin; end < id.size();) {
        end = std::min(id.find('-', end + 1), id.size());
        if (end - begin <= length || end - begin == id.size()) continue;
        const auto home = councils.find(id.substr(begin, end - begin));
        if (home == councils.end()) continue;
        length = end - begin;
        party.home = home->second;
      }
    }
  }
}

/// Hands each word of a phrase, folded, to `take`. Words of ASCII letters, as most are, need no
/// tokenizer. `folded` is scratch memory.
template <typename Take>
void each_word(std::string_view phrase, std::string& folded, const Take& take) {
  const bool plain = std::all_of(phrase.begin(), phrase.end(), [](char c) {
    return ascii_lower(c) || ascii_upper(c) || c == ' ';
  });
  if (!plain) {
    for (const std::string& word : fold_phrase(phrase)) take(word);
    return;
  }
  for (std::size_t begin = 0; begin < phrase.size();) {
    const std::size_t end = std::min(phrase.find(' ', begin), phrase.size());
    folded.assign(phrase.substr(begin, end - begin));
    for (char& c : folded) c = static_cast<char>(c | 0x20);
    if (!folded.empty()) take(folded);
    begin = end + 1;
  }
}

}  // namespace

std::span<const WordId> LoadContext::words_of(std::string_view phrase, bool* capital) {
  ids.clear();
  bool whole = true;
  each_word(phrase, folded, [&](std::string_view word) {
    whole = whole && !word.empty();
    if (whole) ids.push_back(lexicon.vocabulary.add(word));
  });
  if (!whole) ids.clear();
  if (capital != nullptr) *capital = !phrase.empty() && ascii_upper(phrase[0]);
  return ids;
}

std::string folded_phrase(std::string_view phrase) {
  std::string out, folded;
  each_word(phrase, folded, [&out](std::string_view word) {
    if (!out.empty()) out += ' ';
    out += word == "&" ? "and" : word;
  });
  return out;
}

std::vector<std::string> name_spellings(std::string_view name) {
  std::vector<std::string> out;
  out.emplace_back(name);
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
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

void load_lexicon(const PatternFiles& files, Lexicon& lexicon, Faults& faults,
                  const std::function<void()>& known) {
  LoadContext context{files, faults, lexicon};
  add_core_symbols(lexicon);
  const WordLists lists = declare_classes(context);
  const TsvTable parties = declare_parties(context);
  lexicon.noc = lexicon.party_named("noc");
  lexicon.others = lexicon.party_named("other");
  known();
  load_words(context, lists);
  load_place_tables(context);
  load_party_tables(context, parties);
  load_polling_days(context);
  load_months(context);
  find_homes(lexicon);
  lexicon.abbreviations.resize(lexicon.vocabulary.size());
  lexicon.shape_word.resize(lexicon.vocabulary.size());
  lexicon.months.resize(lexicon.vocabulary.size());
}

}  // namespace recount
