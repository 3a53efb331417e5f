// The library's front door: articles in, facts out.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/document.h"
#include "corpus/result.h"
#include "extractor/discourse/trace.h"
#include "extractor/facts/calibration.h"
#include "extractor/facts/fact.h"
#include "extractor/facts/likely_days.h"
#include "extractor/lexicon/lexicon.h"
#include "extractor/lexicon/pattern_files.h"
#include "extractor/lexicon/telling_words.h"
#include "extractor/rules/rule_loader.h"

namespace recount {

/// Reads articles. Immutable after loading; one instance serves any number of threads at once.
/// Copies are cheap and share the loaded patterns.
class Extractor {
 public:
  /// The patterns built into the binary, as they were parsed when it was built; the rules carry no
  /// examples. Fails only when the build was broken.
  static Result<Extractor> load_embedded();
  /// The same from their text, with examples, checked like those of a folder: many times slower.
  static Result<Extractor> load_embedded_text();
  /// The patterns in a folder laid out like patterns/. Error kBadPatterns with every fault of every
  /// file, kUnreadable when there is no such folder.
  static Result<Extractor> load_directory(const std::string& directory);
  static Result<Extractor> load(const PatternFiles& files);

  /// The facts of one article in text order. Never fails: bytes that are no UTF-8 are skipped, an
  /// article without facts gives none. Offsets are bytes of `document.text`. With `trace`, also how
  /// each fact came about. REQUIRES: document.text is smaller than 4 GiB. Thread-safe.
  std::vector<Fact> extract(const Document& document, Trace* trace = nullptr) const;

  /// Whether facts may be read from the bytes of an article, in whatever form they are: plain text,
  /// HTML, either in JSON, in any encoding. Quick, as nothing is parsed. What holds one is never
  /// turned down; what holds none mostly is. `known` is what is known besides. Thread-safe.
  bool may_hold_facts(std::string_view raw, const Metadata& known = {}) const;

  const Lexicon& lexicon() const { return data_->lexicon; }
  const RuleSet& rules() const { return data_->rules; }

 private:
  struct Data {
    Lexicon lexicon;
    EngineSettings settings;
    RuleSet rules;
    Calibration calibration;
    PollingYears years;
    TellingWords telling;
  };
  /// Whether a telling word stands in the text, loose or proper, or in what is known besides.
  bool words_stand_in(std::string_view text, const Metadata& known) const;

  explicit Extractor(std::shared_ptr<const Data> data) : data_(std::move(data)) {}

  std::shared_ptr<const Data> data_;
};

}  // namespace recount
