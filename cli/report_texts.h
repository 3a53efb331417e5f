// The texts of a report, read again to see what extraction left out.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "extractor/extractor.h"
#include "output/report/site.h"

namespace recount::cli {

/// Texts in folders as --emit-text writes them (TextFolder), or any NAME.txt of a document NAME.
/// Thread-safe.
class ReportTexts {
 public:
  /// Of two texts of one name, that of the first folder counts. REQUIRES: `extractor` outlives
  /// this.
  ReportTexts(const Extractor& extractor, const std::vector<std::string>& folders);

  /// Documents of which a text is there, but none of `facts`; sorted.
  std::vector<std::string> without_facts(const std::vector<Fact>& facts) const;

  /// The text of that document, with what extraction sees in it and drops; nothing when there is
  /// none that can be read.
  std::optional<SiteText> read(const std::string& doc) const;

 private:
  const Extractor& extractor_;
  std::map<std::string, std::string> paths_;  // by name of the file, without ".txt"
};

}  // namespace recount::cli
