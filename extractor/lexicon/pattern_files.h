// The files under patterns/, wherever they come from, and what is wrong with them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "corpus/result.h"

namespace recount {

struct PatternFile {
  std::string path;  // relative to patterns/, with '/': "rules/change.toml"
  std::string content;
  /// Of a TOML file that was parsed when the library was built: its tree (packed_tree.h), which is
  /// then read instead of the content. That of a rule file is without examples.
  std::string_view packed = {};
};

/// All pattern files, sorted by path.
class PatternFiles {
 public:
  explicit PatternFiles(std::vector<PatternFile> files);

  /// Reads every .toml and .tsv below `directory`. Error kUnreadable when it is no readable folder.
  static Result<PatternFiles> read(const std::string& directory);

  /// The file of that path, or null.
  const PatternFile* find(std::string_view path) const;

  const std::vector<PatternFile>& files() const { return files_; }

 private:
  std::vector<PatternFile> files_;
};

/// One thing that is wrong: the reader of the report can go straight to it.
struct Fault {
  std::string file;
  std::size_t line = 0;  // from 1; 0 when the whole file is meant
  std::string rule;      // id of the rule, class or row, or empty
  std::string piece;     // the offending piece of text, or empty
  std::string message;   // what was expected
};

/// Collects faults, so that one run reports them all.
class Faults {
 public:
  void add(Fault fault) { faults_.push_back(std::move(fault)); }
  void add(const Faults& more) {
    faults_.insert(faults_.end(), more.faults_.begin(), more.faults_.end());
  }
  bool empty() const { return faults_.empty(); }
  const std::vector<Fault>& list() const { return faults_; }
  /// One line a fault: `rules/change.toml:12: rule change.gained: unknown class <gian>: …`.
  std::string report() const;

 private:
  std::vector<Fault> faults_;
};

}  // namespace recount
