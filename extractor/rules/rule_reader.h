// Reads the rules of pattern files.
#pragma once

#include <initializer_list>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extractor/lexicon/lexicon.h"
#include "extractor/lexicon/pattern_files.h"
#include "extractor/lexicon/toml_tree.h"
#include "extractor/rules/rule.h"

namespace recount {

/// A rule file and what its rules are.
struct RuleFile {
  std::string path;
  RuleKind kind = RuleKind::kFact;
};

/// Rules in the order of their files, and what is wrong with them.
struct ReadRules {
  std::unique_ptr<Programs> programs = std::make_unique<Programs>();  // of the rules
  std::vector<Rule> rules;
  Faults faults;
};

/// Parses and compiles the rules of some files, in their order. An id that two of them have is a
/// fault. Thread-safe, as long as nobody changes what it is given.
ReadRules read_rules(const PatternFiles& files, const std::vector<RuleFile>& rule_files,
                     const Lexicon& lexicon, const Macros& macros);

/// What a file holds; none, with a fault, where it is missing or wrong.
std::optional<TomlTree> read_pattern_file(const PatternFiles& files, std::string_view path,
                                          Faults& faults);

/// A fault for each key of `table` that is not among `known`.
void check_keys(const std::string& path, const std::string& where, const TomlNode& table,
                std::initializer_list<std::string_view> known, Faults& faults);

}  // namespace recount
