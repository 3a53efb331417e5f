// The pattern language of the rules: a regular expression whose letters are classes of mentions.
//
//   <gain> n:<n> <seats>?            a class, a slot that captures, an optional class
//   ( <a> | <b> )  @macro  [<a> @m]  [^<a> <b>]  .  ^  $  ? * + {2,5}
//
// A pattern is parsed to a tree once; the machines of a stage are built from the trees.
#pragma once

#include <bitset>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "extractor/lexicon/symbol.h"

namespace recount {

using SymbolSet = std::bitset<256>;

/// Whether the set is one of few classes, and not of all but some.
inline bool names_few(const SymbolSet& set) { return set.count() < 128; }

struct PatternNode {
  enum class Kind { kSet, kSequence, kChoice, kRepeat, kSlot, kBegin, kEnd };
  Kind kind = Kind::kSequence;
  SymbolSet set;                      // kSet
  std::vector<PatternNode> children;  // kSequence, kChoice: any; kRepeat, kSlot: one
  int min = 0;                        // kRepeat
  int max = 0;                        // kRepeat; -1 is no limit
  int slot = -1;                      // kSlot: index into Pattern::slots
};

struct Pattern {
  PatternNode root;
  std::vector<std::string> slots;  // names in order of their opening

  /// Index of the slot of that name, or -1.
  int slot_named(std::string_view name) const;
  /// The branches of the choice that the whole pattern is, or the pattern itself: what matches it
  /// matches one of them.
  std::span<const PatternNode> branches() const;
  /// Whether every sketch that matches holds a symbol of some set of few.
  bool demands_class() const;
};

/// Named pieces of patterns ("@sep"), as text.
using Macros = std::map<std::string, std::string, std::less<>>;

struct PatternError {
  std::string piece;    // what offends
  std::string message;  // what was expected
};

/// Parses `text`. On failure returns null and fills `error`.
std::unique_ptr<Pattern> parse_pattern(std::string_view text, const SymbolTable& symbols,
                                       const Macros& macros, PatternError& error);

}  // namespace recount
