// The classes of words and mentions. Each class is one byte of a sketch, so that rules are patterns
// over bytes.
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace recount {

using Symbol = std::uint8_t;
inline constexpr Symbol kNoSymbol = 0;

/// How a figure is bounded; `facts.md`'s `bound`.
enum class Bound : std::uint8_t { kExact, kOver, kUnder, kAbout };

/// What the engine does with a class beyond matching it. The words are all in patterns/lexicon.
enum Role : std::uint64_t {
  kRoleSkip = 1ULL << 0,               // left out of the sketch
  kRolePartyAnaphor = 1ULL << 1,       // stands for a party told before ("they", "the party")
  kRoleFormer = 1ULL << 2,             // the first of two parties told before
  kRoleLatter = 1ULL << 3,             // the second of them
  kRoleCouncilAnaphor = 1ULL << 4,     // stands for a council told before ("the authority")
  kRoleOblique = 1ULL << 5,            // a party after it is no subject ("from", "to", "against")
  kRoleSubjectStop = 1ULL << 6,        // a subject that is no party (a person, the turnout)
  kRolePlaceLead = 1ULL << 7,          // a place may follow: makes an ambiguous name a place
  kRolePlaceAttach = 1ULL << 8,        // the place after it belongs to the figure before it ("in")
  kRolePartial = 1ULL << 9,            // marks the figures of the sentence as running counts
  kRoleEach = 1ULL << 10,              // one figure holds for each of several parties
  kRoleArticle = 1ULL << 11,           // "a": 1 before a counted noun, else left out
  kRoleCounted = 1ULL << 12,           // a noun that can be counted ("seat", "gain")
  kRoleCouncilForm = 1ULL << 13,       // joins the place name before it ("Borough Council")
  kRoleCouncilPrefix = 1ULL << 14,     // joins the place name after it ("London Borough of")
  kRoleJoint = 1ULL << 15,             // "and" between the members of a list
  kRoleBaselineLast = 1ULL << 16,      // a change is against the last election
  kRoleBaselineEve = 1ULL << 17,       // a change is against the eve of the poll
  kRoleBaselineNotional = 1ULL << 18,  // a change is against notional figures
  kRoleLocalElection = 1ULL << 19,     // evidence that the article is about council elections
  kRoleOtherElection = 1ULL << 20,     // evidence that it is about something else
  kRoleFirstPerson = 1ULL << 21,       // "we", "our": the party whose site it is
  kRoleFigureLead = 1ULL << 22,   // a party may stand before it: makes an ambiguous name a party
  kRolePostBreak = 1ULL << 23,    // begins a new post of a live page
  kRoleClauseBreak = 1ULL << 24,  // a clause of its own begins after it
  kRoleListMark = 1ULL << 25,     // "," between the members of a list
  kRoleNounInner = 1ULL << 26,    // may stand between a preposition and its party ("the council's")
  kRoleAuxiliary = 1ULL << 27,    // may stand between a subject and its verb ("have been")
  kRoleRelative = 1ULL << 28,     // refers to the party right before it ("who")
  kRoleOtherSection = 1ULL << 31,  // a heading with it opens a part about something else ("Mayors")
  kRoleNational = 1ULL << 30,      // the figures of the sentence are of all councils together
  kRoleCell = 1ULL << 33,          // may stand in a cell of a table beside a number
  kRolePreview = 1ULL << 32,       // evidence that the vote is still to come
  kRoleRowLabel = 1ULL << 34,      // names a row of a table, as a party does
  kRoleNought = 1ULL << 45,        // what a nought in brackets becomes
  kRoleCellBreak = 1ULL << 39,     // parts the cells of a row
  kRoleColumnText = 1ULL << 35,    // heads a column of words
  kRoleColumnAside = 1ULL << 36,   // heads a column whose figures say nothing here
  kRoleColumnTotal = 1ULL << 37,   // heads a column of seats; a year alone does, too
  kRoleColumnChange = 1ULL << 54,  // heads a column of changes, whatever year stands beside it
  kRoleColumnEarlier = 1ULL << 38,  // what a total is under the year of an earlier election
  kRolePrior = 1ULL << 40,          // what it stands beside was so before the vote
  kRoleSum = 1ULL << 41,            // the figure before it is of all councils told together
  kRoleSomeParty = 1ULL << 46,      // a party that the words do not tell ("Ann Smith's party")
  kRoleDefeat = 1ULL << 48,         // the party after it is done something to: "fought off Labour"
  kRoleWard = 1ULL << 47,           // a council named behind it is only where it lies
  kRoleCouncilTalk = 1ULL << 42,    // weak evidence that the article is about councils
  kRoleAbroad = 1ULL << 43,         // evidence that it is about another country
  kRoleEarlierYear = 1ULL << 44,    // a year after it is that of an earlier election
  kRoleBetweenVotes = 1ULL << 49,   // evidence of what a council does between elections
  kRoleGoverned = 1ULL << 51,       // a county behind it is its council ("seized")
  kRoleImprint = 1ULL << 52,        // names the party whose site it is ("promoted by")
  kRolePageEnd = 1ULL << 50,        // a heading of what follows an article on its page
  kRoleSpeech = 1ULL << 53,         // somebody's words stand before or behind it
  kRolePersonsParty = 1ULL << 56,   // somebody's party: the one party just told of, if any
  kRoleOfPerson = 1ULL << 57,       // "his party": that of the person told of last, if one is
  kRoleVoteTalk = 1ULL << 55,       // speaks of the vote on a council or of who is elected to it
  kRoleCaption = 1ULL << 29,        // a sentence with it does not move what the passage is about
};

/// Several roles together.
using RoleSet = std::uint64_t;

/// The roles of what stands for a party without naming it.
inline constexpr RoleSet kStandsForParty =
    kRolePartyAnaphor | kRoleFormer | kRoleLatter | kRoleFirstPerson;

/// The roles of the words without which, where no party is named, an article tells nothing.
inline constexpr RoleSet kSpeaksOfVote = kRoleLocalElection | kRoleVoteTalk;

struct SymbolClass {
  std::string name;
  Symbol symbol = kNoSymbol;
  RoleSet roles = 0;
  int sign = 0;                 // +1 or -1 for words of gain and loss
  Bound bound = Bound::kExact;  // for words such as "nearly"
  std::string about;
};

/// The classes by name and by symbol. Symbols are handed out from 1 upwards.
class SymbolTable {
 public:
  SymbolTable() : classes_(1) {}

  /// Adds a class; kNoSymbol when the name is taken or all 255 symbols are.
  Symbol add(SymbolClass symbol_class);

  Symbol find(std::string_view name) const;
  /// Words of `symbol` count as `other` where a hyphen joins them to a party.
  void set_hyphened(Symbol symbol, Symbol other) { hyphened_[symbol] = other; }
  /// What words of `symbol` are behind a party and a hyphen ("Labour-held"), or kNoSymbol.
  Symbol hyphened(Symbol symbol) const { return hyphened_[symbol]; }

  /// Patterns that name `general` mean `symbol` as well.
  void set_general(Symbol symbol, Symbol general) { special_[general].push_back(symbol); }
  /// The classes that patterns mean as well where they name `symbol`.
  const std::vector<Symbol>& special(Symbol symbol) const { return special_[symbol]; }

  const SymbolClass& operator[](Symbol symbol) const { return classes_[symbol]; }
  /// The roles of classes_[symbol], in one small table: they are asked for all the time.
  RoleSet roles(Symbol symbol) const { return roles_[symbol]; }
  bool has(Symbol symbol, Role role) const { return (roles_[symbol] & role) != 0; }
  std::size_t size() const { return classes_.size(); }

  /// The role of that name in the lexicon files ("place-lead"), or 0.
  static RoleSet role_named(std::string_view name);

 private:
  struct TextHash {  // so that views are looked up as they are
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const {
      return std::hash<std::string_view>()(text);
    }
  };

  std::vector<SymbolClass> classes_;
  std::array<RoleSet, 256> roles_{};
  std::array<Symbol, 256> hyphened_{};
  std::array<std::vector<Symbol>, 256> special_;
  std::unordered_map<std::string, Symbol, TextHash, std::equal_to<>> by_name_;
};

/// The classes that the engine itself gives out; the lexicon files must declare no class of that
/// name.
struct CoreSymbols {
  Symbol word, number, year, party, person, council, area, article, percent;
  Symbol column_total, column_earlier, column_aside, nought;  // of the roles of these names
};

}  // namespace recount
