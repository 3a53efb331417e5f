// A rule as it stands in patterns/: what it looks for and what it says when it finds it.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "extractor/facts/fact.h"
#include "extractor/lexicon/mention.h"
#include "extractor/rules/pattern.h"
#include "extractor/rules/program.h"
#include "extractor/rules/start_finder.h"

namespace recount {

enum class RuleKind : std::uint8_t {
  kRewrite,  // replaces what it matches by one symbol
  kGuard,    // what it matches is not asserted, or is about something else
  kFact,     // yields facts, or with no yields keeps later rules off its figures
};

/// Whose figure a yield is.
enum class Who : std::uint8_t {
  kNobody,   // the measure has no party
  kSubject,  // the subject of the clause before the match
  kSlot,     // the parties in a slot
  kParty,    // the party named in the rule ("=noc")
  kLast,     // the party of the fact before in the sentence, else the subject
  kFirst,    // the party of the first fact of the sentence
  kTold,     // the party of the fact told last, if just before
  kLabel,    // the party that a line of its own names above ("Labour", then "Seats: 40 (+3)")
};

/// Where it is.
enum class Where : std::uint8_t {
  kContext,  // the place that the clause or passage is about
  kSlot,     // the places in a slot
};

/// One fact that a rule gives: `seats_change dir*n of subject in place`.
struct Yield {
  bool head =
      false;  // all that the heading above says ("Labour gains from Conservative", then names)
  bool carry = false;  // measure and direction are those of the fact before ("and the Greens six")
  Measure measure = Measure::kSeats;
  std::string_view outcome;  // gain, hold, loss, now: a constant
  bool told = false;         // the outcome is what the number of councils told last says
  bool literal = false;      // the number is in the rule
  bool same = false;         // the number is that of the fact before ("the same number")
  double number = 0;
  int sign = 1;                   // -1 for "-n"
  std::vector<int> value_slots;   // groups of the number slot, of which one has matched
  std::vector<int> factor_slots;  // likewise of the direction or factor it is multiplied by
  Who who = Who::kNobody;
  std::vector<int> who_slots;
  std::int32_t party = kNone;  // Who::kParty
  Where where = Where::kContext;
  std::vector<int> where_slots;
  std::vector<int> condition;  // only when one of these groups took part ("if r")
  bool whole = false;          // only when "all" or the like stands before the number
};

/// A text and the facts that the whole extractor must find in it.
struct Example {
  std::string text;
  std::string title;               // may be empty
  std::string published;           // ISO day, may be empty
  std::string source;              // publisher, may be empty
  std::vector<std::string> facts;  // "medway labour seats_change 4", see patterns/README.md
  bool counter = false;            // the rule must not fire; `facts` is what others may find
};

/// What a rule's yields without a place of their own are about.
enum class Heads : std::uint8_t {
  kNo,        // this sentence
  kAlways,    // the lines of names below: the match is a heading over a list of councils
  kUnplaced,  // likewise, unless a heading or the headline names the one council they are about
};

struct Rule {
  Program program;
  // kFact: only when the last figure of the sentences just before is of one of these measures, or
  // this sentence or the one before names one of these classes; both empty: always.
  std::vector<Measure> after;
  std::vector<Symbol> after_classes;

  std::string id;
  std::string says;
  std::string file;
  std::size_t line = 0;
  std::string source;  // the pattern as written
  RuleKind kind = RuleKind::kFact;
  std::unique_ptr<Pattern> pattern;
  std::vector<Opening> openings;  // of its matches, by branch of the pattern
  Symbol into = kNoSymbol;        // kRewrite
  bool product = false;           // kRewrite: values are multiplied ("two dozen")
  bool whole_sentence = false;    // kGuard: the sentence, else the match or its slot `zone`
  bool whole_block = false;       // kGuard: the sentence and what follows it in its paragraph
  bool rest_of_sentence = false;  // kGuard: from the match to the end of the sentence
  bool rest_of_passage = false;   // kGuard: and what follows until councils are spoken of
  std::vector<int> zone_slots;    // kGuard: groups of the slot `zone`
  std::vector<Measure> only;      // kGuard: only figures of these measures; empty is all
  Heads heads = Heads::kNo;       // kFact
  bool carries = true;            // kFact: a later elliptical figure may take its measure
  double confidence = 0.9;
  std::vector<Yield> yields;
  bool takes_head = false;  // kFact: some yield is of what the heading above says
  bool tells_size = false;  // kFact: some yield is of the size of a council
  std::vector<Example> examples;

  /// What to look for. REQUIRES: the pattern is compiled.
  SoughtPattern sought() const { return {pattern.get(), &openings}; }
  /// Groups (from 0) of the slots of that name.
  std::vector<int> slots_named(std::string_view name) const;
};

/// What every try of a rule asks for, apart from the rest of it: most tries fail.
struct alignas(32) RuleTry {
  Program program;
  bool follows = false;  // the rule wants something told just before

  explicit RuleTry(const Rule& rule)
      : program(rule.program), follows(!rule.after.empty() || !rule.after_classes.empty()) {}
};

/// Rules in the order in which they run.
struct RuleSet {
  std::unique_ptr<Programs> programs;  // of rewrites and guards
  std::vector<Rule> rewrites;
  std::vector<Rule> guards;
  std::unique_ptr<Programs> fact_programs;
  std::vector<Rule> facts;
  std::vector<RuleTry> fact_tries;         // by place in `facts`
  std::vector<std::uint32_t> wide_guards;  // those of guards that reach beyond a sentence
  StartFinder rewrite_starts, guard_starts;
  StartFinder fact_starts;  // of wide_guards, then of facts: every sentence is asked for both

  const Rule* find(std::string_view id) const;
};

}  // namespace recount
